-- Grain: one row per society, branch and committee that this load looks at, with the first month in question; 0: since ever.
-- A load of everything, and one that fills a month, looks at all of them; those that nothing touched only in that month.
CREATE TEMP TABLE scope_society ON COMMIT DROP AS
SELECT society_id, min(from_month_key) AS from_month_key
FROM (
    SELECT subject_id AS society_id, from_month_key FROM touched_subject WHERE subject = 'SOCIETY'
    UNION ALL
    SELECT bs.society_id, t.from_month_key FROM touched_subject AS t JOIN source.branch_society AS bs ON bs.branch_id = t.subject_id WHERE t.subject = 'BRANCH'
    UNION ALL
    SELECT u.society_id, t.from_month_key
    FROM touched_subject AS t JOIN source.society_supporting_unit AS u ON u.supporting_unit_id = t.subject_id WHERE t.subject = 'SUPPORTING_UNIT'
    UNION ALL
    SELECT s.society_id, t.from_month_key FROM touched_subject AS t JOIN source.society AS s ON s.committee_id = t.subject_id WHERE t.subject = 'COMMITTEE'
    UNION ALL
    SELECT society_id, CASE WHEN l.is_full THEN 0 ELSE 99990101 END FROM source.society CROSS JOIN load AS l
    WHERE l.is_full OR EXISTS (SELECT FROM load_month WHERE is_new)
) AS one
GROUP BY society_id;
ALTER TABLE scope_society ADD PRIMARY KEY (society_id);
ANALYZE scope_society;
CREATE TEMP TABLE scope_branch ON COMMIT DROP AS
SELECT branch_id, min(from_month_key) AS from_month_key
FROM (
    SELECT subject_id AS branch_id, from_month_key FROM touched_subject WHERE subject = 'BRANCH'
    UNION ALL
    -- What a council or a society is, its branches show.
    SELECT bs.branch_id, t.from_month_key FROM touched_subject AS t JOIN source.branch_society AS bs ON bs.society_id = t.subject_id WHERE t.subject = 'SOCIETY'
    UNION ALL
    SELECT b.branch_id, t.from_month_key FROM touched_subject AS t JOIN source.branch AS b ON b.committee_id = t.subject_id WHERE t.subject = 'COMMITTEE'
    UNION ALL
    SELECT branch_id, CASE WHEN l.is_full THEN 0 ELSE 99990101 END FROM source.branch CROSS JOIN load AS l
    WHERE l.is_full OR EXISTS (SELECT FROM load_month WHERE is_new)
) AS one
GROUP BY branch_id;
ALTER TABLE scope_branch ADD PRIMARY KEY (branch_id);
ANALYZE scope_branch;
CREATE TEMP TABLE scope_committee ON COMMIT DROP AS
SELECT committee_id, min(from_month_key) AS from_month_key
FROM (
    SELECT subject_id AS committee_id, from_month_key FROM touched_subject WHERE subject IN ('COMMITTEE', 'COMMITTEE_WORK')
    UNION ALL
    SELECT committee_id, CASE WHEN l.is_full THEN 0 ELSE 99990101 END FROM source.committee CROSS JOIN load AS l
    WHERE l.is_full OR EXISTS (SELECT FROM load_month WHERE is_new)
) AS one
GROUP BY committee_id;
ALTER TABLE scope_committee ADD PRIMARY KEY (committee_id);
ANALYZE scope_committee;
