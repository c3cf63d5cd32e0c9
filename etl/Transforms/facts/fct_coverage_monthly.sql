-- Grain: one row per month, rule set and society of its jurisdiction.
DELETE FROM dw.fct_coverage_monthly f
USING staging.load_month m
WHERE m.month_key = f.month_key
  AND NOT EXISTS (
      SELECT FROM staging.coverage c
      WHERE c.month_key = f.month_key AND c.rule_set_id = f.rule_set_id AND c.society_id = f.society_id);
INSERT INTO dw.fct_coverage_monthly (
    month_key, rule_set_id, society_id, snapshot_key, rule_set_key, society_key, committee_id, committee_key, category,
    has_counted_organization, has_instructor, work_covered,
    denominator_all, denominator_operating, denominator_with_members, denominator_should_build,
    organization_coverage_numerator, organization_coverage_denominator, work_coverage_numerator, work_coverage_denominator,
    strong_covered, effective_covered, strong_coverage_numerator, effective_coverage_numerator, load_run_id)
SELECT changed.*, l.load_run_id
FROM (
    SELECT month_key, rule_set_id, society_id, snapshot_key, rule_set_key, society_key, committee_id, committee_key, category,
           has_counted_organization, has_instructor, work_covered,
           1, denominator_operating, denominator_with_members, denominator_should_build,
           has_counted_organization * denominator_chosen, denominator_chosen, work_covered * denominator_chosen, denominator_chosen,
           strong_covered, effective_covered, strong_covered * denominator_chosen, effective_covered * denominator_chosen
    FROM staging.coverage
    EXCEPT
    SELECT f.month_key, f.rule_set_id, f.society_id, f.snapshot_key, f.rule_set_key, f.society_key, f.committee_id, f.committee_key, f.category,
           f.has_counted_organization, f.has_instructor, f.work_covered,
           f.denominator_all, f.denominator_operating, f.denominator_with_members, f.denominator_should_build,
           f.organization_coverage_numerator, f.organization_coverage_denominator, f.work_coverage_numerator, f.work_coverage_denominator,
           f.strong_covered, f.effective_covered, f.strong_coverage_numerator, f.effective_coverage_numerator
    FROM dw.fct_coverage_monthly f
    JOIN staging.load_month m ON m.month_key = f.month_key
) AS changed
CROSS JOIN staging.load l
ON CONFLICT (month_key, rule_set_id, society_id) DO UPDATE
SET snapshot_key = excluded.snapshot_key, rule_set_key = excluded.rule_set_key, society_key = excluded.society_key,
    committee_id = excluded.committee_id, committee_key = excluded.committee_key, category = excluded.category,
    has_counted_organization = excluded.has_counted_organization, has_instructor = excluded.has_instructor, work_covered = excluded.work_covered,
    denominator_operating = excluded.denominator_operating, denominator_with_members = excluded.denominator_with_members,
    denominator_should_build = excluded.denominator_should_build,
    organization_coverage_numerator = excluded.organization_coverage_numerator,
    organization_coverage_denominator = excluded.organization_coverage_denominator,
    work_coverage_numerator = excluded.work_coverage_numerator, work_coverage_denominator = excluded.work_coverage_denominator,
    strong_covered = excluded.strong_covered, effective_covered = excluded.effective_covered,
    strong_coverage_numerator = excluded.strong_coverage_numerator, effective_coverage_numerator = excluded.effective_coverage_numerator,
    load_run_id = excluded.load_run_id;
-- Other months keep their numbers. Where the borders of versions moved, they name the version that now holds on their day;
-- that version was written by this load, or its borders would not have moved.
UPDATE dw.fct_coverage_monthly f
SET society_key = v.society_key
FROM staging.load l
JOIN dw.dim_society v ON v.load_run_id = l.load_run_id
CROSS JOIN dw.dim_date d
WHERE f.society_id = v.society_id AND f.society_key <> v.society_key
  AND d.date_key = f.snapshot_key AND v.valid_from <= d.calendar_date AND d.calendar_date < v.valid_to;
UPDATE dw.fct_coverage_monthly f
SET committee_key = v.committee_key
FROM staging.load l
JOIN dw.dim_committee v ON v.load_run_id = l.load_run_id
CROSS JOIN dw.dim_date d
WHERE f.committee_id = v.committee_id AND f.committee_key <> v.committee_key
  AND d.date_key = f.snapshot_key AND v.valid_from <= d.calendar_date AND d.calendar_date < v.valid_to;
