-- Grain: one row per new organization and society of it that has one of that form.
WITH standing AS (
    SELECT stands.society_id, b.name, coalesce(o.form, b.form) AS form, NULL::int AS position
    FROM graph.branch_society stands
    JOIN graph.branch b ON b.id = stands.branch_id AND b.status <> 'DISSOLVED'
    LEFT JOIN sheet_row o ON o.branch_id = b.id
    -- Unless this file dissolves it.
    WHERE o.status IS DISTINCT FROM 'DISSOLVED' AND stands.society_id IN (SELECT society_id FROM sheet_row_society)
    UNION ALL
    SELECT s.society_id, r.name, coalesce(r.form, r.form_derived), r.position
    FROM sheet_row_society s JOIN sheet_row r USING (position)
    WHERE r.branch_id IS NULL AND r.status IS DISTINCT FROM 'DISSOLVED' AND s.society_id IS NOT NULL
)
SELECT r.position AS "Position", c.name AS "Society", min(o.name) AS "Present",
       added.form NOT IN ('PARTY_COMMITTEE', 'GENERAL_BRANCH') AND EXISTS (
           SELECT FROM standing leads WHERE leads.society_id = c.id AND leads.form IN ('PARTY_COMMITTEE', 'GENERAL_BRANCH')) AS "IsLed"
FROM sheet_row r
CROSS JOIN LATERAL (SELECT coalesce(r.form, r.form_derived) AS form) added
JOIN sheet_row_society s ON s.position = r.position
JOIN graph.society c ON c.id = s.society_id
JOIN standing o ON o.society_id = s.society_id AND o.form = added.form AND (o.position IS NULL OR o.position < r.position)
WHERE r.branch_id IS NULL AND r.status IS DISTINCT FROM 'DISSOLVED'
GROUP BY r.position, c.id, c.name, added.form;
