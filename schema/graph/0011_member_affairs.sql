-- Transfers, organizational lives, employment, applicants, dues, and what posts say of teams.

CREATE TABLE graph.affiliation_transfer (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    from_branch_id bigint REFERENCES graph.branch,
    from_unit_id bigint REFERENCES graph.supporting_unit,
    from_place text CHECK (from_place <> ''),
    to_branch_id bigint REFERENCES graph.branch,
    to_unit_id bigint REFERENCES graph.supporting_unit,
    to_place text CHECK (to_place <> ''),
    state text NOT NULL CHECK (state IN ('REQUESTED', 'COMPLETED', 'CANCELLED')),
    requested_on date NOT NULL,
    closed_on date,
    reason text CHECK (reason <> ''),
    version int NOT NULL DEFAULT 1,
    CHECK (num_nonnulls(from_branch_id, from_unit_id, from_place) <= 1),
    CONSTRAINT affiliation_transfer_one_destination CHECK (num_nonnulls(to_branch_id, to_unit_id, to_place) = 1),
    CONSTRAINT affiliation_transfer_closed_when_over CHECK ((state = 'REQUESTED') = (closed_on IS NULL)),
    CONSTRAINT affiliation_transfer_in_order CHECK (requested_on <= closed_on)
);
CREATE UNIQUE INDEX affiliation_transfer_one_open ON graph.affiliation_transfer (member_id) WHERE state = 'REQUESTED';
CREATE INDEX affiliation_transfer_member_id ON graph.affiliation_transfer (member_id);
CREATE INDEX affiliation_transfer_from_branch_id ON graph.affiliation_transfer (from_branch_id);
CREATE INDEX affiliation_transfer_from_unit_id ON graph.affiliation_transfer (from_unit_id);
CREATE INDEX affiliation_transfer_to_branch_id ON graph.affiliation_transfer (to_branch_id);
CREATE INDEX affiliation_transfer_to_unit_id ON graph.affiliation_transfer (to_unit_id);
COMMENT ON TABLE graph.affiliation_transfer IS '组织关系接转 Transfers of affiliations, in and out.';
COMMENT ON COLUMN graph.affiliation_transfer.id IS 'Key.';
COMMENT ON COLUMN graph.affiliation_transfer.member_id IS 'The member.';
COMMENT ON COLUMN graph.affiliation_transfer.from_branch_id IS 'Where the affiliation lay when it was requested: a branch.';
COMMENT ON COLUMN graph.affiliation_transfer.from_unit_id IS 'Where it lay: a supporting unit''s party organization.';
COMMENT ON COLUMN graph.affiliation_transfer.from_place IS 'Where it lay: another place. All three are null where it was not stated.';
COMMENT ON COLUMN graph.affiliation_transfer.to_branch_id IS 'Where it goes: a branch.';
COMMENT ON COLUMN graph.affiliation_transfer.to_unit_id IS 'Where it goes: a supporting unit''s party organization.';
COMMENT ON COLUMN graph.affiliation_transfer.to_place IS 'Where it goes: another place.';
COMMENT ON COLUMN graph.affiliation_transfer.state IS 'REQUESTED 已申请, COMPLETED 已接收, CANCELLED 已撤回.';
COMMENT ON COLUMN graph.affiliation_transfer.requested_on IS 'Day of the request.';
COMMENT ON COLUMN graph.affiliation_transfer.closed_on IS 'Day on which it was received or cancelled: the first day of the new affiliation.';
COMMENT ON COLUMN graph.affiliation_transfer.reason IS 'Why, as far as somebody said so.';
COMMENT ON COLUMN graph.affiliation_transfer.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.organization_life (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    CONSTRAINT organization_life_once EXCLUDE USING gist (member_id WITH =, branch_id WITH =, valid_during WITH &&)
);
CREATE INDEX organization_life_member_id ON graph.organization_life (member_id) INCLUDE (valid_during, branch_id);
CREATE INDEX organization_life_branch_id ON graph.organization_life (branch_id) INCLUDE (valid_during, member_id);
COMMENT ON TABLE graph.organization_life IS '多重组织生活 Further branches whose life a member shares besides the one it belongs to, and those it belonged to (002 §5: one affiliation, several organizational lives).';
COMMENT ON COLUMN graph.organization_life.id IS 'Key.';
COMMENT ON COLUMN graph.organization_life.member_id IS 'The member.';
COMMENT ON COLUMN graph.organization_life.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.organization_life.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.organization_life.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.organization_life.valid_to IS 'First day after it; null while it lasts.';

