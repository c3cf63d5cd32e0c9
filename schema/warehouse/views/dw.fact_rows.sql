-- The rows of a fact as SQL: the published ones, or those that a load knew.
CREATE OR REPLACE FUNCTION dw.fact_rows(fact text, load_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    generation int := (SELECT p.generation FROM dw.published AS p);
    columns text := (
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
        FROM pg_attribute AS a
        WHERE a.attrelid = to_regclass('dw.fct_' || fact || '_history') AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'superseded_run_id');
    rows text := format('SELECT %1$s FROM dw.fct_%2$s WHERE generation = %3$s', columns, fact, generation);
    borders bigint[];
BEGIN
    -- The policy is the wall; this is the path, by the index on the committee. Of very many ranges it is none.
    IF columns ~ '\mcommittee_id\M' AND current_setting('role') <> 'api_branch' AND NOT dw.sees_everything() THEN
        borders := dw.seen('COMMITTEE');
        IF cardinality(borders) BETWEEN 2 AND 16 THEN
            rows := format('%s AND (%s)', rows, (
                SELECT string_agg(format('committee_id >= %s AND committee_id < %s', borders[2 * i - 1], borders[2 * i]), ' OR ')
                FROM generate_series(1, cardinality(borders) / 2) AS i));
        END IF;
    END IF;
    IF load_id IS NOT NULL THEN
        rows := format(
            '%1$s AND load_run_id <= %2$s UNION ALL SELECT %3$s FROM dw.fct_%4$s_history WHERE load_run_id <= %2$s AND superseded_run_id > %2$s',
            rows, load_id, columns, fact);
    END IF;
    IF fact = 'assessment_item' THEN
        -- An item's other dimensions are its result's.
        RETURN format('SELECT i.*, a.month_key, a.category, a.branch_key, a.society_key FROM (%s) AS i JOIN (%s) AS a USING (assessment_id)',
            rows, dw.fact_rows('assessment', load_id));
    ELSIF fact = 'member_count' THEN
        -- It has periods of one number; months are asked here, with the versions of their day.
        RETURN format(
            'SELECT o.month_key, n.branch_id, n.member_band_key, n.members, b.branch_key, b.committee_id, c.committee_key, coalesce(s.society_key, 0) AS society_key, b.category, d.age_band, d.sex, d.status AS member_status '
            'FROM (%1$s) AS o '
            'JOIN (%2$s) AS n ON n.valid_from <= o.snapshot_day AND o.snapshot_day < n.valid_to '
            'JOIN dw.dim_member_band AS d ON d.member_band_key = n.member_band_key '
            'JOIN (%3$s) AS b ON b.branch_id = n.branch_id AND b.valid_from <= o.snapshot_day AND o.snapshot_day < b.valid_to AND b.status IN (''PROPOSED'', ''ESTABLISHED'') '
            'JOIN (%4$s) AS c ON c.committee_id = b.committee_id AND c.valid_from <= o.snapshot_day AND o.snapshot_day < c.valid_to '
            'LEFT JOIN (%5$s) AS s ON s.society_id = b.lead_society_id AND s.valid_from <= o.snapshot_day AND o.snapshot_day < s.valid_to',
            dw.months_known(load_id), rows, dw.versions_known('dim_branch', load_id), dw.versions_known('dim_committee', load_id),
            dw.versions_known('dim_society', load_id));
    END IF;
    RETURN rows;
END $$;
COMMENT ON FUNCTION dw.fact_rows IS 'The rows of a fact, such as coverage_monthly, as a query: the published ones, or with a load those that it knew.';
