-- Grain: one row per row of the source up to the star's last day that is in its fact and in quarantine together not exactly once.
WITH star AS (SELECT generation FROM dw.published), source_row AS (
    SELECT 'activity' AS source, activity_id AS source_id, 1 AS owed FROM source.activity, horizon AS h WHERE held_on <= h.day
    UNION ALL SELECT 'rectification', rectification_id, 1 FROM source.rectification, horizon AS h WHERE found_on <= h.day
    UNION ALL
    SELECT 'assessment', assessment_id, 1 FROM source.assessment, horizon AS h
    WHERE issued_on IS NULL AND year <= extract(year FROM h.day) OR issued_on <= h.day
    UNION ALL SELECT 'bonus_claim', bonus_claim_id, 1 FROM source.bonus_claim, horizon AS h WHERE claimed_on <= h.day
    UNION ALL SELECT 'event_filing', event_filing_id, 1 FROM source.event_filing, horizon AS h WHERE held_on <= h.day
    UNION ALL SELECT 'group_meeting', meeting_id, 1 FROM source.group_meeting, horizon AS h WHERE held_on <= h.day
    UNION ALL SELECT 'committee_meeting ' || kind, meeting_id, 1 FROM source.committee_meeting, horizon AS h WHERE held_on <= h.day
), place AS (
    SELECT 'activity' AS source, activity_id AS source_id FROM dw.fct_activity, star AS s WHERE dw.fct_activity.generation = s.generation
    UNION ALL SELECT 'rectification', rectification_id FROM dw.fct_rectification, star AS s WHERE dw.fct_rectification.generation = s.generation
    UNION ALL
    SELECT 'assessment', assessment_id FROM dw.fct_assessment, star AS s WHERE dw.fct_assessment.generation = s.generation AND assessment_id IS NOT NULL
    UNION ALL SELECT 'bonus_claim', bonus_claim_id FROM dw.fct_bonus, star AS s WHERE dw.fct_bonus.generation = s.generation
    UNION ALL SELECT 'event_filing', event_filing_id FROM dw.fct_event_filing, star AS s WHERE dw.fct_event_filing.generation = s.generation
    UNION ALL
    SELECT CASE kind WHEN 'LEADING_GROUP' THEN 'group_meeting' ELSE 'committee_meeting ' || kind END, meeting_id
    FROM dw.fct_meeting, star AS s WHERE dw.fct_meeting.generation = s.generation
    -- As it stood before the steps of this reconciliation; a row with two reasons is there once.
    UNION ALL SELECT DISTINCT source, source_id FROM star_quarantine
)
SELECT source, source_id, sum(owed) AS in_the_source, count(*) FILTER (WHERE owed = 0) AS in_fact_and_quarantine
FROM (
    SELECT source, source_id, owed FROM source_row
    UNION ALL SELECT source, source_id, 0 FROM place
) AS one
GROUP BY source, source_id
HAVING sum(owed) <> count(*) FILTER (WHERE owed = 0)
   -- A result of a year to come may be in quarantine already.
   AND NOT (sum(owed) = 0 AND EXISTS (SELECT FROM star_quarantine AS q WHERE (q.source, q.source_id) = (one.source, one.source_id)));