CREATE TABLE graph.employment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES graph.person,
    supporting_unit_id bigint NOT NULL REFERENCES graph.supporting_unit,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    CONSTRAINT employment_once EXCLUDE USING gist (person_id WITH =, supporting_unit_id WITH =, valid_during WITH &&)
);
CREATE INDEX employment_person_id ON graph.employment (person_id) INCLUDE (valid_during, supporting_unit_id);
CREATE INDEX employment_supporting_unit_id ON graph.employment (supporting_unit_id);
COMMENT ON TABLE graph.employment IS '支撑单位人员 Who is staff of a supporting unit; kept only where category B asks for it and the affiliation does not say it (000 §二).';
COMMENT ON COLUMN graph.employment.id IS 'Key.';
COMMENT ON COLUMN graph.employment.person_id IS 'The person.';
COMMENT ON COLUMN graph.employment.supporting_unit_id IS 'The unit.';
COMMENT ON COLUMN graph.employment.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.employment.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.employment.valid_to IS 'First day after it; null while it lasts.';

CREATE TABLE graph.applicant (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES graph.person,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    cultivated_since date NOT NULL,
    state text NOT NULL CHECK (state IN ('CULTIVATED', 'DEVELOPED', 'ENDED')),
    closed_on date,
    member_id bigint UNIQUE REFERENCES graph.member,
    version int NOT NULL DEFAULT 1,
    CHECK ((state = 'CULTIVATED') = (closed_on IS NULL)),
    CHECK ((state = 'DEVELOPED') = (member_id IS NOT NULL)),
    CONSTRAINT applicant_in_order CHECK (cultivated_since <= closed_on)
);
CREATE UNIQUE INDEX applicant_once ON graph.applicant (person_id) WHERE state = 'CULTIVATED';
CREATE INDEX applicant_person_id ON graph.applicant (person_id);
CREATE INDEX applicant_branch_id ON graph.applicant (branch_id);
COMMENT ON TABLE graph.applicant IS '入党积极分子 Applicants that a branch cultivates; a member who was one leads back to it.';
COMMENT ON COLUMN graph.applicant.id IS 'Key.';
COMMENT ON COLUMN graph.applicant.person_id IS 'The person.';
COMMENT ON COLUMN graph.applicant.branch_id IS 'The branch that cultivates.';
COMMENT ON COLUMN graph.applicant.cultivated_since IS 'First day.';
COMMENT ON COLUMN graph.applicant.state IS 'CULTIVATED 培养中, DEVELOPED 已发展 (a member since), ENDED 已终止.';
COMMENT ON COLUMN graph.applicant.closed_on IS 'Day on which the applicant became a member or was one no longer.';
COMMENT ON COLUMN graph.applicant.member_id IS 'The member that the applicant became.';
COMMENT ON COLUMN graph.applicant.version IS 'Counts changes of the row, from 1.';

-- Somebody is an applicant or a member, never both: the person's row is locked, which also keeps a new member of the same person waiting.
CREATE FUNCTION graph.applicant_is_no_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM graph.person WHERE id = NEW.person_id FOR UPDATE;
    IF EXISTS (SELECT FROM graph.member WHERE person_id = NEW.person_id) THEN
        RAISE EXCEPTION 'person % is a member already', NEW.person_id USING ERRCODE = 'check_violation', CONSTRAINT = 'applicant_is_no_member';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.applicant_is_no_member IS 'Refuses to cultivate a member.';
