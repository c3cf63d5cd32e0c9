-- Runs as its owner: bi_reader sees no table of dw. What a caller gives is quoted (dw.indicator_statement).
CREATE OR REPLACE FUNCTION mart.indicator_rows(
    indicator text, from_month date DEFAULT NULL, to_month date DEFAULT NULL, rule_set text DEFAULT NULL, filter jsonb DEFAULT '{}',
    key jsonb DEFAULT '{}', known_at timestamptz DEFAULT NULL)
RETURNS TABLE (
    "position" bigint, committee_id bigint, society_id bigint, branch_id bigint, activity_id bigint, meeting_id bigint, rectification_id bigint,
    event_filing_id bigint, assessment_id bigint, numerator numeric, denominator numeric)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off ROWS 1000
AS $$
BEGIN
    -- Rows about people are not told.
    RETURN QUERY EXECUTE format(
        'SELECT row_number() OVER (ORDER BY v.committee_id, v.society_id, v.branch_id, v.activity_id, v.meeting_id, v.rectification_id, v.event_filing_id, v.assessment_id), '
        'v.committee_id, v.society_id, v.branch_id, v.activity_id, v.meeting_id, v.rectification_id, v.event_filing_id, v.assessment_id, '
        'v.numerator, v.denominator FROM (%s) AS v WHERE NOT v.is_suppressed AND (v.numerator <> 0 OR v.denominator <> 0)',
        dw.indicator_statement(indicator, ARRAY['SUBJECT'], from_month, to_month, rule_set,
            jsonb_build_object('and', jsonb_build_array(coalesce(filter, '{}'), coalesce(key, '{}'))), mart.at(known_at), false));
END $$;
COMMENT ON FUNCTION mart.indicator_rows IS 'What a value is made of: one row per society, branch, activity or whatever the indicator counts, with what it adds to numerator and denominator. key, period_from and period_to as mart.indicator_value gave them.';
GRANT EXECUTE ON FUNCTION mart.indicator_rows TO bi_reader;
