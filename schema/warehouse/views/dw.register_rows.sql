-- The rows of a register in months, as a query. Whatever a fact does not have is null. What a caller gives gets in as quoted values only.
CREATE OR REPLACE FUNCTION dw.register_rows(register text, codes text[], filter jsonb, months text, rule_set bigint, load_id bigint)
RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    said record;
    has text[];
    used text[] := codes || dw.indicator_filter(filter);
    -- A row stands below several committees; only groups of them tell of it more than once.
    is_told_once boolean := 'COMMITTEE_TREE' = ANY (used) AND 'COMMITTEE_TREE' <> ALL (codes);
    dimensions text;
    measures text;
BEGIN
    SELECT r.* INTO said FROM dw.register AS r WHERE r.code = register;
    has := ARRAY(SELECT c.name FROM dw.fact_column AS c WHERE c.fact = said.fact);
    SELECT string_agg(format('%s::%s AS %s', CASE WHEN d.needs = ANY (has) AND (d.source IS DISTINCT FROM 'tree' OR d.code = ANY (codes)) THEN d.expression ELSE 'NULL' END,
        d.type, lower(d.code)), ', ') INTO dimensions
    FROM dw.dimension AS d WHERE d.field IS NOT NULL AND d.source IS DISTINCT FROM 'scheme_item';
    SELECT string_agg(CASE WHEN m.name = ANY (has) THEN 'f.' || m.name
        WHEN m.name IN ('form_name', 'form_english_name') AND 'branch_key' = ANY (has) THEN 'o.' || m.name ELSE 'NULL::' || m.type END || ' AS ' || m.name, ', ') INTO measures
    FROM dw.register_number AS m;
    RETURN format('SELECT %s b.bucket, b.day, %s AS row_key, to_date(nullif(%s, 0)::text, ''YYYYMMDD'') AS dated_on, %s, %s',
            CASE WHEN is_told_once THEN format('DISTINCT ON (b.bucket, b.month_key, %s)', said.row_key) ELSE '' END, said.row_key,
            coalesce('f.' || said.dated_by, 'NULL::int'), dimensions, measures)
        || format(E'\n    FROM (VALUES %s) AS b (month_key, bucket, day)\n    JOIN (%s) AS f ON %s', months, dw.fact_rows(said.fact, load_id),
            CASE said.time_rule WHEN 'YEARS' THEN 'f.year = b.month_key / 10000' ELSE 'f.month_key = b.month_key' END)
        || E'\n    LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key'
        || E'\n    LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key'
        || CASE WHEN 'branch_key' = ANY (has) THEN E'\n    LEFT JOIN dw.dim_branch AS o ON o.branch_key = f.branch_key' ELSE '' END
        || CASE WHEN 'COMMITTEE_TREE' = ANY (used) THEN format(
            E'\n    JOIN (%s) AS t ON t.committee_id = f.committee_id AND t.valid_from <= b.day AND b.day < t.valid_to', dw.bridge_known(load_id)) ELSE '' END
        || format(E'\n    WHERE %s AND %s', said.condition, dw.indicator_condition(filter, false, '{}'))
        || CASE WHEN said.fact = 'coverage_monthly' THEN format(' AND f.rule_set_id = %s', coalesce(rule_set, 0)) ELSE '' END;
END $$;
COMMENT ON FUNCTION dw.register_rows IS 'The rows of a register in some months, with every dimension and number that registers have, as a query.';