CREATE TRIGGER applicant_is_no_member BEFORE INSERT OR UPDATE ON graph.applicant
    FOR EACH ROW WHEN (NEW.state = 'CULTIVATED') EXECUTE FUNCTION graph.applicant_is_no_member();

CREATE TABLE graph.dues_standard (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    monthly_amount numeric(10, 2) NOT NULL CHECK (monthly_amount > 0),
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    CONSTRAINT dues_standard_one_at_a_time EXCLUDE USING gist (member_id WITH =, valid_during WITH &&)
);
CREATE INDEX dues_standard_member_id ON graph.dues_standard (member_id) INCLUDE (valid_during, monthly_amount);
COMMENT ON TABLE graph.dues_standard IS '党费标准 What a member has to pay a month (000 §三).';
COMMENT ON COLUMN graph.dues_standard.id IS 'Key.';
COMMENT ON COLUMN graph.dues_standard.member_id IS 'The member.';
COMMENT ON COLUMN graph.dues_standard.monthly_amount IS 'Yuan a month.';
COMMENT ON COLUMN graph.dues_standard.valid_during IS 'Days on which this holds.';

CREATE TABLE graph.dues_payment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    first_month date NOT NULL CHECK (extract(day FROM first_month) = 1),
    month_count int NOT NULL CONSTRAINT dues_payment_at_most_a_year CHECK (month_count BETWEEN 1 AND 12),
    covers daterange NOT NULL GENERATED ALWAYS AS (daterange(first_month, (first_month + month_count * interval '1 month')::date)) STORED,
    amount numeric(10, 2) NOT NULL CHECK (amount > 0),
    paid_on date NOT NULL,
    CONSTRAINT dues_payment_month_once EXCLUDE USING gist (member_id WITH =, covers WITH &&)
);
CREATE INDEX dues_payment_member_id ON graph.dues_payment (member_id);
CREATE INDEX dues_payment_branch_id ON graph.dues_payment (branch_id) INCLUDE (first_month, month_count, member_id, amount);
COMMENT ON TABLE graph.dues_payment IS '党费 Dues that a branch collected of a member, for whole months; a month is paid once.';
COMMENT ON COLUMN graph.dues_payment.id IS 'Key.';
COMMENT ON COLUMN graph.dues_payment.member_id IS 'Who paid.';
COMMENT ON COLUMN graph.dues_payment.branch_id IS 'The branch that collected.';
COMMENT ON COLUMN graph.dues_payment.first_month IS 'First day of the first month that is paid.';
COMMENT ON COLUMN graph.dues_payment.month_count IS 'How many months are paid: 1 for a month, 3 for a quarter.';
COMMENT ON COLUMN graph.dues_payment.covers IS 'The days of these months.';
COMMENT ON COLUMN graph.dues_payment.amount IS 'Yuan.';
COMMENT ON COLUMN graph.dues_payment.paid_on IS 'Day of the payment.';

CREATE VIEW graph.branch_dues AS
SELECT branch_id, extract(year FROM first_month)::int AS year, extract(quarter FROM first_month)::int AS quarter,
       count(DISTINCT member_id)::int AS payer_count, sum(amount) AS amount
FROM graph.dues_payment
GROUP BY 1, 2, 3;
COMMENT ON VIEW graph.branch_dues IS '党费收缴 Dues that a branch collected, by the quarter in which the paid months begin; nobody''s own amount.';
COMMENT ON COLUMN graph.branch_dues.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_dues.year IS 'The year.';
COMMENT ON COLUMN graph.branch_dues.quarter IS 'The quarter, 1 to 4.';
COMMENT ON COLUMN graph.branch_dues.payer_count IS 'How many members paid.';
COMMENT ON COLUMN graph.branch_dues.amount IS 'Yuan, together.';

