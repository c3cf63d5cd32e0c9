CREATE OR REPLACE VIEW mart.relationship AS
SELECT from_view, from_column, to_view, to_column, note
FROM (VALUES
    ('coverage', 'society_id', 'society', 'society_id', 'on the snapshot day: valid_from <= day < valid_to'),
    ('coverage', 'committee_id', 'committee', 'committee_id', 'on the snapshot day'),
    ('coverage', 'committee_id', 'committee_tree', 'committee_id', 'on the snapshot day; group by ancestor_id'),
    ('coverage', 'region_code', 'region', 'region_code', NULL),
    ('coverage', 'month', 'date', 'calendar_date', NULL),
    ('coverage', 'category', 'code', 'code', 'kind = category'),
    ('coverage', 'society_kind', 'code', 'code', 'kind = society_kind'),
    ('coverage', 'level', 'code', 'code', 'kind = level'),
    ('coverage', 'discipline_code', 'code', 'code', 'kind = discipline'),
    ('coverage', 'load_id', 'load', 'id', NULL),
    ('branch', 'branch_id', 'branch_version', 'branch_id', 'on the snapshot day'),
    ('branch', 'committee_id', 'committee_tree', 'committee_id', 'on the snapshot day; group by ancestor_id'),
    ('branch', 'society_id', 'society', 'society_id', 'on the snapshot day'),
    ('branch', 'branch_form', 'code', 'code', 'kind = organization_form'),
    ('member_count', 'committee_id', 'committee_tree', 'committee_id', 'on the snapshot day; group by ancestor_id'),
    ('member_count', 'age_band', 'code', 'code', 'kind = age_band'),
    ('activity', 'branch_id', 'branch_version', 'branch_id', 'on held_on'),
    ('activity', 'held_on', 'date', 'calendar_date', NULL),
    ('activity', 'kind', 'code', 'code', 'kind = activity_kind'),
    ('activity', 'kind_code', 'activity_kind', 'code', NULL),
    ('meeting', 'committee_id', 'committee', 'committee_id', 'on held_on'),
    ('meeting', 'kind', 'code', 'code', 'kind = meeting_kind'),
    ('evidence_due', 'kind', 'evidence_kind', 'code', 'and rule_set_code'),
    ('evidence_due', 'society_id', 'society', 'society_id', 'on period_from'),
    ('evidence_due', 'branch_id', 'branch_version', 'branch_id', 'on period_from'),
    ('evidence_due', 'committee_id', 'committee_tree', 'committee_id', 'on period_from; group by ancestor_id'),
    ('evidence_due', 'due_on', 'date', 'calendar_date', NULL),
    ('event_filing', 'society_id', 'society', 'society_id', 'on held_on'),
    ('rectification', 'society_id', 'society', 'society_id', 'on found_on'),
    ('rectification', 'kind', 'code', 'code', 'kind = problem_kind'),
    ('coverage', 'uncovered_reason', 'code', 'code', 'kind = uncovered_reason'),
    ('assessment', 'fail_rule', 'code', 'code', 'kind = fail_rule'),
    ('bonus', 'bonus_item', 'code', 'code', 'kind = bonus_item'),
    ('assessment', 'branch_id', 'branch_version', 'branch_id', 'at the year''s end'),
    ('assessment', 'grade', 'code', 'code', 'kind = grade'),
    ('assessment_item', 'branch_id', 'assessment', 'branch_id', 'and year'),
    ('bonus', 'branch_id', 'assessment', 'branch_id', 'and year'),
    ('category_change', 'branch_id', 'branch_version', 'branch_id', 'on changed_on'),
    ('target_progress', 'committee_id', 'committee', 'committee_id', 'on the snapshot day'),
    ('target_progress', 'kind', 'code', 'code', 'kind = target_kind'),
    ('peer_comparison', 'figure_id', 'peer_figure', 'id', NULL)
) AS listed (from_view, from_column, to_view, to_column, note);
COMMENT ON VIEW mart.relationship IS 'How do views join? One row per column and the column that it leads to; a ..._history view joins as the plain one.';
COMMENT ON COLUMN mart.relationship.from_view IS 'View in mart.';
COMMENT ON COLUMN mart.relationship.from_column IS 'Its column.';
COMMENT ON COLUMN mart.relationship.to_view IS 'View that it leads to.';
COMMENT ON COLUMN mart.relationship.to_column IS 'Column there.';
COMMENT ON COLUMN mart.relationship.note IS 'What else the join asks for.';
GRANT SELECT ON mart.relationship TO bi_reader;
