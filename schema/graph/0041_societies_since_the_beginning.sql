-- All societies that a branch was entered with are its since it began. The second society of a joint branch was taken for one that joined on the day of the
-- entry. Mended where both rows are of one transaction, and a list was imported or the branch proposed on that day; in a database that was restored from a
-- dump all rows are of one transaction, so there a single import is asked for.
UPDATE graph.branch_society AS s SET since = NULL
FROM graph.branch_society AS l
WHERE l.branch_id = s.branch_id AND l.is_lead AND NOT s.is_lead AND l.since IS NULL AND s.since IS NOT NULL AND s.xmin = l.xmin
  AND (EXISTS (SELECT FROM graph.change AS c
               WHERE c.mutation = 'proposeBranch' AND c.subject_id = s.branch_id AND (c.changed_at AT TIME ZONE 'Asia/Shanghai')::date = s.since)
       OR EXISTS (SELECT FROM graph.import_run AS r
                  WHERE r.kind IN ('ROSTER', 'BRANCHES') AND r.inserted_count > 0 AND (r.finished_at AT TIME ZONE 'Asia/Shanghai')::date = s.since)
          AND ((SELECT count(DISTINCT b.xmin::text) FROM graph.branch_society AS b) > 1
               OR (SELECT count(*) FROM graph.import_run AS r WHERE r.kind IN ('ROSTER', 'BRANCHES')) = 1));
