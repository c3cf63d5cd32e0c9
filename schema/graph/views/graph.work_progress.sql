CREATE OR REPLACE VIEW graph.work_progress AS
SELECT t.id, t.committee_id, t.year, t.kind, t.target, t.due_on, t.clause, a.actual,
       round(a.actual::numeric / nullif(t.target, 0), 6) AS share
FROM graph.work_target AS t
-- More than is due in one part of the year does not make up for what is missing in another.
CROSS JOIN LATERAL (SELECT coalesce(sum(least(s.progress, s.target)), 0)::int AS actual FROM graph.duty_state AS s WHERE s.work_target_id = t.id) AS a;
COMMENT ON VIEW graph.work_progress IS '年度目标完成情况 Targets of a year and what was reached of them.';
COMMENT ON COLUMN graph.work_progress.id IS 'Key of the target.';
COMMENT ON COLUMN graph.work_progress.committee_id IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.year IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.kind IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.target IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.due_on IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.clause IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.actual IS 'How many count.';
COMMENT ON COLUMN graph.work_progress.share IS 'actual ÷ target; null where the target is 0.';
