-- Grain: one row per lead society of a branch in scope and period, key 0 where it is not there: a branch may be there before its society and after it.
CREATE TEMP TABLE lead_society ON COMMIT DROP AS
WITH version AS MATERIALIZED (
    SELECT o.society_id, o.society_key, o.valid_from, o.valid_to
    FROM (
        SELECT DISTINCT v.lead_society_id
        FROM scope_branch AS s JOIN dw.dim_branch AS v ON v.branch_id = s.branch_id AND v.superseded_run_id IS NULL
    ) AS l
    JOIN dw.dim_society AS o ON o.society_id = l.lead_society_id AND o.superseded_run_id IS NULL
), period AS (
    SELECT society_id, society_key, valid_from, valid_to FROM version
    UNION ALL
    -- The days between its versions, too.
    SELECT society_id, 0, coalesce(lag(valid_to) OVER (PARTITION BY society_id ORDER BY valid_from), '-infinity'), valid_from FROM version
    UNION ALL
    SELECT society_id, 0, max(valid_to), 'infinity' FROM version GROUP BY society_id
)
SELECT society_id, society_key, valid_from, valid_to FROM period WHERE valid_from < valid_to;
CREATE INDEX ON lead_society (society_id);
ANALYZE lead_society;
