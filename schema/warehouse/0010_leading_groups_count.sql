-- Where a rule set counts a leading group as an organization, a society may have one without a branch, and with it no category.
ALTER TABLE dw.fct_coverage_monthly DROP CONSTRAINT fct_coverage_monthly_check1;
