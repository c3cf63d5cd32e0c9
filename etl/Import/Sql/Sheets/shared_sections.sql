-- Grain: one row per day: the section of the rules that are in effect then.
SELECT asked.day AS "Day", graph.rule_section(@Region, @Section, asked.day)::text AS "Content" FROM unnest(@Days) AS asked (day);
