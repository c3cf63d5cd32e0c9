CREATE OR REPLACE VIEW graph.society_committee_history AS
SELECT p.society_id, p.committee_id, lower(p.days) AS valid_from, upper(p.days) AS valid_to
FROM (
    SELECT c.society_id, c.committee_id, unnest(range_agg(c.valid_during)) AS days FROM graph.society_committee AS c GROUP BY c.society_id, c.committee_id
) AS p;
COMMENT ON VIEW graph.society_committee_history IS '隶属党委沿革 One row per society, committee and period under it.';
COMMENT ON COLUMN graph.society_committee_history.society_id IS 'The society.';
COMMENT ON COLUMN graph.society_committee_history.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.society_committee_history.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.society_committee_history.valid_to IS 'First day after it; null while it lasts.';
