-- Grain: one row per table of dw and way in which its rows belong to something (a table may have several: then a row is seen where one of them is).
-- Every table has a row here, or a test fails; partitions are reached through their table. What follows makes roles, policies and grants of it, each time
-- that views and functions are made.
--   COMMITTEE   numbers of the committee in committee_id: what a committee's administrator and a reader that is bound to it see
--   BRANCH      numbers of the branch in branch_id: what its secretary, or its supervisor, sees of it
--   SOCIETY     numbers of the society in society_id: likewise, of the societies of the branches
--   COUNTED     numbers of people of the branch in branch_id
--   NAMED       names of the committee in committee_id
--   TREE        the committee in committee_id and the one above it in ancestor_id: both are seen
--   SELF        what the committee in committee_id may know of others: only it sees it, not the one above, whose own rows would leave less open
--   EVERYTHING  of all committees at once: only who sees everything sees it
--   SHARED      words, days, rule sets, loads
--   OWN         the program's own, which mart does not show
CREATE OR REPLACE VIEW dw.access_rule AS
WITH listed (name, way) AS (VALUES
    ('dim_activity_kind', 'SHARED'), ('dim_code', 'SHARED'), ('dim_date', 'SHARED'), ('dim_evidence_kind', 'SHARED'), ('dim_grade', 'SHARED'),
    ('dim_member_band', 'SHARED'), ('dim_region', 'SHARED'), ('dim_rule_set', 'SHARED'), ('dim_scheme_item', 'SHARED'), ('dim_supporting_unit', 'SHARED'),
    ('dim_version_end', 'SHARED'), ('indicator', 'SHARED'), ('load_run', 'SHARED'), ('loaded_month', 'SHARED'), ('loaded_month_history', 'SHARED'),
    ('published', 'SHARED'),
    ('load_step', 'OWN'), ('report_edition', 'OWN'), ('report_file', 'OWN'),
    ('quarantine', 'EVERYTHING'),
    ('agg_activity_province', 'EVERYTHING'), ('agg_assessment_province', 'EVERYTHING'), ('agg_branch_province', 'EVERYTHING'),
    ('agg_category_change_province', 'EVERYTHING'), ('agg_coverage_province', 'EVERYTHING'), ('agg_event_province', 'EVERYTHING'),
    ('agg_item_score', 'EVERYTHING'), ('agg_meeting_province', 'EVERYTHING'), ('agg_member_province', 'EVERYTHING'),
    ('agg_coverage_committee', 'COMMITTEE'),
    ('peer_comparison', 'SELF'),
    ('bridge_committee', 'TREE'), ('bridge_committee_history', 'TREE'),
    ('dim_committee', 'NAMED'),
    ('dim_society', 'COMMITTEE'), ('dim_society', 'SOCIETY'),
    ('dim_branch', 'COMMITTEE'), ('dim_branch', 'BRANCH'),
    ('fct_coverage_monthly', 'COMMITTEE'), ('fct_coverage_monthly', 'SOCIETY'),
    ('fct_event_filing', 'COMMITTEE'), ('fct_event_filing', 'SOCIETY'),
    ('fct_meeting', 'COMMITTEE'), ('fct_meeting', 'SOCIETY'),
    ('fct_activity', 'COMMITTEE'), ('fct_activity', 'BRANCH'),
    ('fct_assessment', 'COMMITTEE'), ('fct_assessment', 'BRANCH'),
    ('fct_assessment_item', 'COMMITTEE'), ('fct_assessment_item', 'BRANCH'),
    ('fct_bonus', 'COMMITTEE'), ('fct_bonus', 'BRANCH'),
    ('fct_branch_monthly', 'COMMITTEE'), ('fct_branch_monthly', 'BRANCH'),
    ('fct_category_change', 'COMMITTEE'), ('fct_category_change', 'BRANCH'),
    ('fct_evidence_due', 'COMMITTEE'), ('fct_evidence_due', 'BRANCH'), ('fct_evidence_due', 'SOCIETY'),
    ('fct_rectification', 'COMMITTEE'), ('fct_rectification', 'BRANCH'), ('fct_rectification', 'SOCIETY'),
    ('fct_target_progress', 'COMMITTEE'),
    ('fct_member_count', 'COUNTED')
)
SELECT name, way FROM listed
UNION ALL
-- What a fact was stands beside it.
SELECT name || '_history', way FROM listed WHERE name LIKE 'fct\_%';
COMMENT ON VIEW dw.access_rule IS 'To what the rows of each table belong, of which policies and grants are made.';
COMMENT ON COLUMN dw.access_rule.name IS 'Table of schema dw.';
COMMENT ON COLUMN dw.access_rule.way IS 'COMMITTEE, BRANCH, SOCIETY, COUNTED, NAMED, TREE, SELF, EVERYTHING, SHARED or OWN.';

-- mart_owner: to it mart belongs, so that what mart shows is what policies let through; it logs in nowhere. bi_scoped: readers that are bound to a committee.
DO $$
DECLARE
    role text;
    said text;
BEGIN
    FOREACH role IN ARRAY ARRAY['mart_owner', 'bi_scoped'] LOOP
        -- Another database of the cluster may be faster.
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
                said := format('CREATE ROLE %I NOLOGIN', role);
                EXECUTE said;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    -- Whoever owns the database makes mart's views anew.
    IF NOT pg_has_role(current_user, 'mart_owner', 'USAGE') THEN
        said := format('GRANT mart_owner TO %I', current_user);
        EXECUTE said;
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE insufficient_privilege USING
        MESSAGE = format('%I may not do this: %s', current_user, said),
        HINT = 'Let an administrator of the server run that line, for each of mart_owner and bi_scoped, or give CREATEROLE to the owner of the database.';
