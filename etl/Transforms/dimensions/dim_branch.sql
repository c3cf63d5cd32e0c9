-- Grain: one row per branch and period with one name, form, committee, lead society, status and category.
-- On a day without a category the branch is UNCLASSIFIED; without a status it is not there.
WITH held AS (
    SELECT p.* FROM scope_branch AS s JOIN source.branch AS p ON p.branch_id = s.branch_id
), status AS (
    SELECT p.* FROM scope_branch AS s JOIN source.branch_status AS p ON p.branch_id = s.branch_id
), category AS (
    SELECT p.* FROM scope_branch AS s JOIN source.branch_category AS p ON p.branch_id = s.branch_id
), stood AS (
    SELECT p.* FROM scope_branch AS s JOIN source.branch_society AS p ON p.branch_id = s.branch_id AND p.is_lead
), border (branch_id, day) AS (
    SELECT branch_id, DATE '1900-01-01' FROM held
    UNION SELECT branch_id, d FROM held CROSS JOIN LATERAL (VALUES (lower(valid_during)), (upper(valid_during))) AS x (d)
    UNION SELECT branch_id, d FROM status CROSS JOIN LATERAL (VALUES (lower(valid_during)), (upper(valid_during))) AS x (d)
    UNION SELECT branch_id, d FROM category CROSS JOIN LATERAL (VALUES (lower(valid_during)), (upper(valid_during))) AS x (d)
    UNION SELECT branch_id, d FROM stood CROSS JOIN LATERAL (VALUES (lower(valid_during)), (upper(valid_during))) AS x (d)
), span AS (
    SELECT b.branch_id, b.day, p.name, p.form, p.form_code, p.form_name, p.form_english_name, p.committee_id, o.society_id AS lead_society_id, s.status,
           CASE WHEN s.status IS NOT NULL THEN coalesce(c.category, 'UNCLASSIFIED') END AS category
    FROM border AS b
    LEFT JOIN held AS p ON p.branch_id = b.branch_id AND p.valid_during @> b.day
    LEFT JOIN status AS s ON s.branch_id = b.branch_id AND s.valid_during @> b.day
    LEFT JOIN category AS c ON c.branch_id = b.branch_id AND c.valid_during @> b.day
    LEFT JOIN stood AS o ON o.branch_id = b.branch_id AND o.valid_during @> b.day
    WHERE b.day >= '1900-01-01' AND b.day < '2100-01-01'
), marked AS (
    SELECT *, row_number() OVER w = 1 OR (name, form, form_code, form_name, form_english_name, committee_id, lead_society_id, status, category)
           IS DISTINCT FROM (lag(name) OVER w, lag(form) OVER w, lag(form_code) OVER w, lag(form_name) OVER w,
               lag(form_english_name) OVER w, lag(committee_id) OVER w, lag(lead_society_id) OVER w, lag(status) OVER w,
               lag(category) OVER w) AS begins
    FROM span
    WINDOW w AS (PARTITION BY branch_id ORDER BY day)
)
SELECT branch_id, name, committee_id, form, form_code, form_name, form_english_name, lead_society_id, status, category, valid_from, valid_to
FROM (
    SELECT *, day AS valid_from, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY branch_id ORDER BY day) AS valid_to
    FROM marked WHERE begins
) AS version
WHERE status IS NOT NULL
