CREATE OR REPLACE VIEW mart.member_count AS
SELECT *
FROM mart.member_count_history
WHERE month = (SELECT p.month FROM dw.present_month AS p);
COMMENT ON VIEW mart.member_count IS 'How many party members, by age band, sex and status? One row per committee and band, in the newest month that is not to come. Fewer than five people are not told of, and a sum leaves them out.';
COMMENT ON COLUMN mart.member_count.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.member_count.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.member_count.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.member_count.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.member_count.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.member_count.age_band IS '年龄段 Age band; UNKNOWN where no year of birth is kept.';
COMMENT ON COLUMN mart.member_count.sex IS '性别 Sex; UNKNOWN where it is not kept.';
COMMENT ON COLUMN mart.member_count.status IS 'FULL 正式 or PROBATIONARY 预备.';
COMMENT ON COLUMN mart.member_count.members IS 'Number of party members; null where there are fewer than five.';
COMMENT ON COLUMN mart.member_count.is_suppressed IS 'True where there are fewer than five.';
COMMENT ON COLUMN mart.member_count.load_id IS 'The newest load that wrote one of its numbers.';
GRANT SELECT ON mart.member_count TO bi_reader;
