CREATE OR REPLACE VIEW mart.member_count_history AS
SELECT m.calendar_date AS month,
       b.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.province_code,
       d.age_band,
       d.sex,
       d.status,
       -- Fewer than five people are not told of.
       CASE WHEN sum(f.members) >= 5 THEN sum(f.members) END AS members,
       sum(f.members) < 5 AS is_suppressed,
       max(f.load_run_id) AS load_id
FROM dw.loaded_month AS o
JOIN dw.dim_date AS m ON m.date_key = o.month_key
JOIN dw.fct_member_count AS f ON f.valid_from <= o.snapshot_day AND o.snapshot_day < f.valid_to
JOIN dw.dim_member_band AS d ON d.member_band_key = f.member_band_key
JOIN dw.dim_branch AS b ON b.branch_id = f.branch_id AND b.superseded_run_id IS NULL AND b.valid_from <= o.snapshot_day AND o.snapshot_day < b.valid_to
    AND b.status IN ('PROPOSED', 'ESTABLISHED')
JOIN dw.dim_committee AS c ON c.committee_id = b.committee_id AND c.superseded_run_id IS NULL AND c.valid_from <= o.snapshot_day AND o.snapshot_day < c.valid_to
WHERE f.generation = (SELECT p.generation FROM dw.published AS p)
GROUP BY m.calendar_date, b.committee_id, c.name, c.region_code, c.province_code, d.age_band, d.sex, d.status;
COMMENT ON VIEW mart.member_count_history IS 'How many party members were there? One row per month, committee and band. Do not add over months. Fewer than five people are not told of: a sum leaves them out. Shares of bands: mart.indicator_value.';
COMMENT ON COLUMN mart.member_count_history.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.member_count_history.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.member_count_history.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.member_count_history.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.member_count_history.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.member_count_history.age_band IS '年龄段 Age band; UNKNOWN where no year of birth is kept.';
COMMENT ON COLUMN mart.member_count_history.sex IS '性别 Sex; UNKNOWN where it is not kept.';
COMMENT ON COLUMN mart.member_count_history.status IS 'FULL 正式 or PROBATIONARY 预备.';
COMMENT ON COLUMN mart.member_count_history.members IS 'Number of party members; null where there are fewer than five.';
COMMENT ON COLUMN mart.member_count_history.is_suppressed IS 'True where there are fewer than five.';
COMMENT ON COLUMN mart.member_count_history.load_id IS 'The newest load that wrote one of its numbers.';
GRANT SELECT ON mart.member_count_history TO bi_reader;
