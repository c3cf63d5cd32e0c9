CREATE OR REPLACE VIEW mart.committee_tree AS
SELECT ancestor_id, committee_id, depth, valid_from, valid_to, valid_to = '9999-12-31'::date AS is_current FROM dw.bridge_committee;
COMMENT ON VIEW mart.committee_tree IS 'Which committees stand under which? One row per committee, committee above it (itself at depth 0) and period. Join a fact''s committee_id to committee_id on a day, valid_from <= day < valid_to, and group by ancestor_id: this rolls up any level. Do not add over ancestors.';
COMMENT ON COLUMN mart.committee_tree.ancestor_id IS 'The committee above, or itself.';
COMMENT ON COLUMN mart.committee_tree.committee_id IS 'The committee.';
COMMENT ON COLUMN mart.committee_tree.depth IS 'How many steps lie between them; 0 for itself.';
COMMENT ON COLUMN mart.committee_tree.valid_from IS 'First day; 1900-01-01 where the start is not stated.';
COMMENT ON COLUMN mart.committee_tree.valid_to IS 'First day after it; 9999-12-31 while it lasts.';
COMMENT ON COLUMN mart.committee_tree.is_current IS 'True while it lasts.';
GRANT SELECT ON mart.committee_tree TO bi_reader;
