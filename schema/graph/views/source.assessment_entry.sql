CREATE OR REPLACE VIEW source.assessment_entry AS
SELECT e.id AS entry_id, e.branch_id, e.year, r.scheme_id, e.stage, e.self_submitted_on, e.debriefed_on, e.debrief_basis, e.reviewed_on,
       -- The last time that it was reached, where it is not undone.
       CASE WHEN e.stage <> 'SELF' THEN (SELECT (max(v.moved_at) AT TIME ZONE 'Asia/Shanghai')::date FROM graph.assessment_stage_event AS v
        WHERE v.entry_id = e.id AND v.from_stage = 'SELF' AND v.to_stage = 'SUPERVISED') END AS supervised_on
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id;
COMMENT ON VIEW source.assessment_entry IS 'One row per entry of a branch in a round, with the days of its stages.';
