CREATE OR REPLACE VIEW source.committee_parent AS
SELECT committee_id, parent_id, valid_during FROM graph.committee_parent;
COMMENT ON VIEW source.committee_parent IS 'One row per committee and period under one parent.';
