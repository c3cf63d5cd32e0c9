CREATE OR REPLACE VIEW mart.target_progress AS
SELECT *
FROM mart.target_progress_history
WHERE month = (SELECT p.month FROM dw.present_month AS p);
COMMENT ON VIEW mart.target_progress IS 'How far are this year''s targets? One row per committee and kind, in the newest month that is not to come. Add within one kind.';
COMMENT ON COLUMN mart.target_progress.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.target_progress.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.target_progress.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.target_progress.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.target_progress.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.target_progress.kind IS '任务 Kind of target: COMMUNITY_CHECK_IN 社区报到 (I24), CONTACT_POINT 联系点 (I25), WORK_MEETING, COMMITTEE_MEETING, FUND_REPORT.';
COMMENT ON COLUMN mart.target_progress.year IS 'The target''s year.';
COMMENT ON COLUMN mart.target_progress.target IS '目标 How many are asked for.';
COMMENT ON COLUMN mart.target_progress.done IS '完成 How many were done up to the day, no more of one duty than it asks.';
COMMENT ON COLUMN mart.target_progress.met IS '1 where as many were done as are asked for.';
COMMENT ON COLUMN mart.target_progress.load_id IS 'The load that wrote this row.';
GRANT SELECT ON mart.target_progress TO bi_reader;
