CREATE OR REPLACE VIEW graph.assessment_activity AS
SELECT e.id AS entry_id, e.branch_id, e.year, d.category, d.collective_count, d.minimum, d.clause, d.is_met, d.appraisal_count, d.appraisal_minimum,
    d.held_count, d.documented_count, d.expected_count, d.attended_count,
    (SELECT count(*)::int FROM graph.activity AS a
     WHERE a.branch_id = e.branch_id AND a.year = e.year AND a.kind = 'ORGANIZATION_LIFE_MEETING' AND a.held_on <= r.cut_off_on) AS life_meeting_count,
    (s.content #>> '{activities,lifeMeetings,value}')::int AS life_meeting_minimum
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
CROSS JOIN LATERAL graph.activity_year(e.branch_id, e.year, r.cut_off_on, s.content -> 'activities') AS d;
COMMENT ON VIEW graph.assessment_activity IS 'As graph.activity_compliance, of an entry: up to its round''s cut-off day and by its round''s scheme.';
COMMENT ON COLUMN graph.assessment_activity.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_activity.branch_id IS 'Its branch.';
COMMENT ON COLUMN graph.assessment_activity.year IS 'Its year.';
COMMENT ON COLUMN graph.assessment_activity.category IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.collective_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.minimum IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.clause IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.is_met IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.appraisal_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.appraisal_minimum IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.held_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.documented_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.expected_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.attended_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.life_meeting_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.life_meeting_minimum IS 'As in graph.activity_compliance.';
