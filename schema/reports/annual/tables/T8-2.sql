-- Grain: one row per difference within a list that was imported for a committee of the report.
SELECT d.id::text AS key, false AS is_total, d.title AS list, d.subject, d.stated, d.listed, d.message
FROM report_discrepancy AS d
ORDER BY d.title, d.id;
