CREATE OR REPLACE VIEW graph.assessment_suggested_score AS
SELECT e.id AS entry_id, i.item_code, i.section, i.maximum,
    round(CASE i.item_code
        WHEN s.content #>> '{activities,item}' THEN i.maximum * (
            SELECT d.suggested_share FROM graph.activity_year(e.branch_id, e.year, r.cut_off_on, s.content -> 'activities') AS d)
        WHEN s.content #>> '{activities,planItem}' THEN i.maximum * coalesce((
            SELECT num_nonnulls(p.planned_on, p.summarized_on) / 2.0 FROM graph.branch_year_plan AS p WHERE p.branch_id = e.branch_id AND p.year = e.year), 0)
        ELSE (SELECT d.score FROM graph.debrief AS d WHERE d.entry_id = e.id)
    END, 2) AS score
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
JOIN graph.assessment_scheme_item AS i ON i.scheme_id = s.id AND (
    i.item_code IN (s.content #>> '{activities,item}', s.content #>> '{activities,planItem}')
    OR (i.item_code = s.content #>> '{debrief,item}' AND e.debriefed_on IS NOT NULL));
COMMENT ON VIEW graph.assessment_suggested_score IS '建议得分 Points that records suggest; a person confirms them.';
COMMENT ON COLUMN graph.assessment_suggested_score.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_suggested_score.item_code IS 'The item.';
COMMENT ON COLUMN graph.assessment_suggested_score.section IS 'Its section.';
COMMENT ON COLUMN graph.assessment_suggested_score.maximum IS 'Points that it can give.';
COMMENT ON COLUMN graph.assessment_suggested_score.score IS 'Points suggested.';
