-- Grain: one row per duty that a plan of one of the years made, or that a rectification or an event makes in the days that are looked at.
SELECT d.id AS "Id", d.kind AS "Kind", d.committee_id AS "Committee", d.person_id AS "Person", d.society_id AS "Society",
       d.rectification_id AS "Rectification", d.event_filing_id AS "Filing", t.year AS "Year", d.period AS "Period", d.begins_on AS "BeginsOn",
       d.due_on AS "DueOn", d.target AS "Target", f.held_on AS "HeldOn",
       ARRAY(SELECT e.day FROM graph.duty_done AS e WHERE e.duty_id = d.id ORDER BY e.day) AS "Done",
       coalesce(s.name, b.name, (SELECT p.person_ref FROM graph.person AS p WHERE p.id = d.person_id)) AS "Of", f.event AS "Event"
FROM graph.duty AS d
LEFT JOIN graph.work_target AS t ON t.id = d.work_target_id
LEFT JOIN graph.rectification AS r ON r.id = d.rectification_id
LEFT JOIN graph.event_filing AS f ON f.id = d.event_filing_id
LEFT JOIN graph.society AS s ON s.id = coalesce(d.society_id, r.society_id)
LEFT JOIN graph.branch AS b ON b.id = r.branch_id
WHERE d.committee_id = ANY (@committees)
  AND (t.year BETWEEN extract(year FROM @from::date) AND extract(year FROM @to::date) OR t.id IS NULL AND d.begins_on <= @to AND d.due_on >= @from)
ORDER BY d.id
