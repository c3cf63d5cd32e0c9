-- Grain: one row per known organization whose form the file changes, with the form of the one that leads it and the highest one that it leads.
-- Forms are those after the file.
SELECT r.position AS "Position", b.name AS "Branch", r.form AS "Form",
       (SELECT coalesce(o.form, u.form) FROM graph.branch_parent p JOIN graph.branch u ON u.id = p.parent_id LEFT JOIN sheet_row o ON o.branch_id = u.id
        WHERE p.branch_id = b.id AND upper_inf(p.valid_during)) AS "UpperForm",
       (SELECT coalesce(o.form, l.form) FROM graph.branch_parent p JOIN graph.branch l ON l.id = p.branch_id LEFT JOIN sheet_row o ON o.branch_id = l.id
        WHERE p.parent_id = b.id AND upper_inf(p.valid_during)
        ORDER BY array_position(ARRAY['PARTY_COMMITTEE', 'GENERAL_BRANCH'], coalesce(o.form, l.form)) LIMIT 1) AS "LowerForm"
FROM sheet_row r JOIN graph.branch b ON b.id = r.branch_id
WHERE r.form <> b.form;
