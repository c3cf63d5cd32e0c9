-- Grain: one row per committee, committee above it (itself at depth 0), and period during which it is there; what a load replaces is kept.
CREATE TEMP TABLE new_bridge_committee ON COMMIT DROP AS
WITH RECURSIVE above (ancestor_id, committee_id, depth, during) AS (
    SELECT committee_id, committee_id, 0, datemultirange(daterange(NULL, NULL)) FROM source.committee GROUP BY committee_id
    UNION ALL
    SELECT p.parent_id, a.committee_id, a.depth + 1, a.during * datemultirange(p.valid_during)
    FROM above AS a
    JOIN source.committee_parent AS p ON p.committee_id = a.ancestor_id AND a.during && p.valid_during
)
SELECT a.ancestor_id, a.committee_id, min(a.depth) AS depth, coalesce(lower(p.part), '1900-01-01') AS valid_from,
       coalesce(upper(p.part), '9999-12-31') AS valid_to
FROM (
    SELECT ancestor_id, committee_id, depth, range_agg(during) AS during FROM above GROUP BY ancestor_id, committee_id, depth
) AS a
CROSS JOIN LATERAL unnest(a.during) AS p (part)
WHERE (SELECT is_full FROM load) OR EXISTS (SELECT FROM touched_subject WHERE subject = 'COMMITTEE')
GROUP BY a.ancestor_id, a.committee_id, p.part;
INSERT INTO dw.bridge_committee_history (ancestor_id, committee_id, depth, valid_from, valid_to, load_run_id, superseded_run_id)
SELECT b.ancestor_id, b.committee_id, b.depth, b.valid_from, b.valid_to, b.load_run_id, l.load_run_id
FROM dw.bridge_committee AS b
JOIN load AS l ON b.load_run_id < l.load_run_id
WHERE (l.is_full OR EXISTS (SELECT FROM touched_subject WHERE subject = 'COMMITTEE'))
  AND NOT EXISTS (SELECT FROM new_bridge_committee AS n
      WHERE (n.ancestor_id, n.committee_id, n.depth, n.valid_from, n.valid_to) = (b.ancestor_id, b.committee_id, b.depth, b.valid_from, b.valid_to));
DELETE FROM dw.bridge_committee AS b
WHERE ((SELECT is_full FROM load) OR EXISTS (SELECT FROM touched_subject WHERE subject = 'COMMITTEE'))
  AND NOT EXISTS (SELECT FROM new_bridge_committee AS n
      WHERE (n.ancestor_id, n.committee_id, n.depth, n.valid_from, n.valid_to) = (b.ancestor_id, b.committee_id, b.depth, b.valid_from, b.valid_to));
INSERT INTO dw.bridge_committee (ancestor_id, committee_id, depth, valid_from, valid_to, load_run_id)
SELECT n.ancestor_id, n.committee_id, n.depth, n.valid_from, n.valid_to, l.load_run_id
FROM new_bridge_committee AS n CROSS JOIN load AS l
WHERE NOT EXISTS (SELECT FROM dw.bridge_committee AS b WHERE (b.ancestor_id, b.committee_id, b.valid_from) = (n.ancestor_id, n.committee_id, n.valid_from));
