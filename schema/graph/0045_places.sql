-- Where a committee stands in today's tree as one number: 16 bits a level, so that a committee with all below it is one range of numbers. What belongs to a
-- committee carries the number of its committee: policies compare it without a look at another table (views/graph.access_rule.sql).
-- The number is kept by triggers; a foreign key holds it, so that nobody can write another one, and carries it along where a committee moves.

ALTER TABLE graph.committee ADD COLUMN place bigint;
COMMENT ON COLUMN graph.committee.place IS 'Its place in today''s tree: 16 bits a level, the highest first.';

-- As in views/, which may not have been made yet.
CREATE OR REPLACE FUNCTION graph.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('graph.today', true), '')::date, (now() AT TIME ZONE 'Asia/Shanghai')::date);

-- Numbers grow below a committee and are not given twice within one call, so that no two stand in the same place in between.
CREATE OR REPLACE FUNCTION graph.place_committees() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    levels CONSTANT int := 4;
    above bigint[];
    moved record;
BEGIN
    -- One writer of the tree at a time.
    PERFORM pg_advisory_xact_lock(hashtext('graph.committee_parent'));
    FOR depth IN 1 .. levels + 1 LOOP
        IF depth = 1 THEN
            above := ARRAY(SELECT c.id FROM graph.committee AS c
                WHERE NOT EXISTS (SELECT FROM graph.committee_parent AS p WHERE p.committee_id = c.id AND p.valid_during @> graph.today()));
        ELSE
            above := ARRAY(SELECT p.committee_id FROM graph.committee_parent AS p WHERE p.parent_id = ANY (above) AND p.valid_during @> graph.today());
        END IF;
        EXIT WHEN cardinality(above) = 0;
        IF depth > levels THEN
            RAISE EXCEPTION 'committee % would stand on level % of the tree, which has %',
                (SELECT format('%s (%s)', c.id, c.name) FROM graph.committee AS c WHERE c.id = ANY (above) ORDER BY c.id LIMIT 1), depth, levels
                USING ERRCODE = 'check_violation', CONSTRAINT = 'committee_place_levels',
                      HINT = 'Let it stand under a committee that is nearer to the top.';
        END IF;
        FOR moved IN
            SELECT c.id, u.place AS upper, 64 - 16 * depth AS shift
            FROM graph.committee AS c
            LEFT JOIN graph.committee_parent AS p ON p.committee_id = c.id AND p.valid_during @> graph.today()
            LEFT JOIN graph.committee AS u ON u.id = p.parent_id
            WHERE c.id = ANY (above)
              AND (c.place IS NULL
                OR (c.place >> (64 - 16 * depth)) & 65535 = 0
                OR c.place & ((1::bigint << (64 - 16 * depth)) - 1) <> 0
                OR (depth > 1 AND (c.place >> (80 - 16 * depth)) << (80 - 16 * depth) <> u.place))
            ORDER BY c.place, c.id
        LOOP
            -- What foreign keys carry along tells nobody, and no load (graph.is_carried).
            PERFORM set_config('graph.carrying', '1', true);
            UPDATE graph.committee SET place = graph.next_place(moved.upper, moved.shift) WHERE id = moved.id;
            PERFORM set_config('graph.carrying', '0', true);
        END LOOP;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION graph.next_place(upper bigint, shift int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    -- The sign's bit is no part of the highest level.
    children CONSTANT bigint := CASE WHEN shift = 48 THEN 32766 ELSE 65535 END;
    last bigint;
BEGIN
    SELECT (max(c.place) >> shift) & 65535 INTO last FROM graph.committee AS c
    WHERE shift = 48 OR (c.place >= upper AND c.place < upper + (1::bigint << (shift + 16)));
    last := coalesce(last, 0) + 1;
    IF last > children THEN
        RAISE EXCEPTION 'more than % committees would stand beside each other', children
            USING ERRCODE = 'check_violation', CONSTRAINT = 'committee_place_children';
    END IF;
    RETURN coalesce(upper, 0) | (last << shift);
END $$;

-- Filling is no change of anything that somebody entered: no load needs to look at it.
ALTER TABLE graph.committee DISABLE TRIGGER USER;
SELECT graph.place_committees();
ALTER TABLE graph.committee ENABLE TRIGGER USER;
ALTER TABLE graph.committee
    ALTER COLUMN place SET NOT NULL,
    ADD CONSTRAINT committee_place_is_its_own UNIQUE (place),
    ADD CONSTRAINT committee_with_place UNIQUE (id, place);

-- What carries a place: the table, of what it is, and its column with the key of that.
CREATE FUNCTION pg_temp.carriers() RETURNS TABLE (name text, upper text, key text, place text) LANGUAGE sql AS $$
    VALUES
        ('society', 'committee', 'committee_id', 'place'),
        ('branch', 'committee', 'committee_id', 'place'),
        ('branch_society', 'branch', 'branch_id', 'place'),
        -- A joint branch is seen by the committees of all its societies.
        ('branch_society', 'society', 'society_id', 'society_place'),
        ('branch_category_period', 'branch', 'branch_id', 'place'),
        ('branch_status_period', 'branch', 'branch_id', 'place'),
        ('member', 'branch', 'branch_id', 'place'),
        ('activity', 'branch', 'branch_id', 'place'),
        ('assessment', 'branch', 'branch_id', 'place'),
        ('assessment_entry', 'branch', 'branch_id', 'place'),
        ('assessment_item_score', 'assessment', 'assessment_id', 'place'),
        ('council_term', 'society', 'society_id', 'place'),
        ('leading_group', 'council_term', 'council_term_id', 'place'),
        ('leading_group_composition', 'leading_group', 'leading_group_id', 'place'),
        ('leading_group_meeting', 'leading_group', 'leading_group_id', 'place')
$$;

DO $$
DECLARE
    carrier record;
    held record;
BEGIN
    FOR carrier IN SELECT * FROM pg_temp.carriers() LOOP
        EXECUTE format('ALTER TABLE graph.%I ADD COLUMN %I bigint', carrier.name, carrier.place);
        EXECUTE format('ALTER TABLE graph.%I DISABLE TRIGGER USER', carrier.name);
        EXECUTE format('UPDATE graph.%I AS r SET %I = u.place FROM graph.%I AS u WHERE u.id = r.%I', carrier.name, carrier.place, carrier.upper, carrier.key);
        EXECUTE format('ALTER TABLE graph.%I ENABLE TRIGGER USER', carrier.name);
        EXECUTE format('ALTER TABLE graph.%I ALTER COLUMN %I SET NOT NULL', carrier.name, carrier.place);
        EXECUTE format('COMMENT ON COLUMN graph.%I.%I IS %L', carrier.name, carrier.place,
            format('Place of the committee of its %s in today''s tree (graph.committee.place).', replace(carrier.upper, '_', ' ')));
        IF carrier.name IN ('society', 'branch', 'assessment', 'council_term', 'leading_group') THEN
            EXECUTE format('ALTER TABLE graph.%1$I ADD CONSTRAINT %1$s_with_place UNIQUE (id, place)', carrier.name);
        END IF;
        -- The key takes the place of the one that held the column alone, and its name.
        SELECT c.conname, c.confdeltype INTO STRICT held FROM pg_constraint AS c
        WHERE c.contype = 'f' AND c.conrelid = format('graph.%I', carrier.name)::regclass AND c.confrelid = format('graph.%I', carrier.upper)::regclass
          AND c.conkey = ARRAY[(SELECT a.attnum FROM pg_attribute AS a WHERE a.attrelid = c.conrelid AND a.attname = carrier.key)];
        EXECUTE format('ALTER TABLE graph.%I DROP CONSTRAINT %I', carrier.name, held.conname);
        EXECUTE format('ALTER TABLE graph.%I ADD CONSTRAINT %I FOREIGN KEY (%I, %I) REFERENCES graph.%I (id, place) ON UPDATE CASCADE %s',
            carrier.name, held.conname, carrier.key, carrier.place, carrier.upper, CASE held.confdeltype WHEN 'c' THEN 'ON DELETE CASCADE' ELSE '' END);
    END LOOP;
END $$;

-- Lists of one committee, from the top.
CREATE INDEX society_in_place ON graph.society (place, id);
CREATE INDEX branch_in_place ON graph.branch (place, id);
CREATE INDEX member_in_place ON graph.member (place, id);
CREATE INDEX branch_society_joint ON graph.branch_society (society_place) INCLUDE (branch_id) WHERE society_place <> place;

-- What answers from an index alone has the place there, too.
DROP INDEX graph.branch_category_period_branch_id, graph.branch_status_period_branch_id, graph.branch_society_one_lead, graph.activity_branch_id;
CREATE INDEX branch_category_period_branch_id ON graph.branch_category_period (branch_id) INCLUDE (valid_during, category, place);
CREATE INDEX branch_status_period_branch_id ON graph.branch_status_period (branch_id) INCLUDE (valid_during, status, place);
CREATE UNIQUE INDEX branch_society_one_lead ON graph.branch_society (branch_id) INCLUDE (society_id, place, society_place) WHERE is_lead;
CREATE INDEX activity_branch_id ON graph.activity (branch_id, year, held_on) INCLUDE (kind, is_collective, place);

-- Who is entered before anything ties the person to a committee is known where that was done.
ALTER TABLE graph.person ADD COLUMN place bigint REFERENCES graph.committee (place) ON UPDATE CASCADE ON DELETE SET NULL;
CREATE INDEX person_place ON graph.person (place);
COMMENT ON COLUMN graph.person.place IS 'Place of the committee whose office entered the person (graph.committee.place); null where the entry was nobody''s of one committee.';
