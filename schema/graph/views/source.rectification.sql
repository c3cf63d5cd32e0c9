CREATE OR REPLACE VIEW source.rectification AS
SELECT f.id AS rectification_id, f.committee_id, f.society_id, f.branch_id, f.found_on,
       (SELECT s.moved_on FROM graph.rectification_stage AS s WHERE s.rectification_id = f.id AND s.to_stage = 'LEDGERED') AS ledgered_on,
       (SELECT s.moved_on FROM graph.rectification_stage AS s WHERE s.rectification_id = f.id AND s.to_stage = 'CLOSED') AS closed_on,
       (SELECT s.moved_on FROM graph.rectification_stage AS s WHERE s.rectification_id = f.id AND s.to_stage = 'NOTIFIED') AS notified_on,
       (SELECT max(d.due_on) FROM graph.duty AS d WHERE d.rectification_id = f.id AND d.period = 'CLOSED') AS due_on,
       f.kind
FROM graph.rectification AS f;
COMMENT ON VIEW source.rectification IS 'One row per finding, with the days of its stages.';
