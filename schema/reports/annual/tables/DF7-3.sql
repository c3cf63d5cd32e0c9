-- Grain: one row per stage of the assessment: branches that have reached it.
SELECT g.key, false AS is_total, g.label AS stage, g.branches
FROM (
    SELECT count(*) AS due, count(a.self_submitted_on) AS submitted, count(a.supervised_on) AS supervised, count(a.debriefed_on) AS debriefed,
           count(a.reviewed_on) AS reviewed, count(a.issued_on) AS issued
    FROM report_scope AS s
    JOIN mart.assessment AS a ON a.year = s.assessed
    JOIN report_committee AS r ON r.committee_id = a.committee_id
) AS n
CROSS JOIN LATERAL (VALUES
    (1, 'DUE', pg_temp.word('应考核', 'Due'), n.due),
    (2, 'SELF', pg_temp.label('assessment_stage', 'SELF'), n.submitted),
    (3, 'SUPERVISED', pg_temp.label('assessment_stage', 'SUPERVISED'), n.supervised),
    (4, 'DEBRIEFED', pg_temp.label('assessment_stage', 'DEBRIEFED'), n.debriefed),
    (5, 'REVIEWED', pg_temp.label('assessment_stage', 'REVIEWED'), n.reviewed),
    (6, 'ISSUED', pg_temp.label('assessment_stage', 'ISSUED'), n.issued)
) AS g (position, key, label, branches)
ORDER BY g.position;
