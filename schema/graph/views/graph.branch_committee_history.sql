CREATE OR REPLACE VIEW graph.branch_committee_history AS
SELECT p.branch_id, p.committee_id, lower(p.days) AS valid_from, upper(p.days) AS valid_to
FROM (
    SELECT c.branch_id, c.committee_id, unnest(range_agg(c.valid_during)) AS days FROM graph.branch_committee AS c GROUP BY c.branch_id, c.committee_id
) AS p;
COMMENT ON VIEW graph.branch_committee_history IS '隶属党委沿革 One row per party organization, committee and period under it.';
COMMENT ON COLUMN graph.branch_committee_history.branch_id IS 'The party organization.';
COMMENT ON COLUMN graph.branch_committee_history.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.branch_committee_history.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.branch_committee_history.valid_to IS 'First day after it; null while it lasts.';
