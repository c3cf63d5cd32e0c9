-- Grain: one row per rule set and wording of its coverage definitions.
-- Older wordings stay, with the present name and rank of their rule set; so does a rule set that left the graph.
UPDATE dw.dim_rule_set d
SET code = p.code, title = p.title, is_default = p.is_default, region_code = p.region_code,
    effective_from = p.effective_from, effective_to = p.effective_to, is_current = false, load_run_id = l.load_run_id
FROM (
    SELECT o.rule_set_key, coalesce(r.code, o.code) AS code, coalesce(r.title, o.title) AS title, coalesce(r.is_default, false) AS is_default,
           coalesce(r.region_code, o.region_code) AS region_code,
           CASE WHEN r.id IS NULL THEN o.effective_from ELSE r.effective_from END AS effective_from,
           CASE WHEN r.id IS NULL THEN o.effective_to ELSE r.effective_to END AS effective_to
    FROM dw.dim_rule_set o
    LEFT JOIN source.rule_set r ON r.id = o.rule_set_id
    WHERE r.id IS NULL OR o.definition_checksum IS DISTINCT FROM encode(sha256(convert_to((r.content -> 'coverage')::text, 'UTF8')), 'hex')
) AS p
CROSS JOIN load l
WHERE p.rule_set_key = d.rule_set_key
  AND (d.code, d.title, d.is_default, d.region_code, d.effective_from, d.effective_to, d.is_current)
      IS DISTINCT FROM (p.code, p.title, p.is_default, p.region_code, p.effective_from, p.effective_to, false);
INSERT INTO dw.dim_rule_set (
    rule_set_id, code, title, is_default, region_code, effective_from, effective_to, definition_checksum, denominator, denominator_source,
    counted_forms, counted_statuses, organization_definition, organization_source,
    work_by_organization, work_by_instructor, work_definition, work_source,
    organization_by_leading_group, work_by_work_group, work_by_leading_group, should_build_members, strong_kinds, strong_definition, strong_source,
    effective_by_activity, effective_unless_failed, effective_definition, effective_source,
    work_denominator, effective_denominator, should_build_source, ledger_aspects, ledger_complete_from, document_title, document_number,
    is_current, load_run_id)
SELECT changed.*, l.load_run_id
FROM (
    SELECT r.id, r.code, r.title, r.is_default, r.region_code, r.effective_from, r.effective_to,
           encode(sha256(convert_to(c.coverage::text, 'UTF8')), 'hex'),
           c.coverage #>> '{denominator,value}', c.coverage #>> '{denominator,source}',
           ARRAY(SELECT jsonb_array_elements_text(c.coverage #> '{organization,forms}')
                 UNION ALL SELECT 'WORK_GROUP' WHERE (c.coverage #>> '{workGroup,countsAsOrganization}')::boolean),
           ARRAY(SELECT jsonb_array_elements_text(c.coverage #> '{organization,statuses}')),
           c.coverage #>> '{organization,definition}', c.coverage #>> '{organization,source}',
           (c.coverage #>> '{work,organization}')::boolean, (c.coverage #>> '{work,instructor}')::boolean,
           c.coverage #>> '{work,definition}', c.coverage #>> '{work,source}',
           (c.coverage #>> '{leadingGroup,countsAsOrganization}')::boolean, (c.coverage #>> '{workGroup,countsAsWork}')::boolean,
           (c.coverage #>> '{leadingGroup,countsAsWork}')::boolean, (c.coverage #>> '{shouldBuildMembers,value}')::int,
           ARRAY(SELECT jsonb_array_elements_text(c.coverage #> '{strong,anyOf}')), c.coverage #>> '{strong,definition}', c.coverage #>> '{strong,source}',
           (c.coverage #>> '{effective,activityMinimum}')::boolean, (c.coverage #>> '{effective,notFailed}')::boolean,
           c.coverage #>> '{effective,definition}', c.coverage #>> '{effective,source}',
           coalesce(c.coverage #>> '{work,denominator,value}', 'ALL'), coalesce(c.coverage #>> '{effective,denominator,value}', 'ALL'),
           c.coverage #>> '{shouldBuildMembers,source}', ARRAY(SELECT jsonb_array_elements_text(c.coverage #> '{ledger,aspects}')),
           (c.coverage #>> '{ledger,completeFrom,value}')::int, r.document_title, r.document_number, true
    FROM source.rule_set r
    CROSS JOIN LATERAL (SELECT r.content -> 'coverage' AS coverage) AS c
    -- A rule set may be about other subjects only.
    WHERE r.content ? 'coverage'
    EXCEPT
    SELECT rule_set_id, code, title, is_default, region_code, effective_from, effective_to, definition_checksum, denominator, denominator_source,
           counted_forms, counted_statuses, organization_definition, organization_source,
           work_by_organization, work_by_instructor, work_definition, work_source,
           organization_by_leading_group, work_by_work_group, work_by_leading_group, should_build_members, strong_kinds, strong_definition, strong_source,
           effective_by_activity, effective_unless_failed, effective_definition, effective_source,
           work_denominator, effective_denominator, should_build_source, ledger_aspects, ledger_complete_from, document_title, document_number, is_current
    FROM dw.dim_rule_set
) AS changed
CROSS JOIN load l
ON CONFLICT (rule_set_id, definition_checksum) DO UPDATE
SET code = excluded.code, title = excluded.title, is_default = excluded.is_default, region_code = excluded.region_code,
    effective_from = excluded.effective_from, effective_to = excluded.effective_to, document_title = excluded.document_title,
    document_number = excluded.document_number, work_denominator = excluded.work_denominator,
    effective_denominator = excluded.effective_denominator, should_build_source = excluded.should_build_source,
    ledger_aspects = excluded.ledger_aspects, ledger_complete_from = excluded.ledger_complete_from, is_current = excluded.is_current,
    load_run_id = excluded.load_run_id;
