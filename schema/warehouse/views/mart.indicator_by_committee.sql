CREATE OR REPLACE FUNCTION mart.indicator_by_committee(from_month date DEFAULT NULL, to_month date DEFAULT NULL, known_at timestamptz DEFAULT NULL)
RETURNS TABLE (
    indicator_id text, name_zh text, committee_id bigint, committee_name text, region_code text, period_from date, period_to date, as_of date,
    numerator numeric, denominator numeric, value numeric, rule_set_code text, load_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1000
BEGIN ATOMIC
    SELECT v.indicator_id, i.content #>> '{title,zh}', v.committee_id, v.committee_name, c.region_code, v.period_from, v.period_to, v.as_of,
           v.numerator, v.denominator, v.value, v.rule_set_code, v.load_id
    FROM dw.indicator AS i
    CROSS JOIN LATERAL mart.indicator_value(i.id, '{COMMITTEE}', from_month, to_month, known_at => known_at) AS v
    LEFT JOIN LATERAL (
        SELECT d.region_code FROM dw.dim_committee AS d WHERE d.committee_id = v.committee_id AND d.superseded_run_id IS NULL ORDER BY d.valid_to DESC LIMIT 1
    ) AS c ON true
    ORDER BY i.position, v.period_from, v.committee_id;
END;
COMMENT ON FUNCTION mart.indicator_by_committee IS 'Every indicator of every committee in one table: SELECT * FROM mart.indicator_by_committee(). Without months the newest of each; by the default rule set. Indicators are not added to each other.';
GRANT EXECUTE ON FUNCTION mart.indicator_by_committee TO bi_reader;
