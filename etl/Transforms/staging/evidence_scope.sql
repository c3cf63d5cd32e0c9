-- Grain: scope_evidence: one row per subject whose evidence this load looks at: the one that a change is about, with all of its periods, and the one of
-- which a day brought something; evidence_subject: one row per such subject and committee, with the days on which it belongs to it.
CREATE TEMP TABLE evidence_begun ON COMMIT DROP AS
-- Where a period began, or a definition took effect, since the last load: everybody there owes something more.
SELECT DISTINCT a.committee_id, a.subject_kind
FROM horizon AS h
CROSS JOIN LATERAL (
    SELECT * FROM source.evidence_asked AS k
    WHERE lower(k.valid_during) > h.day_before AND lower(k.valid_during) <= h.day
       OR EXISTS (
           SELECT FROM generate_series(date_trunc('month', h.day_before::timestamp) + interval '1 month', h.day::timestamp, interval '1 month') AS m
           WHERE (extract(year FROM m)::int * 12 + extract(month FROM m)::int - 1) % k.every_months = 0)
    OFFSET 0
) AS a
WHERE h.day > h.day_before;
ANALYZE evidence_begun;
CREATE TEMP TABLE scope_evidence ON COMMIT DROP AS
SELECT 'SOCIETY' AS subject_kind, society_id AS subject_id, 0 AS from_month_key FROM scope_society WHERE from_month_key < 99990101
UNION
SELECT 'BRANCH', branch_id, 0 FROM scope_branch WHERE from_month_key < 99990101
UNION
SELECT 'COMMITTEE', committee_id, 0 FROM scope_committee WHERE from_month_key < 99990101
UNION
SELECT 'LEADING_GROUP', o.subject_id, 0
FROM scope_society AS s JOIN source.evidence_owner AS o ON o.subject_kind = 'LEADING_GROUP' AND o.society_id = s.society_id WHERE s.from_month_key < 99990101
UNION
-- A group that is gone is known by its rows alone.
SELECT 'LEADING_GROUP', f.subject_id, 0
FROM scope_society AS s
JOIN load_generation AS g ON true
JOIN dw.fct_evidence_due AS f ON f.generation = g.generation AND f.society_id = s.society_id AND f.subject_kind = 'LEADING_GROUP'
WHERE s.from_month_key < 99990101
UNION
SELECT 'SOCIETY', v.society_id, 0
FROM evidence_begun AS b JOIN dw.dim_society AS v ON b.subject_kind = 'SOCIETY' AND v.committee_id = b.committee_id AND v.superseded_run_id IS NULL
UNION
SELECT 'BRANCH', v.branch_id, 0
FROM evidence_begun AS b JOIN dw.dim_branch AS v ON b.subject_kind = 'BRANCH' AND v.committee_id = b.committee_id AND v.superseded_run_id IS NULL
UNION
SELECT o.subject_kind, o.subject_id, 0
FROM evidence_begun AS b JOIN source.evidence_owner AS o ON o.subject_kind = b.subject_kind AND o.committee_id = b.committee_id
UNION
-- Days that came due: staging/due_subject.
SELECT substr(subject, 10), subject_id, 0 FROM touched_subject WHERE subject LIKE 'EVIDENCE\_%'
UNION
-- What is so old that only the history keeps it.
SELECT f.subject_kind, f.subject_id, 0
FROM horizon AS h
JOIN load_generation AS g ON h.day > h.day_before
JOIN dw.fct_evidence_due AS f ON f.generation = g.generation AND f.begins_key < (extract(year FROM h.day)::int - 9) * 10000;
ALTER TABLE scope_evidence ADD PRIMARY KEY (subject_id, subject_kind);
ANALYZE scope_evidence;
-- By versions, where there are some: they have the days of each committee.
CREATE TEMP TABLE evidence_subject ON COMMIT DROP AS
SELECT s.subject_kind, s.subject_id, v.committee_id, s.subject_id AS society_id, range_agg(daterange(v.valid_from, v.valid_to)) AS during
FROM scope_evidence AS s JOIN dw.dim_society AS v ON v.society_id = s.subject_id AND v.superseded_run_id IS NULL
WHERE s.subject_kind = 'SOCIETY'
GROUP BY s.subject_kind, s.subject_id, v.committee_id
UNION ALL
SELECT s.subject_kind, s.subject_id, v.committee_id, 0, range_agg(daterange(v.valid_from, v.valid_to))
FROM scope_evidence AS s JOIN dw.dim_branch AS v ON v.branch_id = s.subject_id AND v.superseded_run_id IS NULL AND v.status = 'ESTABLISHED'
WHERE s.subject_kind = 'BRANCH'
GROUP BY s.subject_kind, s.subject_id, v.committee_id
UNION ALL
SELECT o.subject_kind, o.subject_id, o.committee_id, coalesce(o.society_id, 0), o.during
FROM scope_evidence AS s JOIN source.evidence_owner AS o ON o.subject_kind = s.subject_kind AND o.subject_id = s.subject_id;
ANALYZE evidence_subject;
