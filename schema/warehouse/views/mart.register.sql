-- Runs as its owner: bi_reader sees no table of dw. What a caller gives is quoted (dw.register_rows).
CREATE OR REPLACE FUNCTION mart.register(
    register text, from_month date DEFAULT NULL, to_month date DEFAULT NULL, relative text DEFAULT NULL, rule_set text DEFAULT NULL,
    filter jsonb DEFAULT '{}', known_at timestamptz DEFAULT NULL)
RETURNS TABLE (
    "position" bigint, register_of text, period_from date, as_of date, rank bigint, year int, dated_on date,
    committee_id bigint, society_id bigint, society_kind text, discipline_code text, level text, branch_id bigint, branch_form text, category text,
    grade text, grade_basis text, score_band bigint, fail_rule text, fixed numeric, bonus numeric, total numeric,
    bonus_item text, bonus_level text, claim_status text, points numeric, counted numeric, title text, reason text, since date, is_worked boolean,
    from_category text, to_category text, kind text, stage text, closed_on date, minimum_met boolean, appraisal_done boolean, activities bigint,
    assessment_id bigint, bonus_claim_id bigint, rectification_id bigint, load_id bigint,
    grade_code text, grade_name text, grade_english_name text, bonus_level_code text, bonus_level_name text, bonus_level_english_name text,
    form_code text, form_name text, form_english_name text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off ROWS 1000
AS $$
#variable_conflict use_column
DECLARE
    asked record;
BEGIN
    SELECT * INTO asked FROM dw.register_statement(register, '{}', from_month, to_month, relative, rule_set, coalesce(filter, '{}'), known_at);
    IF asked.is_of_people THEN
        PERFORM dw.refuse('SP-INDICATOR-021', format('%s is told in groups alone: its rows would be people.', upper(register)), 'Ask for groups.');
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT row_number() OVER (ORDER BY %1$s), %2$L, r.bucket, r.day, CASE WHEN r.total IS NOT NULL THEN rank() OVER (PARTITION BY r.year ORDER BY r.total DESC) END, '
        'r.year, r.dated_on, nullif(r.committee, 0), nullif(r.society, 0), r.society_kind, r.discipline, nullif(r.level, ''UNKNOWN''), nullif(r.branch, 0), nullif(r.form, ''UNKNOWN''), r.category, r.grade, r.grade_basis, r.score_band, '
        'r.fail_rule, r.fixed, r.bonus, r.total, r.bonus_item, r.bonus_level, r.claim_status, r.points, r.counted, '
        '(SELECT k.label_zh FROM dw.dim_code AS k WHERE (k.kind, k.code) = (''bonus_item'', r.bonus_item) OR (k.kind, k.code) = (''fail_rule'', r.fail_rule)), '
        'r.reason, r.since, r.work = 1, r.from_category, r.to_category, r.kind, r.stage, to_date(nullif(r.closed_key, 0)::text, ''YYYYMMDD''), CASE WHEN r.minimum_asked = 1 THEN r.minimum_met = 1 END, '
        'r.appraisal_done = 1, r.activities_year::bigint, r.assessment_id, r.bonus_claim_id, r.rectification_id, %3$s::bigint, '
        'r.own_grade, r.grade_name, r.grade_english_name, r.own_bonus_level, r.level_name, r.level_english_name, r.own_form, r.form_name, r.form_english_name FROM (%4$s) AS r',
        asked.ordering, upper(register), asked.load_id, asked.rows);
END $$;
COMMENT ON FUNCTION mart.register IS 'A register, one by one: SELECT * FROM mart.register(''FAILURE'', ''2025-01-01'', ''2025-12-31''). rank is the place by total score among the rows that are asked for, year by year. Registers are those of mart.register_value, but for MEMBER, which is told in groups alone.';
GRANT EXECUTE ON FUNCTION mart.register TO bi_reader;
