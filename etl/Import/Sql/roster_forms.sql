-- Grain: one row per form that the rules in effect for the committee on the list's day name, the longest name first.
SELECT k.form ->> 'form' AS "Form", k.form ->> 'code' AS "Code", k.form ->> 'name' AS "Name", k.form ->> 'englishName' AS "EnglishName"
FROM graph.committee AS c
CROSS JOIN LATERAL jsonb_array_elements(graph.rule_section(c.region_code, 'organizations', coalesce(@IssuedOn::date, graph.today())) -> 'forms') AS k (form)
WHERE c.id = @CommitteeId
ORDER BY length(k.form ->> 'name') DESC;
