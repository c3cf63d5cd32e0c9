-- Grain: one row per branch and day on which it was proposed or established: what the conditions of the categories look at.
-- As graph.branch_category_facts_on, but with the members, affiliations and supporting units of the day.
WITH branch AS MATERIALIZED (
    SELECT b.branch_id, b.committee_id, p.status, d.day, d.place::int AS place
    FROM unnest(@days) WITH ORDINALITY AS d (day, place)
    JOIN source.branch AS b ON b.valid_during @> d.day
    JOIN source.branch_status AS p ON p.branch_id = b.branch_id AND p.valid_during @> d.day
    WHERE b.committee_id = ANY (@committees) AND p.status IN ('PROPOSED', 'ESTABLISHED')
), unit AS MATERIALIZED (
    SELECT b.branch_id, b.place, array_agg(u.supporting_unit_id) AS ids
    FROM branch AS b
    JOIN source.branch_society AS l ON l.branch_id = b.branch_id AND l.is_lead AND l.valid_during @> b.day
    JOIN graph.society_supporting_unit AS u ON u.society_id = l.society_id AND u.valid_during @> b.day
    GROUP BY b.branch_id, b.place
), membership AS MATERIALIZED (
    SELECT m.member_id, m.person_id, m.branch_id, m.valid_during
    FROM graph.membership AS m WHERE m.branch_id IN (SELECT branch_id FROM branch)
), affiliation AS MATERIALIZED (
    SELECT a.member_id, h.committee_id, a.supporting_unit_id, a.place, a.valid_during
    FROM graph.affiliation AS a LEFT JOIN graph.branch AS h ON h.id = a.branch_id
    WHERE a.member_id IN (SELECT member_id FROM membership)
), member AS MATERIALIZED (
    SELECT b.branch_id, b.place, count(*)::int AS members,
           (count(*) FILTER (WHERE a.committee_id = b.committee_id))::int AS with_committee,
           (count(*) FILTER (WHERE a.committee_id <> b.committee_id OR a.supporting_unit_id IS NOT NULL OR a.place IS NOT NULL))::int AS elsewhere,
           (count(*) FILTER (WHERE w.is_employed))::int AS employed,
           (count(*) FILTER (WHERE w.is_employed OR a.supporting_unit_id = ANY (u.ids)))::int AS staff
    FROM branch AS b
    JOIN membership AS m ON m.branch_id = b.branch_id AND m.valid_during @> b.day
    LEFT JOIN affiliation AS a ON a.member_id = m.member_id AND a.valid_during @> b.day
    LEFT JOIN unit AS u ON u.branch_id = b.branch_id AND u.place = b.place
    CROSS JOIN LATERAL (
        SELECT u.ids IS NOT NULL AND EXISTS (
            SELECT FROM graph.employment AS e
            WHERE e.person_id = m.person_id AND e.supporting_unit_id = ANY (u.ids)
              AND (e.valid_from IS NULL OR e.valid_from <= b.day) AND (e.valid_to IS NULL OR b.day < e.valid_to)) AS is_employed
        OFFSET 0
    ) AS w
    GROUP BY b.branch_id, b.place
)
SELECT b.branch_id AS "Branch", b.committee_id AS "Committee", b.place AS "Day", b.status = 'ESTABLISHED' AS "IsEstablished",
       u.ids IS NOT NULL AS "HasSupportingUnit", coalesce(m.members, 0) AS "Members", coalesce(m.with_committee, 0) AS "WithCommittee",
       coalesce(m.elsewhere, 0) AS "Elsewhere", coalesce(m.employed, 0) AS "Employed", coalesce(m.staff, 0) AS "Staff",
       (SELECT c.category FROM source.branch_category AS c WHERE c.branch_id = b.branch_id AND c.valid_during @> b.day LIMIT 1) AS "Recorded"
FROM branch AS b
LEFT JOIN unit AS u ON u.branch_id = b.branch_id AND u.place = b.place
LEFT JOIN member AS m ON m.branch_id = b.branch_id AND m.place = b.place
ORDER BY b.branch_id, b.place
