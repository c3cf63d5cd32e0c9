-- Posts and forms that a rule set names itself. The usual one stays, as what its own stands for: places, holders, coverage, minimums and everything else go
-- by it. What it is called stays with the row as it was when it was entered.
ALTER TABLE graph.appointment
    ADD COLUMN post_code text CHECK (post_code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    ADD COLUMN post_name text CHECK (post_name <> ''),
    ADD COLUMN post_english_name text CHECK (post_english_name <> ''),
    ADD CONSTRAINT appointment_post_is_named_whole CHECK (num_nonnulls(post_code, post_name, post_english_name) IN (0, 3)),
    -- A member of a branch's committee may hold two posts of its own that both stand for that one.
    DROP CONSTRAINT appointment_held_once,
    ADD CONSTRAINT appointment_held_once EXCLUDE USING gist (
        person_id WITH =, (coalesce(post_code, post)) WITH =, (coalesce(branch_id, council_term_id, committee_id, society_id)) WITH =, valid_during WITH &&);
COMMENT ON COLUMN graph.appointment.post_code IS 'Code of a post of the rule set''s own; null where it is a usual one.';
COMMENT ON COLUMN graph.appointment.post_name IS 'What the rule set calls it; null likewise.';
COMMENT ON COLUMN graph.appointment.post_english_name IS 'What it calls it in English; null likewise.';

ALTER TABLE graph.branch
    ADD COLUMN form_code text CHECK (form_code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    ADD COLUMN form_name text CHECK (form_name <> ''),
    ADD COLUMN form_english_name text CHECK (form_english_name <> ''),
    ADD CONSTRAINT branch_form_is_named_whole CHECK (num_nonnulls(form_code, form_name, form_english_name) IN (0, 3));
COMMENT ON COLUMN graph.branch.form_code IS 'Code of a form of the rule set''s own; null where it is a usual one.';
COMMENT ON COLUMN graph.branch.form_name IS 'What the rule set calls it; null likewise.';
COMMENT ON COLUMN graph.branch.form_english_name IS 'What it calls it in English; null likewise.';

ALTER TABLE graph.branch_past ADD COLUMN form_code text, ADD COLUMN form_name text, ADD COLUMN form_english_name text;
COMMENT ON COLUMN graph.branch_past.form_code IS 'Code of a form of the rule set''s own; null where it was a usual one.';
COMMENT ON COLUMN graph.branch_past.form_name IS 'What the rule set called it; null likewise.';
COMMENT ON COLUMN graph.branch_past.form_english_name IS 'What it called it in English; null likewise.';
