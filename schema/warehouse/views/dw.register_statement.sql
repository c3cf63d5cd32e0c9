-- Which rows of a register a question is about, as a query. It refuses what cannot be asked.
CREATE OR REPLACE FUNCTION dw.register_statement(
    register text, by text[], from_month date, to_month date, relative text, rule_set text, filter jsonb, known_at timestamptz,
    OUT rows text, OUT codes text[], OUT time_key text, OUT until date, OUT ordering text, OUT is_of_people boolean, OUT load_id bigint)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    said record;
    code text;
    available text[];
    lengths text[];
    period record;
    months text[];
    rule_set_id bigint := dw.rule_set_named(rule_set);
    parts text[];
BEGIN
    SELECT r.*, w.months INTO said FROM dw.register AS r JOIN dw.fact AS w ON w.name = r.fact WHERE r.code = upper(register);
    IF said.code IS NULL THEN
        PERFORM dw.refuse('SP-INDICATOR-020', format('There is no register "%s".', left(register, 60)),
            'There are ' || (SELECT string_agg(r.code, ', ') FROM dw.register AS r) || '.');
    END IF;
    available := dw.register_dimensions(said.code, false);
    lengths := CASE said.time_rule WHEN 'YEARS' THEN ARRAY['YEAR'] ELSE ARRAY['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] END;
    codes := '{}';
    FOREACH code IN ARRAY ARRAY(SELECT upper(u) FROM unnest(coalesce(by, '{}')) AS u WHERE u IS NOT NULL) LOOP
        IF code = ANY (lengths) THEN
            IF time_key <> code THEN
                PERFORM dw.refuse('SP-INDICATOR-004', format('"by" has both %s and %s.', time_key, code), 'Name one length of time.');
            END IF;
            time_key := code;
        ELSIF code <> ALL (available) THEN
            PERFORM dw.refuse('SP-INDICATOR-005', format('%s cannot be grouped by "%s".', said.code, left(code, 60)),
                'It can by ' || array_to_string(available || lengths, ', ') || '.');
        ELSIF code <> ALL (codes) THEN
            codes := codes || code;
        END IF;
    END LOOP;
    IF codes @> ARRAY['COMMITTEE', 'COMMITTEE_TREE'] THEN
        PERFORM dw.refuse('SP-INDICATOR-006', '"by" has both COMMITTEE and COMMITTEE_TREE.', 'Name one: each committee by itself, or each with those below it.');
    END IF;
    available := dw.register_dimensions(said.code, true);
    FOREACH code IN ARRAY dw.indicator_filter(filter) LOOP
        IF code <> ALL (available) THEN
            PERFORM dw.refuse('SP-INDICATOR-005', format('%s cannot be filtered by %s.', said.code, code), 'It can by ' || array_to_string(available, ', ') || '.');
        END IF;
    END LOOP;
    is_of_people := said.fact = 'member_count';
    IF is_of_people AND filter::text ~ '"(or|not|neq|nin|nstartsWith|ncontains|nendsWith)":' THEN
        PERFORM dw.refuse('SP-INDICATOR-019', format('%s counts people: what a negation leaves over could be one of them.', said.code), 'Ask by eq, in or startsWith.');
    END IF;
    IF relative IS NOT NULL THEN
        IF num_nonnulls(from_month, to_month) > 0 THEN
            PERFORM dw.refuse('SP-INDICATOR-016', 'A period is given both by its months and by a word.', 'Give one of them.');
        END IF;
        SELECT p.from_month, p.to_month INTO from_month, to_month FROM mart.period(relative, known_at) AS p;
    END IF;
    load_id := mart.at(known_at);
    SELECT * INTO period FROM dw.indicator_period(CASE said.time_rule WHEN 'YEARS' THEN 'YEAR' WHEN 'TRANSITION' THEN 'SUM' ELSE said.time_rule END,
        time_key, from_month, to_month, load_id);
    until := period.until;
    -- Where a time has no month, no row is told.
    months := ARRAY(
        SELECT coalesce((SELECT string_agg(format('(%s, %L::date, %L::date)', m.month_key, m.bucket, m.day), ', ')
            FROM dw.indicator_months(t.rule, CASE said.time_rule WHEN 'YEARS' THEN 'YEARS' ELSE said.months END,
                time_key, period.since, period.until, period.known, period.days, period.horizon) AS m), format('(0, %1$L::date, %1$L::date)', period.since))
        FROM unnest(CASE said.time_rule WHEN 'YEARS' THEN ARRAY['YEAR'] WHEN 'TRANSITION' THEN ARRAY['LAST', 'OPENING'] ELSE ARRAY[said.time_rule] END) WITH ORDINALITY AS t (rule, place)
        ORDER BY t.place);
    parts := ARRAY(SELECT dw.register_rows(said.code, codes, filter, m.months, rule_set_id, load_id) FROM unnest(months) WITH ORDINALITY AS m (months, place) ORDER BY m.place);
    rows := parts[1];
    IF said.time_rule = 'TRANSITION' THEN
        -- What a branch is like is told of the last month, or where it is gone of the opening. A time without its opening tells of no transition.
        rows := format(
            'SELECT coalesce(n.bucket, o.bucket) AS bucket, coalesce(n.day, o.day) AS day, coalesce(n.row_key, o.row_key) AS row_key, NULL::date AS dated_on, %s, %s '
            'FROM (%s) AS n FULL JOIN (%s) AS o ON o.bucket = n.bucket AND o.row_key = n.row_key AND coalesce(o.committee_tree, 0) = coalesce(n.committee_tree, 0) '
            'WHERE coalesce(n.bucket, o.bucket) IN (SELECT m.bucket FROM (VALUES %s) AS m (month_key, bucket, day) WHERE m.month_key > 0) '
            'AND coalesce(n.bucket, o.bucket) IN (SELECT m.bucket FROM (VALUES %s) AS m (month_key, bucket, day) WHERE m.month_key > 0)',
            (SELECT string_agg(CASE d.code WHEN 'FROM_CATEGORY' THEN 'o.category AS from_category' WHEN 'TO_CATEGORY' THEN 'n.category AS to_category'
                    ELSE format('coalesce(n.%1$s, o.%1$s) AS %1$s', lower(d.code)) END, ', ')
             FROM dw.dimension AS d WHERE d.field IS NOT NULL AND d.source IS DISTINCT FROM 'scheme_item'),
            (SELECT string_agg('n.' || m.name, ', ') FROM dw.register_number AS m), parts[1], parts[2], months[1], months[2]);
    END IF;
    ordering := said.ordering;
    load_id := coalesce(load_id, (SELECT p.load_run_id FROM dw.published AS p));
END $$;
COMMENT ON FUNCTION dw.register_statement IS 'What a question about a register asks: its rows as a query, the keys of its groups, its length of time, and the load that knows it.';
