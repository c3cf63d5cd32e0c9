-- Facts. Their keys to versions are checked at the end of a load, which may remove a version before it leads the facts to the next one.

CREATE TABLE dw.fct_coverage_monthly (
    month_key int NOT NULL REFERENCES dw.dim_date CHECK (month_key % 100 = 1),
    rule_set_id bigint NOT NULL,
    society_id bigint NOT NULL,
    snapshot_key int NOT NULL REFERENCES dw.dim_date,
    rule_set_key bigint NOT NULL REFERENCES dw.dim_rule_set DEFERRABLE INITIALLY DEFERRED,
    society_key bigint NOT NULL REFERENCES dw.dim_society DEFERRABLE INITIALLY DEFERRED,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee DEFERRABLE INITIALLY DEFERRED,
    category text CHECK (category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    has_counted_organization int NOT NULL CHECK (has_counted_organization IN (0, 1)),
    has_instructor int NOT NULL CHECK (has_instructor IN (0, 1)),
    work_covered int NOT NULL CHECK (work_covered IN (0, 1)),
    denominator_all int NOT NULL CHECK (denominator_all = 1),
    denominator_operating int NOT NULL CHECK (denominator_operating IN (0, 1)),
    denominator_with_members int NOT NULL CHECK (denominator_with_members IN (0, 1)),
    denominator_should_build int NOT NULL CHECK (denominator_should_build IN (0, 1)),
    organization_coverage_numerator int NOT NULL,
    organization_coverage_denominator int NOT NULL CHECK (organization_coverage_denominator IN (0, 1)),
    work_coverage_numerator int NOT NULL,
    work_coverage_denominator int NOT NULL CHECK (work_coverage_denominator IN (0, 1)),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (month_key, rule_set_id, society_id),
    CHECK (snapshot_key / 100 = month_key / 100),
    CHECK (has_counted_organization = 0 OR category IS NOT NULL),
    CHECK (organization_coverage_numerator = has_counted_organization * organization_coverage_denominator),
    CHECK (work_coverage_numerator = work_covered * work_coverage_denominator)
);
CREATE INDEX fct_coverage_monthly_rule_set_key ON dw.fct_coverage_monthly (rule_set_key);
CREATE INDEX fct_coverage_monthly_society_key ON dw.fct_coverage_monthly (society_key);
CREATE INDEX fct_coverage_monthly_committee_key ON dw.fct_coverage_monthly (committee_key);
CREATE INDEX fct_coverage_monthly_committee_id ON dw.fct_coverage_monthly (committee_id);
CREATE INDEX fct_coverage_monthly_society_id ON dw.fct_coverage_monthly (society_id);
CREATE INDEX fct_coverage_monthly_load_run_id ON dw.fct_coverage_monthly (load_run_id);
COMMENT ON TABLE dw.fct_coverage_monthly IS 'One row per month, rule set and society of its jurisdiction: what holds on the month''s snapshot day.';
COMMENT ON COLUMN dw.fct_coverage_monthly.month_key IS 'The month''s first day.';
COMMENT ON COLUMN dw.fct_coverage_monthly.rule_set_id IS 'Key of the rule set in the graph; part of the grain, for keys of versions change.';
COMMENT ON COLUMN dw.fct_coverage_monthly.society_id IS 'Key of the society in the graph; part of the grain.';
COMMENT ON COLUMN dw.fct_coverage_monthly.snapshot_key IS 'The day whose state is told: the month''s last one, or the day of the load while the month lasts.';
COMMENT ON COLUMN dw.fct_coverage_monthly.rule_set_key IS 'The wording of the rule set that was used.';
COMMENT ON COLUMN dw.fct_coverage_monthly.society_key IS 'The society as of the snapshot day.';
COMMENT ON COLUMN dw.fct_coverage_monthly.committee_id IS 'Key of the society''s committee in the graph.';
COMMENT ON COLUMN dw.fct_coverage_monthly.committee_key IS 'The society''s committee as of the snapshot day.';
COMMENT ON COLUMN dw.fct_coverage_monthly.category IS 'Category of the society''s proposed or established branch, the first of A, B, C, UNCLASSIFIED where it has several; null where it has no branch.';
COMMENT ON COLUMN dw.fct_coverage_monthly.has_counted_organization IS '1 if the society has an organization that the rule set counts.';
COMMENT ON COLUMN dw.fct_coverage_monthly.has_instructor IS '1 if an instructor is sent to the society.';
COMMENT ON COLUMN dw.fct_coverage_monthly.work_covered IS '1 if the rule set sees work coverage.';
COMMENT ON COLUMN dw.fct_coverage_monthly.denominator_all IS '1 for every society.';
COMMENT ON COLUMN dw.fct_coverage_monthly.denominator_operating IS '1 if the society is known to operate.';
COMMENT ON COLUMN dw.fct_coverage_monthly.denominator_with_members IS '1 if the society is known to have party members; 0 while no member data is kept.';
COMMENT ON COLUMN dw.fct_coverage_monthly.denominator_should_build IS '1 if the society is known to have enough full members to build a branch; 0 while no member data is kept.';
COMMENT ON COLUMN dw.fct_coverage_monthly.organization_coverage_numerator IS '1 if the society is in the rule set''s denominator and has a counted organization (I01).';
COMMENT ON COLUMN dw.fct_coverage_monthly.organization_coverage_denominator IS '1 if the society is in the rule set''s denominator (I01).';
COMMENT ON COLUMN dw.fct_coverage_monthly.work_coverage_numerator IS '1 if the society is in the rule set''s denominator and work covered (I02).';
COMMENT ON COLUMN dw.fct_coverage_monthly.work_coverage_denominator IS '1 if the society is in the rule set''s denominator (I02).';
COMMENT ON COLUMN dw.fct_coverage_monthly.load_run_id IS 'The load that last wrote the numbers.';

CREATE TABLE dw.fct_category_change (
    branch_id bigint NOT NULL,
    date_key int REFERENCES dw.dim_date,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch DEFERRABLE INITIALLY DEFERRED,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee DEFERRABLE INITIALLY DEFERRED,
    from_category text CHECK (from_category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    to_category text NOT NULL CHECK (to_category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    is_upgrade_to_a int NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    UNIQUE NULLS NOT DISTINCT (branch_id, date_key),
    CHECK (from_category <> to_category),
    CHECK (is_upgrade_to_a = CASE WHEN from_category IN ('B', 'C') AND to_category = 'A' THEN 1 ELSE 0 END)
);
CREATE INDEX fct_category_change_date_key ON dw.fct_category_change (date_key);
CREATE INDEX fct_category_change_branch_key ON dw.fct_category_change (branch_key);
CREATE INDEX fct_category_change_committee_key ON dw.fct_category_change (committee_key);
CREATE INDEX fct_category_change_load_run_id ON dw.fct_category_change (load_run_id);
COMMENT ON TABLE dw.fct_category_change IS 'One row per branch and change of its category, its first classification included; days after a dissolution do not count.';
COMMENT ON COLUMN dw.fct_category_change.branch_id IS 'Key of the branch in the graph; part of the grain.';
COMMENT ON COLUMN dw.fct_category_change.date_key IS 'First day of the new category; null where the start is not stated.';
COMMENT ON COLUMN dw.fct_category_change.branch_key IS 'The branch as of that day.';
COMMENT ON COLUMN dw.fct_category_change.committee_key IS 'The branch''s committee as of that day.';
COMMENT ON COLUMN dw.fct_category_change.from_category IS 'Category before; null for a first classification.';
COMMENT ON COLUMN dw.fct_category_change.to_category IS 'Category from that day on.';
COMMENT ON COLUMN dw.fct_category_change.is_upgrade_to_a IS '1 for a change from B or C to A (000 §四).';
COMMENT ON COLUMN dw.fct_category_change.load_run_id IS 'The load that last wrote the row.';
