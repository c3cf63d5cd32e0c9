-- Grain: one row per result whose item scores are not all in the fact; a result in quarantine has none there.
SELECT n.assessment_id, n.in_the_source, coalesce(f.in_the_fact, 0) AS in_the_fact
FROM (
    SELECT i.assessment_id, count(*) AS in_the_source
    FROM source.assessment_item_score AS i
    JOIN source.assessment AS a ON a.assessment_id = i.assessment_id
    JOIN horizon AS h ON a.issued_on IS NULL AND a.year <= extract(year FROM h.day) OR a.issued_on <= h.day
    WHERE NOT EXISTS (SELECT FROM star_quarantine AS q WHERE q.source = 'assessment' AND q.source_id = i.assessment_id)
    GROUP BY i.assessment_id
) AS n
FULL JOIN (
    SELECT assessment_id, count(*) AS in_the_fact FROM dw.fct_assessment_item
    WHERE generation = (SELECT generation FROM dw.published) GROUP BY assessment_id
) AS f ON f.assessment_id = n.assessment_id
WHERE n.in_the_source IS DISTINCT FROM f.in_the_fact;