CREATE VIEW graph.branch_secretary AS
SELECT id, person_id, post, branch_id, council_term_id, committee_id, society_id, valid_during, valid_from, valid_to, version
FROM graph.appointment WHERE post = 'BRANCH_SECRETARY';
COMMENT ON VIEW graph.branch_secretary IS '支部书记 Secretaries of branches over time.';
COMMENT ON COLUMN graph.branch_secretary.id IS 'Key of the appointment.';
COMMENT ON COLUMN graph.branch_secretary.person_id IS 'Who.';
COMMENT ON COLUMN graph.branch_secretary.post IS 'BRANCH_SECRETARY.';
COMMENT ON COLUMN graph.branch_secretary.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_secretary.council_term_id IS 'Null.';
COMMENT ON COLUMN graph.branch_secretary.committee_id IS 'Null.';
COMMENT ON COLUMN graph.branch_secretary.society_id IS 'Null.';
COMMENT ON COLUMN graph.branch_secretary.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.branch_secretary.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.branch_secretary.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.branch_secretary.version IS 'Counts changes of the row, from 1.';

CREATE VIEW graph.cross_appointment AS
SELECT team.branch_id, team.person_id, team.post AS branch_post, council.post AS council_post, term.society_id,
       team.valid_during * council.valid_during * term.term_during AS valid_during,
       lower(team.valid_during * council.valid_during * term.term_during) AS valid_from,
       upper(team.valid_during * council.valid_during * term.term_during) AS valid_to
FROM graph.appointment AS team
JOIN graph.branch_society AS stands ON stands.branch_id = team.branch_id
JOIN graph.council_term AS term ON term.society_id = stands.society_id
JOIN graph.appointment AS council ON council.council_term_id = term.id AND council.person_id = team.person_id
WHERE NOT isempty(team.valid_during * council.valid_during * term.term_during);
COMMENT ON VIEW graph.cross_appointment IS '交叉任职 Who holds a post in a branch and in the council of its society at the same time (004 班子建设-1).';
COMMENT ON COLUMN graph.cross_appointment.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.cross_appointment.person_id IS 'Who.';
COMMENT ON COLUMN graph.cross_appointment.branch_post IS 'The post in the branch.';
COMMENT ON COLUMN graph.cross_appointment.council_post IS 'The post in the council.';
COMMENT ON COLUMN graph.cross_appointment.society_id IS 'The council''s society.';
COMMENT ON COLUMN graph.cross_appointment.valid_during IS 'Days on which both hold.';
COMMENT ON COLUMN graph.cross_appointment.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.cross_appointment.valid_to IS 'First day after it; null while it lasts.';

CREATE VIEW graph.branch_team AS
SELECT branch.id AS branch_id, team.team_count, team.cross_appointed_count
FROM graph.branch
CROSS JOIN LATERAL (
    SELECT count(DISTINCT held.person_id)::int AS team_count,
           count(DISTINCT held.person_id) FILTER (WHERE EXISTS (
               SELECT FROM graph.cross_appointment AS both_posts
               WHERE both_posts.branch_id = branch.id AND both_posts.person_id = held.person_id AND both_posts.valid_during @> CURRENT_DATE))::int AS cross_appointed_count
    FROM graph.appointment AS held
    WHERE held.branch_id = branch.id AND held.valid_during @> CURRENT_DATE
) AS team;
COMMENT ON VIEW graph.branch_team IS '支部班子 How many hold posts in a branch today, and how many of them hold one in its society''s council too.';
COMMENT ON COLUMN graph.branch_team.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_team.team_count IS 'People with a post in the branch.';
COMMENT ON COLUMN graph.branch_team.cross_appointed_count IS 'Those of them with a post in the council of its society.';

CREATE TRIGGER count_version BEFORE UPDATE ON graph.affiliation_transfer FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.applicant FOR EACH ROW EXECUTE FUNCTION graph.count_version();
