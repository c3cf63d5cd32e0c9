-- Grain: one row per kind of evidence, as a rule set defines it, that was due in the year: of how many, what is done, late and missing on the report's day.
SELECT concat_ws(':', e.rule_set_code, e.kind) AS key, false AS is_total, pg_temp.word(min(e.kind_name), min(e.kind_english_name)) AS kind,
       sum(e.due) AS due, count(*) FILTER (WHERE e.done_on <= s.day) AS done, count(*) FILTER (WHERE e.done_on <= s.day AND e.done_on > e.due_on) AS late,
       count(*) FILTER (WHERE (e.done_on <= s.day) IS NOT TRUE AND e.due_on < s.day) AS missing,
       count(*) FILTER (WHERE e.done_on <= s.day)::numeric / sum(e.due) AS completion, count(*) FILTER (WHERE e.done_on <= s.day) AS completion_n,
       sum(e.due) AS completion_d,
       coalesce((SELECT string_agg(c.citation, '；' ORDER BY c.position) FROM mart.clause_of(k.cadence_source) AS c), k.cadence_source) AS clauses
FROM report_scope AS s
JOIN mart.evidence_due_history AS e ON extract(year FROM e.period_to) = s.year AND e.period_from <= s.day
JOIN report_committee AS r ON r.committee_id = e.committee_id
LEFT JOIN mart.evidence_kind AS k ON k.rule_set_code = e.rule_set_code AND k.code = e.kind
GROUP BY e.rule_set_code, e.kind, k.position, k.cadence_source
ORDER BY k.position, e.rule_set_code, e.kind;
