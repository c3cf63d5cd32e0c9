-- Grain: one row per source row in scope that contradicts what else is known, and reason: no fact is made of it until it is mended.
-- A table each, so that a fact reads only what contradicts its own rows.
CREATE TEMP TABLE activity_quarantine ON COMMIT DROP AS
SELECT 'activity' AS source, a.activity_id AS source_id, 'BRANCH_NOT_THERE' AS reason,
       format('activity %s was held on %s, and branch %s was not there on that day', a.activity_id, a.held_on, a.branch_id) AS detail
FROM scope_branch AS s
JOIN source.activity AS a ON a.branch_id = s.branch_id
JOIN horizon AS h ON a.held_on <= h.day
WHERE s.from_month_key < 99990101
  AND NOT EXISTS (SELECT FROM branch_on AS v WHERE v.branch_id = a.branch_id AND v.during @> a.held_on);
-- Found by key from either side: a condition on both would read every finding there is.
CREATE TEMP TABLE scope_rectification ON COMMIT DROP AS
SELECT rectification_id, min(from_month_key) AS from_month_key
FROM (
    SELECT f.rectification_id, s.from_month_key FROM scope_society AS s JOIN source.rectification AS f ON f.society_id = s.society_id
    UNION ALL
    SELECT f.rectification_id, s.from_month_key FROM scope_branch AS s JOIN source.rectification AS f ON f.branch_id = s.branch_id
) AS one
GROUP BY rectification_id;
ANALYZE scope_rectification;
CREATE TEMP TABLE rectification_quarantine ON COMMIT DROP AS
SELECT 'rectification' AS source, f.rectification_id AS source_id, 'STAGES_OUT_OF_ORDER' AS reason,
       format('finding %s: found %s, ledgered %s, closed %s, notified %s', f.rectification_id, f.found_on, f.ledgered_on, f.closed_on, f.notified_on) AS detail
FROM scope_rectification AS s
JOIN source.rectification AS f ON f.rectification_id = s.rectification_id
JOIN horizon AS h ON f.found_on <= h.day
WHERE f.ledgered_on < f.found_on OR f.closed_on < f.ledgered_on OR f.notified_on < f.closed_on;
CREATE TEMP TABLE assessment_quarantine ON COMMIT DROP AS
SELECT 'assessment' AS source, a.assessment_id AS source_id, 'BRANCH_NOT_THERE' AS reason,
       format('result %s is about %s, and branch %s was not there in that year', a.assessment_id, a.year, a.branch_id) AS detail
FROM scope_branch AS s
JOIN source.assessment AS a ON a.branch_id = s.branch_id
WHERE s.from_month_key < 99990101
  AND NOT EXISTS (SELECT FROM branch_on AS v WHERE v.branch_id = a.branch_id AND v.during && daterange(make_date(a.year, 1, 1), make_date(a.year + 1, 1, 1)));
CREATE TEMP TABLE society_quarantine ON COMMIT DROP AS
SELECT 'event_filing' AS source, f.event_filing_id AS source_id, 'SOCIETY_NOT_THERE' AS reason,
       format('event %s was held on %s, and society %s was not there on that day', f.event_filing_id, f.held_on, f.society_id) AS detail
FROM scope_society AS s
JOIN source.event_filing AS f ON f.society_id = s.society_id
JOIN horizon AS h ON f.held_on <= h.day
WHERE s.from_month_key < 99990101
  AND NOT EXISTS (SELECT FROM society_on AS v WHERE v.society_id = f.society_id AND v.during @> f.held_on)
UNION ALL
SELECT 'group_meeting', g.meeting_id, 'SOCIETY_NOT_THERE',
       format('meeting %s was held on %s, and society %s was not there on that day', g.meeting_id, g.held_on, g.society_id)
FROM scope_society AS s
JOIN source.group_meeting AS g ON g.society_id = s.society_id
JOIN horizon AS h ON g.held_on <= h.day
WHERE s.from_month_key < 99990101
  AND NOT EXISTS (SELECT FROM society_on AS v WHERE v.society_id = g.society_id AND v.during @> g.held_on);
CREATE TEMP TABLE new_quarantine ON COMMIT DROP AS
TABLE activity_quarantine UNION ALL TABLE rectification_quarantine UNION ALL TABLE assessment_quarantine UNION ALL TABLE society_quarantine;
ANALYZE activity_quarantine, rectification_quarantine, assessment_quarantine, new_quarantine;
-- What is mended leaves; so does what is gone.
DELETE FROM dw.quarantine AS q
WHERE NOT EXISTS (SELECT FROM new_quarantine AS n WHERE (n.source, n.source_id, n.reason) = (q.source, q.source_id, q.reason))
  AND CASE q.source
      WHEN 'activity' THEN NOT EXISTS (SELECT FROM source.activity AS a WHERE a.activity_id = q.source_id)
          OR EXISTS (SELECT FROM source.activity AS a JOIN scope_branch AS s ON s.branch_id = a.branch_id AND s.from_month_key < 99990101 WHERE a.activity_id = q.source_id)
      WHEN 'assessment' THEN NOT EXISTS (SELECT FROM source.assessment AS a WHERE a.assessment_id = q.source_id)
          OR EXISTS (SELECT FROM source.assessment AS a JOIN scope_branch AS s ON s.branch_id = a.branch_id AND s.from_month_key < 99990101 WHERE a.assessment_id = q.source_id)
      WHEN 'event_filing' THEN NOT EXISTS (SELECT FROM source.event_filing AS f WHERE f.event_filing_id = q.source_id)
          OR EXISTS (SELECT FROM source.event_filing AS f JOIN scope_society AS s ON s.society_id = f.society_id AND s.from_month_key < 99990101 WHERE f.event_filing_id = q.source_id)
      WHEN 'group_meeting' THEN NOT EXISTS (SELECT FROM source.group_meeting AS g WHERE g.meeting_id = q.source_id)
          OR EXISTS (SELECT FROM source.group_meeting AS g JOIN scope_society AS s ON s.society_id = g.society_id AND s.from_month_key < 99990101 WHERE g.meeting_id = q.source_id)
      WHEN 'rectification' THEN NOT EXISTS (SELECT FROM source.rectification AS f WHERE f.rectification_id = q.source_id)
          OR EXISTS (SELECT FROM scope_rectification AS f WHERE f.rectification_id = q.source_id)
      ELSE true
  END;
INSERT INTO dw.quarantine (source, source_id, reason, detail, load_run_id)
SELECT n.source, n.source_id, n.reason, n.detail, l.load_run_id
FROM new_quarantine AS n CROSS JOIN load AS l
ON CONFLICT (source, source_id, reason) DO UPDATE SET detail = excluded.detail WHERE dw.quarantine.detail <> excluded.detail;
