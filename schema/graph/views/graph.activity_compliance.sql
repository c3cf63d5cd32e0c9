CREATE OR REPLACE VIEW graph.activity_compliance AS
SELECT y.branch_id, y.year, d.category, d.collective_count, d.minimum, d.clause, d.is_met, d.appraisal_count, d.appraisal_minimum,
    d.held_count, d.documented_count, d.expected_count, d.attended_count,
    (SELECT count(*)::int FROM graph.activity AS a
     WHERE a.branch_id = y.branch_id AND a.year = y.year AND a.kind = 'ORGANIZATION_LIFE_MEETING' AND a.held_on IS NOT NULL) AS life_meeting_count,
    (graph.rule_section(c.region_code, 'assessment', make_date(y.year, 12, 31)) #>> '{activities,lifeMeetings,value}')::int AS life_meeting_minimum
FROM (
    SELECT branch_id, year FROM graph.activity
    UNION SELECT branch_id, year FROM graph.branch_year_plan
    UNION SELECT branch_id, year FROM graph.assessment_entry
) AS y
JOIN graph.branch AS b ON b.id = y.branch_id
JOIN graph.committee AS c ON c.id = b.committee_id
CROSS JOIN LATERAL graph.activity_year(y.branch_id, y.year, make_date(y.year, 12, 31),
    graph.rule_section(c.region_code, 'assessment', make_date(y.year, 12, 31)) -> 'activities') AS d;
COMMENT ON VIEW graph.activity_compliance IS '活动达标 Activities of a branch in a year against the minimum of its category, by the rules in effect at the year''s end (004 组织建设-2).';
COMMENT ON COLUMN graph.activity_compliance.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.activity_compliance.year IS 'The year: one with activities, a plan or an entry in a round.';
COMMENT ON COLUMN graph.activity_compliance.category IS '分类 The branch''s last category of that year.';
COMMENT ON COLUMN graph.activity_compliance.collective_count IS '集中开展 Collective activities held.';
COMMENT ON COLUMN graph.activity_compliance.minimum IS 'How many the category needs.';
COMMENT ON COLUMN graph.activity_compliance.clause IS 'Clause that says so.';
COMMENT ON COLUMN graph.activity_compliance.is_met IS '达标 Whether there were enough.';
COMMENT ON COLUMN graph.activity_compliance.appraisal_count IS '民主评议 Appraisals held.';
COMMENT ON COLUMN graph.activity_compliance.appraisal_minimum IS 'How many are needed.';
COMMENT ON COLUMN graph.activity_compliance.held_count IS 'All activities held.';
COMMENT ON COLUMN graph.activity_compliance.documented_count IS 'Those with plan, attendance and record.';
COMMENT ON COLUMN graph.activity_compliance.expected_count IS '应到 Sum of those expected.';
COMMENT ON COLUMN graph.activity_compliance.attended_count IS '实到 Sum of those who came.';
COMMENT ON COLUMN graph.activity_compliance.life_meeting_count IS '组织生活会 Organization life meetings held (004 班子建设-4).';
COMMENT ON COLUMN graph.activity_compliance.life_meeting_minimum IS 'How many are needed; null where no rule set says.';
