-- What registers are counted by: why a society has no organization and since when, the rule by which a branch failed, the kind of a problem.
-- Null in rows of earlier loads; the next load is a full one and fills what it computes.

DO $$
DECLARE
    said record;
    place text;
BEGIN
    FOR said IN SELECT * FROM (VALUES
        ('coverage_monthly', 'uncovered_reason', 'text', '未建党组织原因 Why the society has no organization; null where it has one, or nothing tells.'),
        ('coverage_monthly', 'uncovered_since', 'date', 'First day of that reason; null where it is not stated.'),
        ('assessment', 'fail_rule', 'text', '不合格情形 The rule by which the branch failed: of several findings that stand, the first; null where none does.'),
        ('rectification', 'kind', 'text', '问题类别 Kind of the problem; null where nobody classified it.')
    ) AS listed (fact, name, type, words) LOOP
        FOREACH place IN ARRAY ARRAY['', '_history'] LOOP
            EXECUTE format('ALTER TABLE dw.fct_%s%s ADD COLUMN %I %s', said.fact, place, said.name, said.type);
        END LOOP;
        FOR place IN
            SELECT c.relname FROM pg_class AS c
            WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname ~ ('^fct_' || said.fact || '(_history|_g[0-9]+)?$')
        LOOP
            EXECUTE format('COMMENT ON COLUMN dw.%I.%I IS %L', place, said.name, said.words);
        END LOOP;
    END LOOP;
END $$;
