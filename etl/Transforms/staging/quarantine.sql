-- Grain: one row per source row in scope that contradicts what else is known, and reason: no fact is made of it until it is mended.
CREATE TEMP TABLE new_quarantine ON COMMIT DROP AS
SELECT 'activity' AS source, a.activity_id AS source_id, 'BRANCH_NOT_THERE' AS reason,
       format('activity %s was held on %s, and branch %s was not there on that day', a.activity_id, a.held_on, a.branch_id) AS detail
FROM scope_branch AS s
JOIN source.activity AS a ON a.branch_id = s.branch_id
JOIN horizon AS h ON a.held_on <= h.day
WHERE s.from_month_key < 99990101
  AND NOT EXISTS (SELECT FROM branch_on AS v WHERE v.branch_id = a.branch_id AND v.during @> a.held_on)
UNION ALL
SELECT 'rectification', f.rectification_id, 'STAGES_OUT_OF_ORDER',
       format('finding %s: found %s, ledgered %s, closed %s, notified %s', f.rectification_id, f.found_on, f.ledgered_on, f.closed_on, f.notified_on)
FROM source.rectification AS f
JOIN horizon AS h ON f.found_on <= h.day
WHERE (f.ledgered_on < f.found_on OR f.closed_on < f.ledgered_on OR f.notified_on < f.closed_on)
  AND (f.society_id IN (SELECT society_id FROM scope_society) OR f.branch_id IN (SELECT branch_id FROM scope_branch))
UNION ALL
SELECT 'assessment', a.assessment_id, 'BRANCH_NOT_THERE',
       format('result %s is about %s, and branch %s was not there in that year', a.assessment_id, a.year, a.branch_id)
FROM scope_branch AS s
JOIN source.assessment AS a ON a.branch_id = s.branch_id
WHERE s.from_month_key < 99990101
  AND NOT EXISTS (SELECT FROM branch_on AS v WHERE v.branch_id = a.branch_id AND v.during && daterange(make_date(a.year, 1, 1), make_date(a.year + 1, 1, 1)));
ANALYZE new_quarantine;
-- What is mended leaves; so does what is gone.
DELETE FROM dw.quarantine AS q
WHERE NOT EXISTS (SELECT FROM new_quarantine AS n WHERE (n.source, n.source_id, n.reason) = (q.source, q.source_id, q.reason))
  AND CASE q.source
      WHEN 'activity' THEN NOT EXISTS (SELECT FROM source.activity AS a WHERE a.activity_id = q.source_id)
          OR EXISTS (SELECT FROM source.activity AS a JOIN scope_branch AS s ON s.branch_id = a.branch_id AND s.from_month_key < 99990101 WHERE a.activity_id = q.source_id)
      WHEN 'assessment' THEN NOT EXISTS (SELECT FROM source.assessment AS a WHERE a.assessment_id = q.source_id)
          OR EXISTS (SELECT FROM source.assessment AS a JOIN scope_branch AS s ON s.branch_id = a.branch_id AND s.from_month_key < 99990101 WHERE a.assessment_id = q.source_id)
      WHEN 'rectification' THEN NOT EXISTS (SELECT FROM source.rectification AS f WHERE f.rectification_id = q.source_id)
          OR EXISTS (SELECT FROM source.rectification AS f WHERE f.rectification_id = q.source_id
              AND (f.society_id IN (SELECT society_id FROM scope_society) OR f.branch_id IN (SELECT branch_id FROM scope_branch)))
      ELSE true
  END;
INSERT INTO dw.quarantine (source, source_id, reason, detail, load_run_id)
SELECT n.source, n.source_id, n.reason, n.detail, l.load_run_id
FROM new_quarantine AS n CROSS JOIN load AS l
ON CONFLICT (source, source_id, reason) DO UPDATE SET detail = excluded.detail WHERE dw.quarantine.detail <> excluded.detail;