END $$;

-- Policies, as in graph.access_rule: what is asked is asked once a statement, and the planner takes nearly every row to pass.
DO $$
DECLARE
    inside CONSTANT text := 'width_bucket(%I, (SELECT dw.seen(%L))) & 1 <> 0';
    one record;
BEGIN
    CREATE TEMP TABLE wanted_policy ON COMMIT DROP AS
    SELECT r.name, 'seen' AS policy, 'SELECT' AS command, 'mart_owner' AS role,
        '(SELECT dw.sees_everything())' || coalesce(string_agg(
            CASE r.way
                WHEN 'EVERYTHING' THEN NULL
                WHEN 'TREE' THEN format(' OR ' || inside || ' AND ' || inside, 'committee_id', 'COMMITTEE', 'ancestor_id', 'COMMITTEE')
                -- The version that stands for none has no name.
                WHEN 'NAMED' THEN format(' OR ' || inside || ' OR committee_key = 0', 'committee_id', r.way)
                ELSE format(' OR ' || inside, CASE r.way WHEN 'COMMITTEE' THEN 'committee_id' WHEN 'SELF' THEN 'committee_id' WHEN 'SOCIETY' THEN 'society_id' ELSE 'branch_id' END, r.way)
            END, '' ORDER BY r.way = 'COMMITTEE' DESC, r.way), '') AS rule
    FROM dw.access_rule AS r WHERE r.way NOT IN ('SHARED', 'OWN') GROUP BY r.name
    UNION ALL
    SELECT DISTINCT r.name, 'owner', 'ALL', 'pg_database_owner', 'true' FROM dw.access_rule AS r WHERE r.way NOT IN ('SHARED', 'OWN');

    FOR one IN SELECT p.polname, c.relname FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid
        WHERE c.relnamespace = 'dw'::regnamespace AND NOT EXISTS (
            SELECT FROM wanted_policy AS w WHERE w.name = c.relname AND w.policy = p.polname
              AND obj_description(p.oid, 'pg_policy') = md5(concat_ws(' ', w.command, w.role, w.rule)))
    LOOP
        EXECUTE format('DROP POLICY %I ON dw.%I', one.polname, one.relname);
    END LOOP;
    FOR one IN SELECT DISTINCT w.name FROM wanted_policy AS w JOIN pg_class AS c ON c.oid = format('dw.%I', w.name)::regclass
        WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)
    LOOP
        EXECUTE format('ALTER TABLE dw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one.name);
    END LOOP;
    FOR one IN SELECT w.* FROM wanted_policy AS w WHERE NOT EXISTS (
        SELECT FROM pg_policy AS p WHERE p.polrelid = format('dw.%I', w.name)::regclass AND p.polname = w.policy)
    LOOP
        EXECUTE format('CREATE POLICY %I ON dw.%I FOR %s TO %I USING (%s)', one.policy, one.name, one.command, one.role, one.rule);
        EXECUTE format('COMMENT ON POLICY %I ON dw.%I IS %L', one.policy, one.name, md5(concat_ws(' ', one.command, one.role, one.rule)));
    END LOOP;
    DROP TABLE wanted_policy;
END $$;

-- Grants: mart_owner reads what mart shows, of partitions through their table alone.
DO $$
DECLARE
    one record;
BEGIN
    GRANT USAGE ON SCHEMA dw, graph TO mart_owner;
    GRANT USAGE, CREATE ON SCHEMA mart TO mart_owner;
    FOR one IN SELECT r.name, bool_or(r.way = 'OWN') AS is_own FROM dw.access_rule AS r GROUP BY r.name LOOP
        EXECUTE format('REVOKE ALL ON dw.%I FROM mart_owner', one.name);
        IF NOT one.is_own THEN
            EXECUTE format('GRANT SELECT ON dw.%I TO mart_owner', one.name);
        END IF;
    END LOOP;
    FOR one IN SELECT c.oid::regclass AS name FROM pg_class AS c WHERE c.relkind = 'v' AND c.relnamespace = 'dw'::regnamespace LOOP
        EXECUTE format('GRANT SELECT ON %s TO mart_owner', one.name);
    END LOOP;
    -- Documents and what waits for a load; nothing of anybody.
    GRANT SELECT ON graph.clause, graph.policy_document, graph.policy_clause, graph.touched TO mart_owner;
    FOR one IN SELECT c.oid::regclass AS name FROM pg_class AS c
        WHERE c.relkind = 'v' AND c.relnamespace = 'mart'::regnamespace AND c.relowner <> 'mart_owner'::regrole
    LOOP
        EXECUTE format('ALTER VIEW %s OWNER TO mart_owner', one.name);
    END LOOP;
    FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc AS p
        WHERE p.pronamespace = 'mart'::regnamespace AND p.proowner <> 'mart_owner'::regrole
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO mart_owner', one.name);
    END LOOP;
    -- A committee's report is read in its administrator's role, and its sheets are imported in it: both with temporary tables.
    GRANT EXECUTE ON FUNCTION mart.member_detail TO api_committee;
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO api_committee', current_database());
    -- A caller without a scope sees nothing, so every role that reads numbers may ask.
    FOR one IN SELECT role FROM unnest(ARRAY['api_committee', 'api_branch']) AS role WHERE NOT pg_has_role(role, 'bi_reader', 'MEMBER') LOOP
        EXECUTE format('GRANT bi_reader TO %I', one.role);
    END LOOP;
END $$;
