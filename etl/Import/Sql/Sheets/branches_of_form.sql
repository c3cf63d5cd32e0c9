-- Grain: one row per new organization and society of it that has one of that form.
SELECT r.position AS "Position", c.name AS "Society", min(o.name) AS "Present",
       added.form NOT IN ('PARTY_COMMITTEE', 'GENERAL_BRANCH') AND EXISTS (
           SELECT FROM standing leads WHERE leads.society_id = c.id AND leads.form IN ('PARTY_COMMITTEE', 'GENERAL_BRANCH')) AS "IsLed"
FROM sheet_row r
CROSS JOIN LATERAL (SELECT coalesce(r.form, r.form_derived) AS form, r.form_code) added
JOIN sheet_row_society s ON s.position = r.position
JOIN graph.society c ON c.id = s.society_id
JOIN standing o ON o.society_id = s.society_id AND o.form = added.form AND o.form_code IS NOT DISTINCT FROM added.form_code AND o.body = r.body_then AND o.body_name IS NOT DISTINCT FROM r.body_name_then AND (o.position IS NULL OR o.position < r.position)
WHERE r.branch_id IS NULL AND r.status IS DISTINCT FROM 'DISSOLVED'
GROUP BY r.position, c.id, c.name, added.form;
