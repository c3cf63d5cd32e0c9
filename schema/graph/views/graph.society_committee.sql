CREATE OR REPLACE VIEW graph.society_committee AS
SELECT id AS society_id, committee_id, daterange(attributes_since, NULL) AS valid_during FROM graph.society
UNION ALL
SELECT society_id, committee_id, valid_during FROM graph.society_past;
COMMENT ON VIEW graph.society_committee IS 'Which committee is responsible for a society, by day; a period of one committee may be divided where something else of the society changed.';
COMMENT ON COLUMN graph.society_committee.society_id IS 'The society.';
COMMENT ON COLUMN graph.society_committee.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.society_committee.valid_during IS 'Days on which this holds.';
