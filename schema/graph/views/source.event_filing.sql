CREATE OR REPLACE VIEW source.event_filing AS
SELECT f.id AS event_filing_id, f.society_id, f.held_on, f.filed_on,
       (SELECT max(d.due_on) FROM graph.duty AS d WHERE d.event_filing_id = f.id) AS due_on
FROM graph.event_filing AS f;
COMMENT ON VIEW source.event_filing IS 'One row per event of a society.';
