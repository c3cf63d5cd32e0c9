-- What holds on a day is looked up by the thing it belongs to, a few rows each. The columns that the look-up reads stand in the
-- index: it needs no table, and it is cheaper in the planner's eyes than the GiST index that keeps periods apart, which is three
-- times as slow for this.
DROP INDEX graph.branch_category_period_branch_id;
CREATE INDEX branch_category_period_branch_id ON graph.branch_category_period (branch_id) INCLUDE (valid_during, category);
CREATE INDEX branch_status_period_branch_id ON graph.branch_status_period (branch_id) INCLUDE (valid_during, status);
CREATE INDEX society_supporting_unit_society_id ON graph.society_supporting_unit (society_id) INCLUDE (valid_during, is_lead, supporting_unit_id);
CREATE INDEX committee_parent_committee_id ON graph.committee_parent (committee_id) INCLUDE (valid_during, parent_id);
DROP INDEX graph.branch_society_one_lead;
CREATE UNIQUE INDEX branch_society_one_lead ON graph.branch_society (branch_id) INCLUDE (society_id) WHERE is_lead;
