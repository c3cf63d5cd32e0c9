-- A minimum of activities that no rule set states is asked of nobody: who has none is neither at it nor below it. What was loaded before had one.
DO $$
DECLARE
    place text;
BEGIN
    FOREACH place IN ARRAY ARRAY['', '_history'] LOOP
        EXECUTE format('ALTER TABLE dw.fct_branch_monthly%s ADD COLUMN minimum_asked smallint NOT NULL DEFAULT 1 CHECK (minimum_asked BETWEEN 0 AND 1)', place);
        EXECUTE format('ALTER TABLE dw.fct_branch_monthly%s ALTER COLUMN minimum_asked DROP DEFAULT', place);
    END LOOP;
    FOR place IN
        SELECT c.relname FROM pg_class AS c
        WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname ~ '^fct_branch_monthly(_history|_g[0-9]+)?$'
    LOOP
        EXECUTE format('COMMENT ON COLUMN dw.%I.minimum_asked IS %L', place, '1 where a rule set states a minimum of activities for the branch.');
    END LOOP;
END $$;

ALTER TABLE dw.agg_branch_province ADD COLUMN minimum_asked_established bigint;
UPDATE dw.agg_branch_province SET minimum_asked_established = established;
ALTER TABLE dw.agg_branch_province ALTER COLUMN minimum_asked_established SET NOT NULL;
DO $$
DECLARE
    place text;
BEGIN
    FOR place IN
        SELECT c.relname FROM pg_class AS c
        WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname ~ '^agg_branch_province(_g[0-9]+)?$'
    LOOP
        EXECUTE format('COMMENT ON COLUMN dw.%I.minimum_asked_established IS %L', place, 'Sum of minimum_asked of established branches.');
    END LOOP;
END $$;
