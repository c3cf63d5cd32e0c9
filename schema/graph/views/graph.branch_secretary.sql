CREATE OR REPLACE VIEW graph.branch_secretary AS
SELECT id, person_id, post, branch_id, council_term_id, committee_id, society_id, valid_during, valid_from, valid_to, version, sent_from_above,
       post_code, post_name, post_english_name
FROM graph.appointment WHERE post = 'BRANCH_SECRETARY';
COMMENT ON VIEW graph.branch_secretary IS '支部书记 Secretaries of branches over time.';
COMMENT ON COLUMN graph.branch_secretary.id IS 'Key of the appointment.';
COMMENT ON COLUMN graph.branch_secretary.person_id IS 'Who.';
COMMENT ON COLUMN graph.branch_secretary.post IS 'BRANCH_SECRETARY.';
COMMENT ON COLUMN graph.branch_secretary.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_secretary.council_term_id IS 'Null.';
COMMENT ON COLUMN graph.branch_secretary.committee_id IS 'Null.';
COMMENT ON COLUMN graph.branch_secretary.society_id IS 'Null.';
COMMENT ON COLUMN graph.branch_secretary.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.branch_secretary.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.branch_secretary.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.branch_secretary.version IS 'Counts changes of the row, from 1.';
COMMENT ON COLUMN graph.branch_secretary.sent_from_above IS '上级选派 Whether the party organization above sent the holder (002 §3).';
COMMENT ON COLUMN graph.branch_secretary.post_code IS 'Code of a post of the rule set''s own that stands for this one; null where it is the usual one.';
COMMENT ON COLUMN graph.branch_secretary.post_name IS 'What the rule set calls it; null likewise.';
COMMENT ON COLUMN graph.branch_secretary.post_english_name IS 'What it calls it in English; null likewise.';
