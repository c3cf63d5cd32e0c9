-- Runs as its owner: bi_reader sees no table of dw. What a caller gives is quoted (dw.register_rows).
CREATE OR REPLACE FUNCTION mart.register_value(
    register text, by text[] DEFAULT '{}', from_month date DEFAULT NULL, to_month date DEFAULT NULL, relative text DEFAULT NULL,
    rule_set text DEFAULT NULL, filter jsonb DEFAULT '{}', known_at timestamptz DEFAULT NULL)
RETURNS TABLE (
    "position" bigint, register_of text, period_from date, period_to date, as_of date,
    committee_id bigint, region_code text, province_code text, society_id bigint, society_kind text, discipline_code text, level text,
    branch_id bigint, branch_form text, category text, grade text, grade_basis text, score_band bigint, fail_rule text, bonus_item text, bonus_level text,
    claim_status text, reason text, from_category text, to_category text, kind text, stage text, age_band text, sex text, member_status text,
    count bigint, share numeric, is_suppressed boolean, mean_fixed numeric, mean_bonus numeric, mean_total numeric, points numeric, counted numeric,
    upgrades bigint, ledgered bigint, closed bigint, notified bigint, late bigint, mean_days_open numeric, minimum_met bigint, appraisal_done bigint, load_id bigint,
    grade_code text, grade_name text, grade_english_name text, bonus_level_code text, bonus_level_name text, bonus_level_english_name text,
    form_code text, form_name text, form_english_name text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off ROWS 100
AS $$
#variable_conflict use_column
DECLARE
    asked record;
    keys text[];
    grouped text;
    names text;
    columns text;
BEGIN
    SELECT * INTO asked FROM dw.register_statement(register, by, from_month, to_month, relative, rule_set, coalesce(filter, '{}'), known_at);
    keys := ARRAY(SELECT lower(u) FROM unnest(asked.codes) AS u);
    -- A group stands under its own keys alone; each column is one dimension's, COMMITTEE's also COMMITTEE_TREE's.
    SELECT string_agg(coalesce('g.' || lower(c.code), 'NULL') || format('::%s AS %I', o.type, o.output), ', ' ORDER BY o.place) INTO columns
    FROM (SELECT d.output, min(d.type) AS type, min(d.place) AS place
          FROM (SELECT *, row_number() OVER () AS place FROM dw.dimension WHERE field IS NOT NULL AND used_by <> 'CONDITION' AND source IS DISTINCT FROM 'scheme_item') AS d
          GROUP BY d.output) AS o
    LEFT JOIN (SELECT d.output, d.code FROM dw.dimension AS d WHERE d.code = ANY (asked.codes)) AS c ON c.output = o.output;
    -- What a scheme calls a grade or a level is told of a group that has one grade or level of one name.
    SELECT string_agg(CASE WHEN asked.codes && n.keys
            THEN format('CASE WHEN count(%1$s) = count(*) AND min(%1$s) = max(%1$s) THEN min(%1$s) END AS %1$s', n.name) ELSE format('NULL::text AS %s', n.name) END, ', ') INTO names
    FROM (VALUES ('grade_name', ARRAY['GRADE', 'OWN_GRADE']), ('grade_english_name', ARRAY['GRADE', 'OWN_GRADE']),
        ('level_name', ARRAY['BONUS_LEVEL', 'OWN_BONUS_LEVEL']), ('level_english_name', ARRAY['BONUS_LEVEL', 'OWN_BONUS_LEVEL']),
        ('form_name', ARRAY['FORM', 'OWN_FORM']), ('form_english_name', ARRAY['FORM', 'OWN_FORM'])) AS n (name, keys);
    grouped := format(
        'SELECT bucket, max(day) AS day%1$s, %2$s FROM (%3$s) AS r GROUP BY bucket%1$s',
        coalesce((SELECT string_agg(', ' || k, '' ORDER BY place) FROM unnest(keys) WITH ORDINALITY AS u (k, place)), ''),
        CASE WHEN asked.is_of_people THEN 'sum(members)::bigint AS members'
            ELSE 'count(*) AS members, avg(fixed) AS fixed, avg(bonus) AS bonus, avg(total) AS total, sum(points) AS points, sum(counted) AS counted, sum(upgrade_to_a) AS upgrades, '
            'sum(ledgered) AS ledgered, sum(closed) AS closed, sum(notified) AS notified, sum(late) AS late, avg(days_open) AS days_open, sum(minimum_met) AS minimum_met, '
            'sum(appraisal_done) AS appraisal_done, ' || names END,
        asked.rows);
    IF asked.is_of_people THEN
        grouped := format('SELECT *, NULL::numeric AS fixed, NULL::numeric AS bonus, NULL::numeric AS total, NULL::numeric AS points, NULL::numeric AS counted, NULL::bigint AS upgrades, '
            'NULL::bigint AS ledgered, NULL::bigint AS closed, NULL::bigint AS notified, NULL::bigint AS late, NULL::numeric AS days_open, NULL::bigint AS minimum_met, '
            'NULL::bigint AS appraisal_done, %s FROM (%s) AS h', names, dw.small_numbers_hidden(grouped, keys));
    ELSE
        grouped := format('SELECT *, false AS is_hidden FROM (%s) AS n', grouped);
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT v.position, %1$L, v.period_from, v.period_to, v.day, '
        'v.committee_id, v.region_code, v.province_code, v.society_id, v.society_kind, v.discipline_code, v.level, v.branch_id, v.branch_form, v.category, v.grade, v.grade_basis, '
        'v.score_band, v.fail_rule, v.bonus_item, v.bonus_level, v.claim_status, v.reason, v.from_category, v.to_category, v.kind, v.stage, v.age_band, v.sex, v.member_status, '
        'v.n, v.share, v.is_hidden, v.fixed, v.bonus, v.total, v.points, v.counted, v.upgrades, v.ledgered, v.closed, v.notified, v.late, v.days_open, v.minimum_met, v.appraisal_done, %2$s::bigint, '
        'v.grade_code, v.grade_name, v.grade_english_name, v.bonus_level_code, v.level_name, v.level_english_name, v.form_code, v.form_name, v.form_english_name '
        'FROM (SELECT row_number() OVER (ORDER BY g.bucket%3$s) AS position, g.bucket AS period_from, %4$s AS period_to, g.day, %5$s, g.is_hidden, '
        'CASE WHEN NOT g.is_hidden THEN g.members END AS n, %6$s AS share, trim_scale(round(g.fixed, 6)) AS fixed, trim_scale(round(g.bonus, 6)) AS bonus, '
        'trim_scale(round(g.total, 6)) AS total, g.points, g.counted, g.upgrades, g.ledgered, g.closed, g.notified, g.late, trim_scale(round(g.days_open, 6)) AS days_open, '
        'g.minimum_met, g.appraisal_done, g.grade_name, g.grade_english_name, g.level_name, g.level_english_name, g.form_name, g.form_english_name FROM (%7$s) AS g) AS v',
        upper(register), asked.load_id,
        coalesce((SELECT string_agg(', g.' || k, '' ORDER BY place) FROM unnest(keys) WITH ORDINALITY AS u (k, place)), ''),
        CASE WHEN asked.time_key IS NULL THEN format('%L::date', asked.until) ELSE format('dw.period_end(%L, g.bucket)', asked.time_key) END,
        columns,
        -- Groups that overlap have no whole, and a share would tell the whole of people that are hidden.
        CASE WHEN asked.is_of_people OR 'COMMITTEE_TREE' = ANY (asked.codes) THEN 'NULL::numeric'
            ELSE 'trim_scale(round(g.members::numeric / sum(g.members) OVER (PARTITION BY g.bucket), 6))' END,
        grouped);
END $$;
COMMENT ON FUNCTION mart.register_value IS 'A register in groups: SELECT * FROM mart.register_value(''BONUS'', ''{BONUS_ITEM,BONUS_LEVEL}''). register is ASSESSMENT, FAILURE, BONUS, UNCOVERED_SOCIETY, BRANCH, CATEGORY_CHANGE, CATEGORY_TRANSITION, RECTIFICATION or MEMBER; share is of all groups of the same time. Of people, fewer than five are not told of, nor what would tell them.';
GRANT EXECUTE ON FUNCTION mart.register_value TO bi_reader;
