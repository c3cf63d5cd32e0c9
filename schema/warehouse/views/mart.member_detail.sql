-- Exact, small numbers included: for the report, which hides them itself where it prints totals beside them. Nobody but the owner and api_committee, as which a committee's report is read, may call it.
CREATE OR REPLACE FUNCTION mart.member_detail(month date)
RETURNS TABLE (branch_id bigint, committee_id bigint, is_established boolean, age_band text, sex text, status text, members int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT f.branch_id, b.committee_id, b.status = 'ESTABLISHED', d.age_band, d.sex, d.status, f.members
    FROM dw.loaded_month AS o
    JOIN dw.fct_member_count AS f ON f.valid_from <= o.snapshot_day AND o.snapshot_day < f.valid_to
    JOIN dw.dim_member_band AS d ON d.member_band_key = f.member_band_key
    JOIN dw.dim_branch AS b ON b.branch_id = f.branch_id AND b.superseded_run_id IS NULL AND b.valid_from <= o.snapshot_day AND o.snapshot_day < b.valid_to
        AND b.status IN ('PROPOSED', 'ESTABLISHED')
    WHERE o.month_key = to_char(member_detail.month, 'YYYYMM')::int * 100 + 1
      AND f.generation = (SELECT p.generation FROM dw.published AS p);
END;
COMMENT ON FUNCTION mart.member_detail IS 'Members of branches by band on the day of a month, small numbers included: for the report alone.';
REVOKE EXECUTE ON FUNCTION mart.member_detail FROM PUBLIC;
