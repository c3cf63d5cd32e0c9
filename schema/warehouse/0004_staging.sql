-- What a load works out on its way. Unlogged: nobody misses it after a crash.

CREATE UNLOGGED TABLE staging.load (
    load_run_id bigint PRIMARY KEY,
    as_of date NOT NULL,
    from_month date
);
COMMENT ON TABLE staging.load IS 'One row: the load itself, so that no other transform needs a parameter.';
COMMENT ON COLUMN staging.load.load_run_id IS 'Its row in dw.load_run.';
COMMENT ON COLUMN staging.load.as_of IS 'The day whose state is loaded.';
COMMENT ON COLUMN staging.load.from_month IS 'First day of the first month to fill; null: only the month of as_of.';

CREATE UNLOGGED TABLE staging.load_month (
    month_key int PRIMARY KEY,
    month date NOT NULL,
    snapshot_key int NOT NULL,
    snapshot_day date NOT NULL
);
COMMENT ON TABLE staging.load_month IS 'One row per month that the load fills.';
COMMENT ON COLUMN staging.load_month.month_key IS 'Key of its first day.';
COMMENT ON COLUMN staging.load_month.month IS 'Its first day.';
COMMENT ON COLUMN staging.load_month.snapshot_key IS 'Key of the day whose state is told.';
COMMENT ON COLUMN staging.load_month.snapshot_day IS 'That day.';

CREATE UNLOGGED TABLE staging.region_within (
    ancestor_code char(6) NOT NULL,
    region_code char(6) NOT NULL,
    PRIMARY KEY (ancestor_code, region_code)
);
COMMENT ON TABLE staging.region_within IS 'One row per region and region that contains it, itself included.';
COMMENT ON COLUMN staging.region_within.ancestor_code IS 'The containing region.';
COMMENT ON COLUMN staging.region_within.region_code IS 'The contained region.';

CREATE UNLOGGED TABLE staging.committee_version (
    committee_id bigint NOT NULL,
    parent_id bigint,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    PRIMARY KEY (committee_id, valid_from)
);
COMMENT ON TABLE staging.committee_version IS 'One row per committee and period with one parent.';
COMMENT ON COLUMN staging.committee_version.committee_id IS 'The committee.';
COMMENT ON COLUMN staging.committee_version.parent_id IS 'The committee above it; null where it has none.';
COMMENT ON COLUMN staging.committee_version.valid_from IS 'First day.';
COMMENT ON COLUMN staging.committee_version.valid_to IS 'First day after the period.';

CREATE UNLOGGED TABLE staging.society_version (
    society_id bigint NOT NULL,
    lead_supporting_unit_id bigint,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    PRIMARY KEY (society_id, valid_from)
);
COMMENT ON TABLE staging.society_version IS 'One row per society and period with one lead supporting unit.';
COMMENT ON COLUMN staging.society_version.society_id IS 'The society.';
COMMENT ON COLUMN staging.society_version.lead_supporting_unit_id IS 'The lead supporting unit; null where none is stated.';
COMMENT ON COLUMN staging.society_version.valid_from IS 'First day.';
COMMENT ON COLUMN staging.society_version.valid_to IS 'First day after the period.';

CREATE UNLOGGED TABLE staging.branch_version (
    branch_id bigint NOT NULL,
    status text NOT NULL,
    category text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    PRIMARY KEY (branch_id, valid_from)
);
COMMENT ON TABLE staging.branch_version IS 'One row per branch and period with one status and one category.';
COMMENT ON COLUMN staging.branch_version.branch_id IS 'The branch.';
COMMENT ON COLUMN staging.branch_version.status IS 'Its status.';
COMMENT ON COLUMN staging.branch_version.category IS 'Its category; UNCLASSIFIED where no category is stated.';
COMMENT ON COLUMN staging.branch_version.valid_from IS 'First day.';
COMMENT ON COLUMN staging.branch_version.valid_to IS 'First day after the period.';

CREATE UNLOGGED TABLE staging.coverage (
    month_key int NOT NULL,
    rule_set_id bigint NOT NULL,
    society_id bigint NOT NULL,
    snapshot_key int NOT NULL,
    rule_set_key bigint NOT NULL,
    society_key bigint NOT NULL,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL,
    category text,
    has_counted_organization int NOT NULL,
    has_instructor int NOT NULL,
    work_covered int NOT NULL,
    denominator_operating int NOT NULL,
    denominator_with_members int NOT NULL,
    denominator_should_build int NOT NULL,
    denominator_chosen int NOT NULL,
    PRIMARY KEY (month_key, rule_set_id, society_id)
);
COMMENT ON TABLE staging.coverage IS 'One row per month of the load, rule set and society of its jurisdiction.';
COMMENT ON COLUMN staging.coverage.month_key IS 'Key of the month''s first day.';
COMMENT ON COLUMN staging.coverage.rule_set_id IS 'The rule set.';
COMMENT ON COLUMN staging.coverage.society_id IS 'The society.';
COMMENT ON COLUMN staging.coverage.snapshot_key IS 'Key of the day whose state is told.';
COMMENT ON COLUMN staging.coverage.rule_set_key IS 'Its wording.';
COMMENT ON COLUMN staging.coverage.society_key IS 'The society as of that day.';
COMMENT ON COLUMN staging.coverage.committee_id IS 'Its committee.';
COMMENT ON COLUMN staging.coverage.committee_key IS 'Its committee as of that day.';
COMMENT ON COLUMN staging.coverage.category IS 'Category of its branch; null where it has none.';
COMMENT ON COLUMN staging.coverage.has_counted_organization IS '1 if it has an organization that the rule set counts.';
COMMENT ON COLUMN staging.coverage.has_instructor IS '1 if an instructor is sent to it.';
COMMENT ON COLUMN staging.coverage.work_covered IS '1 if the rule set sees work coverage.';
COMMENT ON COLUMN staging.coverage.denominator_operating IS '1 if it is known to operate.';
COMMENT ON COLUMN staging.coverage.denominator_with_members IS '1 if it is known to have party members.';
COMMENT ON COLUMN staging.coverage.denominator_should_build IS '1 if it is known to have enough full members to build a branch.';
COMMENT ON COLUMN staging.coverage.denominator_chosen IS '1 if it is in the denominator that the rule set names.';

CREATE UNLOGGED TABLE staging.category_change (
    branch_id bigint NOT NULL,
    date_key int,
    branch_key bigint NOT NULL,
    committee_key bigint NOT NULL,
    from_category text,
    to_category text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (branch_id, date_key)
);
COMMENT ON TABLE staging.category_change IS 'One row per branch and change of its category.';
COMMENT ON COLUMN staging.category_change.branch_id IS 'The branch.';
COMMENT ON COLUMN staging.category_change.date_key IS 'Key of the first day of the new category; null where the start is not stated.';
COMMENT ON COLUMN staging.category_change.branch_key IS 'The branch as of that day.';
COMMENT ON COLUMN staging.category_change.committee_key IS 'Its committee as of that day.';
COMMENT ON COLUMN staging.category_change.from_category IS 'Category before; null for a first classification.';
COMMENT ON COLUMN staging.category_change.to_category IS 'Category from that day on.';
