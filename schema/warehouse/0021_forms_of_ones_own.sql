-- Forms of party organizations that rule sets name: the usual one stays, as what its own stands for; beside it stand code and names, as entered.
ALTER TABLE dw.dim_branch ADD COLUMN form_code text, ADD COLUMN form_name text, ADD COLUMN form_english_name text;
COMMENT ON COLUMN dw.dim_branch.form_code IS 'Code of a form of the rule set''s own; null where it is a usual one.';
COMMENT ON COLUMN dw.dim_branch.form_name IS 'What the rule set calls it; null likewise.';
COMMENT ON COLUMN dw.dim_branch.form_english_name IS 'What it calls it in English; null likewise.';
