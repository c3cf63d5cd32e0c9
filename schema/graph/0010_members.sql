-- What the administration knows of members: where their affiliation lies and lay, whose organizational life they share, who employs them,
-- who is cultivated to become one, and what they paid.

-- What holds today stands on the member, what held before in a table of its own: of a million members few have a past.
ALTER TABLE graph.member
    ADD COLUMN affiliation_branch_id bigint REFERENCES graph.branch,
    ADD COLUMN affiliation_unit_id bigint REFERENCES graph.supporting_unit,
    ADD COLUMN affiliation_place text CHECK (affiliation_place <> ''),
    ADD COLUMN affiliated_since date,
    ADD COLUMN status_since date,
    ADD CONSTRAINT member_one_affiliation CHECK (num_nonnulls(affiliation_branch_id, affiliation_unit_id, affiliation_place) <= 1);
CREATE INDEX member_affiliation_branch_id ON graph.member (affiliation_branch_id);
CREATE INDEX member_affiliation_unit_id ON graph.member (affiliation_unit_id);
COMMENT ON COLUMN graph.member.affiliation_branch_id IS '组织关系 Affiliation today: the branch that has it, where it is a branch of a society party committee.';
COMMENT ON COLUMN graph.member.affiliation_unit_id IS 'Affiliation today: the supporting unit whose party organization has it.';
COMMENT ON COLUMN graph.member.affiliation_place IS 'Affiliation today: another place, by its name. All three are null where it is not stated.';
COMMENT ON COLUMN graph.member.affiliated_since IS 'First day of today''s affiliation; null where it is not stated.';
COMMENT ON COLUMN graph.member.status_since IS 'First day of the present status; null where it is not stated.';

CREATE TABLE graph.affiliation_past (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    branch_id bigint REFERENCES graph.branch,
    supporting_unit_id bigint REFERENCES graph.supporting_unit,
    place text CHECK (place <> ''),
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT upper_inf(valid_during)),
    CONSTRAINT affiliation_past_one_place CHECK (num_nonnulls(branch_id, supporting_unit_id, place) = 1),
    CONSTRAINT affiliation_one_at_a_time EXCLUDE USING gist (member_id WITH =, valid_during WITH &&)
);
CREATE INDEX affiliation_past_member_id ON graph.affiliation_past (member_id) INCLUDE (valid_during, branch_id, supporting_unit_id);
CREATE INDEX affiliation_past_branch_id ON graph.affiliation_past (branch_id);
CREATE INDEX affiliation_past_supporting_unit_id ON graph.affiliation_past (supporting_unit_id);
COMMENT ON TABLE graph.affiliation_past IS 'Earlier affiliations of members; written when an affiliation changes.';
COMMENT ON COLUMN graph.affiliation_past.id IS 'Key.';
COMMENT ON COLUMN graph.affiliation_past.member_id IS 'The member.';
COMMENT ON COLUMN graph.affiliation_past.branch_id IS 'The branch that had it.';
COMMENT ON COLUMN graph.affiliation_past.supporting_unit_id IS 'The supporting unit whose party organization had it.';
COMMENT ON COLUMN graph.affiliation_past.place IS 'Another place, by its name.';
COMMENT ON COLUMN graph.affiliation_past.valid_during IS 'Days on which this held.';

CREATE TABLE graph.member_status_past (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    status text NOT NULL CHECK (status IN ('FULL', 'PROBATIONARY')),
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT upper_inf(valid_during)),
    CONSTRAINT member_status_one_at_a_time EXCLUDE USING gist (member_id WITH =, valid_during WITH &&)
);
CREATE INDEX member_status_past_member_id ON graph.member_status_past (member_id);
COMMENT ON TABLE graph.member_status_past IS 'Earlier statuses of members; written when a status changes.';
COMMENT ON COLUMN graph.member_status_past.id IS 'Key.';
COMMENT ON COLUMN graph.member_status_past.member_id IS 'The member.';
COMMENT ON COLUMN graph.member_status_past.status IS 'FULL or PROBATIONARY.';
COMMENT ON COLUMN graph.member_status_past.valid_during IS 'Days on which this held.';

-- A past begins where the present ends: the member's row is locked, so that nobody moves that day meanwhile.
CREATE FUNCTION graph.member_past_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    since date;
BEGIN
    EXECUTE format('SELECT %I FROM graph.member WHERE id = $1 FOR NO KEY UPDATE', TG_ARGV[0]) INTO since USING NEW.member_id;
    IF since IS NULL OR upper(NEW.valid_during) > since THEN
        RAISE EXCEPTION 'what member % was before would reach into what it is now', NEW.member_id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_is_over';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.member_past_is_over IS 'Refuses a past that does not end on or before the first day of the present.';
CREATE TRIGGER affiliation_past_is_over BEFORE INSERT OR UPDATE ON graph.affiliation_past
    FOR EACH ROW EXECUTE FUNCTION graph.member_past_is_over('affiliated_since');
CREATE TRIGGER member_status_past_is_over BEFORE INSERT OR UPDATE ON graph.member_status_past
    FOR EACH ROW EXECUTE FUNCTION graph.member_past_is_over('status_since');

