-- Grain: one row per subject, kind of evidence and period in which it is due, from the first day of the period on; ten years back.
WITH asked AS MATERIALIZED (
    SELECT a.committee_id, a.definition_id, a.kind, a.subject_kind, a.every_months, a.target, p.begins_on,
           (p.begins_on + make_interval(months => a.every_months))::date - 1 AS ends_on,
           (p.begins_on + make_interval(months => a.every_months))::date - 1 + a.grace_days AS due_on
    FROM source.evidence_asked AS a
    CROSS JOIN horizon AS h
    CROSS JOIN LATERAL (
        SELECT make_date(i * a.every_months / 12, i * a.every_months % 12 + 1, 1) AS begins_on
        FROM generate_series((extract(year FROM h.day)::int - 9) * 12 / a.every_months,
            (extract(year FROM h.day)::int * 12 + extract(month FROM h.day)::int - 1) / a.every_months) AS i
    ) AS p
    -- The definition in effect on the last day of a period decides what it asks for, as in graph.evidence_due_on.
    WHERE a.committee_id IN (SELECT committee_id FROM evidence_subject)
      AND a.valid_during @> ((p.begins_on + make_interval(months => a.every_months))::date - 1)
      AND (lower_inf(a.valid_during) OR lower(a.valid_during) <= h.day)
      AND extract(year FROM p.begins_on) >= extract(year FROM h.day) - 9
), owed AS MATERIALIZED (
    SELECT a.*, s.subject_id, s.society_id,
           -- Who left before the last day owes no more; who left after it had owed it.
           s.during @> least(a.due_on, h.day) AS is_there
    FROM asked AS a
    CROSS JOIN horizon AS h
    JOIN evidence_subject AS s ON s.subject_kind = a.subject_kind AND s.committee_id = a.committee_id
    -- Whose first day lies within a period owes from the next one on.
    WHERE s.during @> a.begins_on
), deed AS (
    SELECT o.definition_id, o.subject_id, o.begins_on, d.held_on, o.target,
           sum(d.amount) OVER (PARTITION BY o.definition_id, o.subject_id, o.begins_on ORDER BY d.held_on, d.evidence_record_id) AS so_far
    FROM owed AS o
    JOIN source.evidence_deed AS d ON d.definition_id = o.definition_id AND d.subject_kind = o.subject_kind AND d.subject_id = o.subject_id
    WHERE CASE WHEN d.year IS NULL THEN d.held_on BETWEEN o.begins_on AND o.ends_on ELSE d.year = extract(year FROM o.begins_on) END
), done AS (
    SELECT definition_id, subject_id, begins_on, min(held_on) FILTER (WHERE so_far >= target) AS done_on
    FROM deed GROUP BY definition_id, subject_id, begins_on
)
SELECT o.subject_kind, o.subject_id, o.kind, p.period, o.definition_id,
       CASE o.subject_kind WHEN 'BRANCH' THEN 0 ELSE o.society_id END AS society_id, CASE o.subject_kind WHEN 'BRANCH' THEN o.subject_id ELSE 0 END AS branch_id,
       to_char(o.ends_on, 'YYYYMM')::int * 100 + 1 AS month_key, to_char(o.begins_on, 'YYYYMMDD')::int AS begins_key,
       to_char(o.ends_on, 'YYYYMMDD')::int AS ends_key, to_char(o.due_on, 'YYYYMMDD')::int AS due_key,
       coalesce(to_char(k.done_on, 'YYYYMMDD')::int, 0) AS done_key, coalesce(s.society_key, 0) AS society_key, coalesce(b.branch_key, 0) AS branch_key,
       o.committee_id, coalesce(c.committee_key, 0) AS committee_key, 1::smallint AS due, (k.done_on IS NOT NULL)::int::smallint AS done,
       coalesce(k.done_on > o.due_on, false)::int::smallint AS done_late, (k.done_on IS NULL AND o.due_on < h.day)::int::smallint AS missing
FROM owed AS o
CROSS JOIN horizon AS h
LEFT JOIN done AS e USING (definition_id, subject_id, begins_on)
CROSS JOIN LATERAL (SELECT CASE WHEN e.done_on <= h.day THEN e.done_on END AS done_on) AS k
CROSS JOIN LATERAL (
    SELECT CASE o.every_months WHEN 12 THEN to_char(o.begins_on, 'YYYY')
               WHEN 6 THEN to_char(o.begins_on, 'YYYY') || 'H' || (extract(month FROM o.begins_on)::int / 6 + 1)
               WHEN 3 THEN to_char(o.begins_on, 'YYYY"Q"Q') WHEN 1 THEN to_char(o.begins_on, 'YYYY-MM')
               ELSE to_char(o.begins_on, 'YYYY-MM') || '/' || to_char(o.ends_on, 'YYYY-MM') END AS period
) AS p
-- Versions of the first day, by which it was decided who owes it.
LEFT JOIN dw.dim_branch AS b ON o.subject_kind = 'BRANCH' AND b.branch_id = o.subject_id AND b.superseded_run_id IS NULL
    AND b.valid_from <= o.begins_on AND o.begins_on < b.valid_to
LEFT JOIN dw.dim_society AS s ON s.society_id = CASE o.subject_kind WHEN 'BRANCH' THEN b.lead_society_id ELSE o.society_id END AND s.superseded_run_id IS NULL
    AND s.valid_from <= o.begins_on AND o.begins_on < s.valid_to
LEFT JOIN dw.dim_committee AS c ON c.committee_id = o.committee_id AND c.superseded_run_id IS NULL AND c.valid_from <= o.begins_on AND o.begins_on < c.valid_to
-- Of one that is gone only what was done for it is left.
WHERE o.is_there OR k.done_on IS NOT NULL
