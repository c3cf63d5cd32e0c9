-- Grain: one row per kind of target and of the year: what its committees were to do and have done.
SELECT t.kind AS key, false AS is_total, pg_temp.label('target_kind', t.kind) AS kind, count(*) AS committees, sum(t.target) AS target, sum(t.done) AS done,
       sum(least(t.done, t.target))::numeric / nullif(sum(t.target), 0) AS completion, sum(least(t.done, t.target)) AS completion_n, sum(t.target) AS completion_d,
       sum(t.met) AS met
FROM report_scope AS s
JOIN mart.target_progress_history AS t ON t.month = s.month AND t.year = s.year
JOIN report_committee AS r ON r.committee_id = t.committee_id
GROUP BY t.kind
ORDER BY (SELECT k.position FROM mart.code AS k WHERE k.kind = 'target_kind' AND k.code = t.kind), t.kind;
