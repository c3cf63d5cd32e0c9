-- Runs as its owner: bi_reader sees no table of dw. What a caller gives is quoted (dw.indicator_statement).
CREATE OR REPLACE FUNCTION mart.indicator_value(
    indicator text, by text[] DEFAULT '{}', from_month date DEFAULT NULL, to_month date DEFAULT NULL, rule_set text DEFAULT NULL,
    filter jsonb DEFAULT '{}', known_at timestamptz DEFAULT NULL, subtotals boolean DEFAULT false)
RETURNS TABLE (
    "position" bigint, indicator_id text, period_from date, period_to date, as_of date,
    committee_id bigint, committee_name text, region_code text, region_name text, province_code text, province_name text,
    society_id bigint, society_name text, society_kind text, discipline_code text, discipline_name text, level text,
    branch_id bigint, branch_name text, branch_form text, category text, kind text, age_band text, sex text, member_status text,
    numerator numeric, denominator numeric, value numeric, is_suppressed boolean, subtotal_of text[], key jsonb, rule_set_code text, load_id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off ROWS 100
AS $$
DECLARE
    asked text[] := ARRAY(SELECT upper(u) FROM unnest(by) AS u);
BEGIN
    -- Only what is asked by has a name: names are looked up row by row, those of few things at once.
    RETURN QUERY EXECUTE format(
        'SELECT v.position, %L, v.period_from, v.period_to, v.as_of, '
        'v.committee_id, %s, v.region_code, %s, v.province_code, %s, v.society_id, %s, v.society_kind, v.discipline_code, %s, v.level, v.branch_id, %s, '
        'v.branch_form, v.category, v.kind, v.age_band, v.sex, v.member_status, '
        'v.numerator, v.denominator, v.value, v.is_suppressed, v.subtotal_of, v.key, v.rule_set_code, v.load_id FROM (%s) AS v %s %s ORDER BY v.position',
        upper(indicator),
        CASE WHEN asked && '{COMMITTEE,COMMITTEE_TREE,SUBJECT}' THEN
            '(SELECT c.name FROM dw.dim_committee AS c WHERE c.committee_id = v.committee_id AND c.superseded_run_id IS NULL ORDER BY c.valid_to DESC LIMIT 1)' ELSE 'NULL::text' END,
        CASE WHEN asked && '{REGION}' THEN '(SELECT r.name FROM dw.dim_region AS r WHERE r.region_code = v.region_code::char(6))' ELSE 'NULL::text' END,
        CASE WHEN asked && '{PROVINCE}' THEN 'p.name' ELSE 'NULL::text' END,
        CASE WHEN asked && '{SOCIETY,SUBJECT}' THEN
            '(SELECT s.name FROM dw.dim_society AS s WHERE s.society_id = v.society_id AND s.superseded_run_id IS NULL ORDER BY s.valid_to DESC LIMIT 1)' ELSE 'NULL::text' END,
        CASE WHEN asked && '{DISCIPLINE}' THEN 'd.label_zh' ELSE 'NULL::text' END,
        CASE WHEN asked && '{BRANCH,SUBJECT}' THEN
            '(SELECT b.name FROM dw.dim_branch AS b WHERE b.branch_id = v.branch_id AND b.superseded_run_id IS NULL ORDER BY b.valid_to DESC LIMIT 1)' ELSE 'NULL::text' END,
        dw.indicator_statement(indicator, coalesce(by, '{}'), from_month, to_month, rule_set, coalesce(filter, '{}'), mart.at(known_at), coalesce(subtotals, false)),
        CASE WHEN asked && '{PROVINCE}' THEN
            'LEFT JOIN (SELECT r.region_code::text AS code, r.name FROM dw.dim_region AS r WHERE r.region_code LIKE ''__0000'') AS p ON p.code = v.province_code' ELSE '' END,
        CASE WHEN asked && '{DISCIPLINE}' THEN
            'LEFT JOIN (SELECT c.code, c.label_zh FROM dw.dim_code AS c WHERE c.kind = ''discipline'') AS d ON d.code = v.discipline_code' ELSE '' END);
END $$;
COMMENT ON FUNCTION mart.indicator_value IS 'Any indicator by anything: SELECT * FROM mart.indicator_value(''I01'', ''{PROVINCE,MONTH}'', ''2026-01-01'', ''2026-12-31'', filter => ''{"level": {"eq": "MUNICIPAL"}}''). One row per period and group with numerator, denominator and value; a value is never added or averaged, add the parts where subtotal_of is empty. Without months: the newest month, year or half-year of the indicator. Groups of COMMITTEE_TREE overlap. Definitions: mart.indicator.';
GRANT EXECUTE ON FUNCTION mart.indicator_value TO bi_reader;
