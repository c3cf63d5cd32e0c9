CREATE OR REPLACE VIEW graph.assessment_suggested_score AS
SELECT e.id AS entry_id, i.item_code, i.section, i.maximum,
    round(CASE i.item_code
        WHEN s.content #>> '{activities,item}' THEN i.maximum * (
            SELECT d.suggested_share FROM graph.activity_year(e.branch_id, e.year, r.cut_off_on, s.content -> 'activities') AS d)
        WHEN s.content #>> '{activities,planItem}' THEN i.maximum * coalesce((
            SELECT num_nonnulls(p.planned_on, p.summarized_on) / 2.0 FROM graph.branch_year_plan AS p WHERE p.branch_id = e.branch_id AND p.year = e.year), 0)
        ELSE (SELECT d.score FROM graph.debrief AS d WHERE d.entry_id = e.id)
    END, 2) AS score, i.usual_section
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
JOIN graph.assessment_scheme_item AS i ON i.scheme_id = s.id AND (
    i.item_code IN (s.content #>> '{activities,item}', s.content #>> '{activities,planItem}')
    OR (i.item_code = s.content #>> '{debrief,item}' AND e.debriefed_on IS NOT NULL))
UNION ALL
-- Of what nobody recorded nothing is known, so nothing is suggested.
SELECT e.id, i.item_code, i.section, i.maximum, round(greatest(0, least(i.maximum, sum(least(k.points_most, k.points_each * n.amount)))), 2), i.usual_section
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
JOIN graph.committee_evidence_kind AS c ON c.committee_id = r.committee_id AND c.valid_during @> r.cut_off_on
JOIN graph.evidence_kind AS k ON k.id = c.definition_id AND k.suggested_item IS NOT NULL
JOIN graph.assessment_scheme_item AS i ON i.scheme_id = s.id AND i.item_code = k.suggested_item
    AND i.item_code NOT IN (s.content #>> '{activities,item}', s.content #>> '{activities,planItem}', s.content #>> '{debrief,item}')
CROSS JOIN LATERAL (
    SELECT sum(CASE WHEN NOT v.is_met THEN 0 WHEN k.points_field IS NULL THEN 1 ELSE coalesce((v.content ->> k.points_field)::numeric, 0) END) AS amount
    FROM graph.evidence_record AS v
    WHERE v.kind = k.code AND v.voided_on IS NULL
      AND (v.branch_id = e.branch_id
           OR v.society_id = (SELECT l.society_id FROM graph.branch_society AS l WHERE l.branch_id = e.branch_id AND l.is_lead))
      AND CASE v.nature WHEN 'STATE' THEN v.valid_during @> r.cut_off_on ELSE v.held_on BETWEEN make_date(e.year, 1, 1) AND r.cut_off_on END
    HAVING count(*) > 0
) AS n
GROUP BY e.id, i.item_code, i.section, i.maximum, i.usual_section;
COMMENT ON VIEW graph.assessment_suggested_score IS '建议得分 Points that records suggest; a person confirms them.';
COMMENT ON COLUMN graph.assessment_suggested_score.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_suggested_score.item_code IS 'The item.';
COMMENT ON COLUMN graph.assessment_suggested_score.section IS 'Its section.';
COMMENT ON COLUMN graph.assessment_suggested_score.maximum IS 'Points that it can give.';
COMMENT ON COLUMN graph.assessment_suggested_score.score IS 'Points suggested.';
COMMENT ON COLUMN graph.assessment_suggested_score.usual_section IS 'Code of that section where it is a usual one, else OTHER.';
