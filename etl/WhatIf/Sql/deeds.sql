-- Grain: one row per duty that the draft would make: the days of the deeds that would count towards it.
SELECT d.place::int AS "Place", ARRAY(
           SELECT e.day FROM graph.duty_deeds(d.kind, d.committee_id, d.person_id, d.society_id, NULL, NULL, d.period, d.begins_on, d.ends_on) AS e
           ORDER BY e.day) AS "Done"
FROM unnest(@kinds, @committees, @people, @societies, @periods, @begins, @ends)
    WITH ORDINALITY AS d (kind, committee_id, person_id, society_id, period, begins_on, ends_on, place)
ORDER BY d.place
