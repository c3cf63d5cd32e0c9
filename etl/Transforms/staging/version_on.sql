-- Grain: one row per version of a branch in scope and overlapping versions of its committee and periods of its lead society: what a fact of a day names.
CREATE TEMP TABLE branch_on ON COMMIT DROP AS
SELECT v.branch_id, v.branch_key, v.committee_id, c.committee_key, coalesce(o.society_key, 0) AS society_key, v.category, v.status, v.form, c.region_code,
       daterange(greatest(v.valid_from, c.valid_from, o.valid_from), least(v.valid_to, c.valid_to, o.valid_to)) AS during
FROM scope_branch AS s
JOIN dw.dim_branch AS v ON v.branch_id = s.branch_id AND v.superseded_run_id IS NULL
JOIN dw.dim_committee AS c ON c.committee_id = v.committee_id AND c.superseded_run_id IS NULL AND c.valid_from < v.valid_to AND v.valid_from < c.valid_to
LEFT JOIN lead_society AS o ON o.society_id = v.lead_society_id
    AND o.valid_from < least(v.valid_to, c.valid_to) AND greatest(v.valid_from, c.valid_from) < o.valid_to
WHERE s.from_month_key < 99990101;
CREATE INDEX ON branch_on (branch_id);
ANALYZE branch_on;
CREATE TEMP TABLE society_on ON COMMIT DROP AS
SELECT v.society_id, v.society_key, v.committee_id, c.committee_key, c.region_code,
       daterange(greatest(v.valid_from, c.valid_from), least(v.valid_to, c.valid_to)) AS during
FROM scope_society AS s
JOIN dw.dim_society AS v ON v.society_id = s.society_id AND v.superseded_run_id IS NULL
JOIN dw.dim_committee AS c ON c.committee_id = v.committee_id AND c.superseded_run_id IS NULL AND c.valid_from < v.valid_to AND v.valid_from < c.valid_to
WHERE s.from_month_key < 99990101;
CREATE INDEX ON society_on (society_id);
ANALYZE society_on;
CREATE TEMP TABLE committee_on ON COMMIT DROP AS
SELECT v.committee_id, v.committee_key, v.region_code, daterange(v.valid_from, v.valid_to) AS during
FROM scope_committee AS s
JOIN dw.dim_committee AS v ON v.committee_id = s.committee_id AND v.superseded_run_id IS NULL
WHERE s.from_month_key < 99990101;
ANALYZE committee_on;
-- What a branch was at a year's end; one that ended in the year, at its end.
CREATE TEMP TABLE branch_year ON COMMIT DROP AS
SELECT y.branch_id, y.year, v.branch_key, v.committee_id, v.committee_key, v.society_key, v.category
FROM (
    SELECT a.branch_id, a.year FROM scope_branch AS s JOIN source.assessment AS a ON a.branch_id = s.branch_id WHERE s.from_month_key < 99990101
    UNION
    SELECT e.branch_id, e.year FROM scope_branch AS s JOIN source.assessment_entry AS e ON e.branch_id = s.branch_id WHERE s.from_month_key < 99990101
) AS y
CROSS JOIN LATERAL (
    SELECT v.* FROM branch_on AS v
    WHERE v.branch_id = y.branch_id AND v.during && daterange(make_date(y.year, 1, 1), make_date(y.year + 1, 1, 1)) AND v.status <> 'DISSOLVED'
    ORDER BY lower(v.during) DESC LIMIT 1
) AS v;
ANALYZE branch_year;
