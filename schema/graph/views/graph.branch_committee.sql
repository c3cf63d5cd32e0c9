CREATE OR REPLACE VIEW graph.branch_committee AS
SELECT id AS branch_id, committee_id, daterange(attributes_since, NULL) AS valid_during FROM graph.branch
UNION ALL
SELECT branch_id, committee_id, valid_during FROM graph.branch_past;
COMMENT ON VIEW graph.branch_committee IS 'Which committee is above a party organization, by day; divided likewise.';
COMMENT ON COLUMN graph.branch_committee.branch_id IS 'The party organization.';
COMMENT ON COLUMN graph.branch_committee.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.branch_committee.valid_during IS 'Days on which this holds.';
