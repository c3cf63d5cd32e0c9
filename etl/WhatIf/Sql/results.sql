-- Grain: one row per result that stands, of a year whose cut-off day is looked at.
SELECT a.branch_id AS "Branch", b.committee_id AS "Committee", a.year AS "Year", a.entry_id AS "Entry",
       coalesce(r.cut_off_on, make_date(a.year, 12, 31)) AS "CutOff", a.fixed_score AS "Fixed", a.bonus_score AS "Bonus", a.grade AS "Grade", a.grade_name AS "GradeName",
       a.grade_basis AS "Basis", a.fail_rule AS "FailRule", i.codes AS "Items", i.scores AS "Scores", c.items AS "BonusItems", c.levels AS "BonusLevels",
       c.evidence AS "Evidence", f.standing AS "Findings", f.withdrawn AS "Withdrawn"
FROM graph.assessment AS a
JOIN graph.branch AS b ON b.id = a.branch_id
LEFT JOIN graph.assessment_entry AS e ON e.id = a.entry_id
LEFT JOIN graph.assessment_round AS r ON r.id = e.round_id
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(s.item_code ORDER BY s.item_code), '{}') AS codes, coalesce(array_agg(s.score ORDER BY s.item_code), '{}') AS scores
    FROM graph.assessment_item_score AS s WHERE s.assessment_id = a.id
) AS i
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(k.bonus_item ORDER BY k.id), '{}') AS items, coalesce(array_agg(k.level ORDER BY k.id), '{}') AS levels,
           coalesce(array_agg(k.evidence_ref ORDER BY k.id), '{}') AS evidence
    FROM graph.bonus_claim AS k WHERE k.entry_id = a.entry_id AND k.status = 'ACCEPTED'
) AS c
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(n.fail_rule ORDER BY n.id) FILTER (WHERE n.withdrawn_on IS NULL), '{}') AS standing,
           coalesce(array_agg(n.fail_rule ORDER BY n.id) FILTER (WHERE n.withdrawn_on IS NOT NULL), '{}') AS withdrawn
    FROM graph.fail_finding AS n WHERE n.entry_id = a.entry_id
) AS f
WHERE a.is_current AND b.committee_id = ANY (@committees) AND coalesce(r.cut_off_on, make_date(a.year, 12, 31)) BETWEEN @from AND @to
ORDER BY a.year, a.branch_id