CREATE FUNCTION graph.member_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.affiliation_branch_id, OLD.affiliation_unit_id, OLD.affiliation_place)
       IS DISTINCT FROM (NEW.affiliation_branch_id, NEW.affiliation_unit_id, NEW.affiliation_place)
       AND num_nonnulls(OLD.affiliation_branch_id, OLD.affiliation_unit_id, OLD.affiliation_place) = 1 THEN
        IF NEW.affiliated_since IS NULL OR NEW.affiliated_since <= OLD.affiliated_since THEN
            RAISE EXCEPTION 'the affiliation of member % changes without a later date', NEW.id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'affiliation_change_is_dated';
        END IF;
        INSERT INTO graph.affiliation_past (member_id, branch_id, supporting_unit_id, place, valid_during)
        VALUES (OLD.id, OLD.affiliation_branch_id, OLD.affiliation_unit_id, OLD.affiliation_place, daterange(OLD.affiliated_since, NEW.affiliated_since));
    ELSIF NEW.affiliated_since IS DISTINCT FROM OLD.affiliated_since AND EXISTS (
        SELECT FROM graph.affiliation_past WHERE member_id = NEW.id AND (NEW.affiliated_since IS NULL OR upper(valid_during) > NEW.affiliated_since)) THEN
        RAISE EXCEPTION 'the affiliation of member % would begin before the earlier one ends', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'affiliation_change_is_dated';
    END IF;
    IF OLD.status <> NEW.status THEN
        IF NEW.status_since IS NULL OR NEW.status_since <= OLD.status_since THEN
            RAISE EXCEPTION 'the status of member % changes without a later date', NEW.id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'member_status_change_is_dated';
        END IF;
        INSERT INTO graph.member_status_past (member_id, status, valid_during)
        VALUES (OLD.id, OLD.status, daterange(OLD.status_since, NEW.status_since));
    ELSIF NEW.status_since IS DISTINCT FROM OLD.status_since AND EXISTS (
        SELECT FROM graph.member_status_past WHERE member_id = NEW.id AND (NEW.status_since IS NULL OR upper(valid_during) > NEW.status_since)) THEN
        RAISE EXCEPTION 'the status of member % would begin before the earlier one ends', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'member_status_change_is_dated';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.member_keep_history IS 'Keeps the affiliation and the status that a member had until now.';
CREATE TRIGGER member_keep_history AFTER UPDATE ON graph.member FOR EACH ROW WHEN (
    (OLD.affiliation_branch_id, OLD.affiliation_unit_id, OLD.affiliation_place, OLD.affiliated_since, OLD.status, OLD.status_since)
    IS DISTINCT FROM (NEW.affiliation_branch_id, NEW.affiliation_unit_id, NEW.affiliation_place, NEW.affiliated_since, NEW.status, NEW.status_since))
    EXECUTE FUNCTION graph.member_keep_history();

-- Of affiliations the planner took next to none to hold on a day, and read all members for those of a few: a range made of a column has
-- no statistics. What is looked at first is the member.
CREATE VIEW graph.affiliation AS
SELECT member.id AS member_id, held.branch_id, held.supporting_unit_id, held.place, held.valid_during,
       lower(held.valid_during) AS valid_from, upper(held.valid_during) AS valid_to
FROM graph.member
CROSS JOIN LATERAL (
    SELECT member.affiliation_branch_id AS branch_id, member.affiliation_unit_id AS supporting_unit_id,
           member.affiliation_place AS place, daterange(member.affiliated_since, NULL) AS valid_during
    WHERE num_nonnulls(member.affiliation_branch_id, member.affiliation_unit_id, member.affiliation_place) = 1
    UNION ALL
    SELECT past.branch_id, past.supporting_unit_id, past.place, past.valid_during FROM graph.affiliation_past AS past WHERE past.member_id = member.id
    OFFSET 0
) AS held;
COMMENT ON VIEW graph.affiliation IS '组织关系 Affiliations over time: one place a member and day.';
COMMENT ON COLUMN graph.affiliation.member_id IS 'The member.';
COMMENT ON COLUMN graph.affiliation.branch_id IS 'The branch of a society party committee that has it.';
COMMENT ON COLUMN graph.affiliation.supporting_unit_id IS 'The supporting unit whose party organization has it.';
COMMENT ON COLUMN graph.affiliation.place IS 'Another place, by its name.';
COMMENT ON COLUMN graph.affiliation.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.affiliation.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.affiliation.valid_to IS 'First day after it; null while it lasts.';

CREATE VIEW graph.member_status_history AS
SELECT id AS member_id, status, status_since AS valid_from, NULL::date AS valid_to FROM graph.member
UNION ALL
SELECT member_id, status, lower(valid_during), upper(valid_during) FROM graph.member_status_past;
COMMENT ON VIEW graph.member_status_history IS '党员状态沿革 Statuses of members over time.';
COMMENT ON COLUMN graph.member_status_history.member_id IS 'The member.';
COMMENT ON COLUMN graph.member_status_history.status IS 'FULL or PROBATIONARY.';
COMMENT ON COLUMN graph.member_status_history.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.member_status_history.valid_to IS 'First day after it; null while it lasts.';
