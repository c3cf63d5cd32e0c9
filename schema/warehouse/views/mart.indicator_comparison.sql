-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.indicator_comparison(
    indicator text, by text[] DEFAULT '{}', from_month date DEFAULT NULL, to_month date DEFAULT NULL, relative text DEFAULT NULL,
    rule_set text DEFAULT NULL, filter jsonb DEFAULT '{}', known_at timestamptz DEFAULT NULL, subtotals boolean DEFAULT false,
    compare_to text DEFAULT NULL, compare_from date DEFAULT NULL, compare_rule_set text DEFAULT NULL)
RETURNS TABLE (
    "position" bigint, indicator_id text, period_from date, period_to date, as_of date,
    committee_id bigint, committee_name text, region_code text, region_name text, province_code text, province_name text,
    society_id bigint, society_name text, society_kind text, discipline_code text, discipline_name text, level text,
    branch_id bigint, branch_name text, branch_form text, category text, kind text, age_band text, sex text, member_status text,
    numerator numeric, denominator numeric, value numeric, is_suppressed boolean, subtotal_of text[], key jsonb, rule_set_code text, load_id bigint,
    compared_from date, compared_to date, compared_numerator numeric, compared_denominator numeric, compared_value numeric, difference numeric,
    compared_rule_set_code text, asked_filter jsonb, asked_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100
AS $$
DECLARE
    compares boolean := num_nonnulls(compare_to, compare_from, compare_rule_set) > 0;
    time_key text := (SELECT upper(u) FROM unnest(by) AS u WHERE upper(u) IN ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR') LIMIT 1);
    time_rule text := (SELECT i.content ->> 'time' FROM dw.indicator AS i WHERE i.id = upper(indicator));
    period record;
    months int := 0;
    before_since date;
    before_until date;
BEGIN
    IF relative IS NOT NULL THEN
        IF num_nonnulls(from_month, to_month) > 0 THEN
            PERFORM dw.refuse('SP-INDICATOR-016', 'A period is given both by its months and by a word.', 'Give one of them.');
        END IF;
        SELECT p.from_month, p.to_month INTO from_month, to_month FROM mart.period(relative, known_at) AS p;
    END IF;
    SELECT p.since, p.until, p.days INTO period FROM dw.indicator_period(time_rule, time_key, from_month, to_month, mart.at(known_at)) AS p;
    -- Of a state before the first month nothing is known; 0 of 0 would say that nothing was there. What it is compared with may lie before.
    IF time_rule = 'LAST' AND period.until < period.days[1] THEN
        PERFORM dw.refuse('SP-INDICATOR-022', format('No month is loaded up to %s.', period.until),
            format('Loaded are %s to %s.', to_char(period.days[1], 'YYYY-MM'), to_char(period.days[cardinality(period.days)], 'YYYY-MM')));
    END IF;
    IF compares THEN
        IF compare_to IS NOT NULL AND (compare_from IS NOT NULL OR upper(compare_to) NOT IN ('PERIOD_BEFORE', 'YEAR_BEFORE')) THEN
            PERFORM dw.refuse('SP-INDICATOR-017', 'What to compare with must be PERIOD_BEFORE, YEAR_BEFORE, or a first month.', 'Give one of them.');
        END IF;
        months := CASE
            WHEN upper(compare_to) = 'YEAR_BEFORE' THEN 12
            WHEN compare_to IS NOT NULL THEN CASE time_key WHEN 'MONTH' THEN 1 WHEN 'QUARTER' THEN 3 WHEN 'HALF_YEAR' THEN 6 WHEN 'YEAR' THEN 12
                ELSE (extract(year FROM age(period.until + 1, period.since)) * 12 + extract(month FROM age(period.until + 1, period.since)))::int END
            WHEN compare_from IS NOT NULL THEN ((extract(year FROM period.since) - extract(year FROM compare_from)) * 12
                + extract(month FROM period.since) - extract(month FROM compare_from))::int
            ELSE 0 END;
        before_since := period.since - make_interval(months => months);
        before_until := dw.period_start('MONTH', period.until) - make_interval(months => months);
    END IF;
    RETURN QUERY
    SELECT v.*, o.period_from, o.period_to, o.numerator, o.denominator, o.value, trim_scale(round(v.numerator / nullif(v.denominator, 0) - o.numerator / nullif(o.denominator, 0), 6)), o.rule_set_code, filter, known_at
    FROM mart.indicator_value(indicator, by, from_month, to_month, rule_set, filter, known_at, subtotals) AS v
    LEFT JOIN (
        SELECT * FROM mart.indicator_value(indicator, by, before_since, before_until, coalesce(compare_rule_set, rule_set), filter, known_at, subtotals)
        WHERE compares
    ) AS o ON o.key = v.key AND o.subtotal_of = v.subtotal_of AND o.period_from = (v.period_from - make_interval(months => months))::date;
END $$;
COMMENT ON FUNCTION mart.indicator_comparison IS 'mart.indicator_value beside the same of another period or rule set: compare_to is PERIOD_BEFORE or YEAR_BEFORE, compare_from the first month of the other period, compare_rule_set another rule set; relative is a word of mart.period instead of months. difference is what one value is more than the other, rounded once.';
GRANT EXECUTE ON FUNCTION mart.indicator_comparison TO bi_reader;
