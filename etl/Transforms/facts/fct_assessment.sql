-- Grain: one row per branch and year with an entry in a round or a result, with the days of its stages.
WITH of_year AS (
    SELECT coalesce(e.branch_id, a.branch_id) AS branch_id, coalesce(e.year, a.year) AS year, e.scheme_id, e.stage, e.self_submitted_on, e.supervised_on,
           e.debriefed_on, e.debrief_basis, e.reviewed_on, e.entry_id, a.assessment_id, a.fixed_score, a.bonus_score, a.grade, a.grade_basis, a.issued_on,
           a.grade_code, a.grade_name, a.grade_english_name
    FROM (SELECT x.* FROM scope_branch AS s JOIN source.assessment_entry AS x ON x.branch_id = s.branch_id WHERE s.from_month_key < 99990101) AS e
    FULL JOIN (
        SELECT x.* FROM scope_branch AS s JOIN source.assessment AS x ON x.branch_id = s.branch_id
        JOIN horizon AS h ON x.issued_on IS NULL AND x.year <= extract(year FROM h.day) OR x.issued_on <= h.day
        WHERE s.from_month_key < 99990101
          AND NOT EXISTS (SELECT FROM assessment_quarantine AS q WHERE q.source_id = x.assessment_id)
    ) AS a ON a.branch_id = e.branch_id AND a.year = e.year
)
SELECT y.branch_id, y.year, coalesce(v.branch_key, 0) AS branch_key, coalesce(v.committee_id, 0) AS committee_id, coalesce(v.committee_key, 0) AS committee_key,
       coalesce(v.society_key, 0) AS society_key, y.year * 10000 + 1201 AS month_key, coalesce(v.category, 'UNCLASSIFIED') AS category,
       y.assessment_id, y.scheme_id, y.stage, y.grade, y.grade_basis,
       coalesce(to_char(k.self_on, 'YYYYMMDD')::int, 0) AS self_key, coalesce(to_char(k.supervised_on, 'YYYYMMDD')::int, 0) AS supervised_key,
       coalesce(to_char(k.debriefed_on, 'YYYYMMDD')::int, 0) AS debriefed_key, coalesce(to_char(k.reviewed_on, 'YYYYMMDD')::int, 0) AS reviewed_key,
       coalesce(to_char(y.issued_on, 'YYYYMMDD')::int, 0) AS issued_key,
       (y.assessment_id IS NOT NULL)::int::smallint AS assessed, coalesce(y.fixed_score, 0)::numeric(7, 2) AS fixed,
       coalesce(y.bonus_score, 0)::numeric(7, 2) AS bonus, (coalesce(y.fixed_score, 0) + coalesce(y.bonus_score, 0))::numeric(7, 2) AS total,
       coalesce(y.grade = 'EXCELLENT', false)::int::smallint AS excellent, coalesce(y.grade = 'UNQUALIFIED', false)::int::smallint AS failed,
       (y.entry_id IS NOT NULL)::int::smallint AS debrief_due,
       coalesce(y.debrief_basis = 'IN_PERSON' AND k.debriefed_on IS NOT NULL, false)::int::smallint AS debrief_in_person,
       CASE WHEN y.grade = 'UNQUALIFIED' THEN (
           SELECT f.fail_rule FROM source.fail_finding AS f
           WHERE f.branch_id = y.branch_id AND f.entry_id = y.entry_id AND f.found_on <= h.day AND (f.withdrawn_on IS NULL OR f.withdrawn_on > h.day)
           ORDER BY f.found_on, f.fail_finding_id LIMIT 1) END AS fail_rule, y.grade_code, y.grade_name, y.grade_english_name
FROM of_year AS y
JOIN horizon AS h ON true
CROSS JOIN LATERAL (
    SELECT CASE WHEN y.self_submitted_on <= h.day THEN y.self_submitted_on END AS self_on,
           CASE WHEN y.supervised_on <= h.day THEN y.supervised_on END AS supervised_on,
           CASE WHEN y.debriefed_on <= h.day THEN y.debriefed_on END AS debriefed_on,
           CASE WHEN y.reviewed_on <= h.day THEN y.reviewed_on END AS reviewed_on
) AS k
LEFT JOIN branch_year AS v ON v.branch_id = y.branch_id AND v.year = y.year
