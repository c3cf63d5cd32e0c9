CREATE OR REPLACE VIEW graph.branch_derived_category AS
SELECT state.branch_id, state.committee_id, coalesce(found.category, 'UNCLASSIFIED') AS category,
       CASE
           WHEN found.category IS NOT NULL THEN 'CONDITIONS_MET'
           WHEN state.member_count = 0 THEN 'NO_MEMBERS'
           WHEN state.not_stated_count > 0 THEN 'AFFILIATION_NOT_STATED'
           WHEN state.with_committee_count > 0 AND state.elsewhere_count > 0 THEN 'AFFILIATIONS_MIXED'
           ELSE 'NO_CATEGORY_FITS'
       END AS reason_code,
       format('Affiliations of %s members: %s with the committee, %s elsewhere, %s not stated; %s are staff of the supporting unit.',
           state.member_count, state.with_committee_count, state.elsewhere_count, state.not_stated_count, state.staff_count) AS reason,
       coalesce(found.source, state.section #>> '{precedence,source}') AS clause,
       state.member_count, state.with_committee_count, state.elsewhere_count, state.not_stated_count, state.staff_count,
       format('党员 %s 名的组织关系：在本党委的 %s 名，在其他地方的 %s 名，没有说明的 %s 名；其中支撑单位工作人员 %s 名。',
           state.member_count, state.with_committee_count, state.elsewhere_count, state.not_stated_count, state.staff_count) AS reason_zh
FROM graph.branch_condition AS state
LEFT JOIN LATERAL (
    SELECT listed.category, state.section #>> ARRAY['conditions', listed.category, 'source'] AS source
    FROM jsonb_array_elements_text(state.section #> '{precedence,value}') WITH ORDINALITY AS listed (category, place)
    WHERE state.section #> ARRAY['conditions', listed.category, 'value'] <@ state.conditions
    ORDER BY listed.place
    LIMIT 1
) AS found ON true
-- Of a joint branch whose committee is out of sight nothing is known of the members: that is no branch without members.
WHERE state.member_count IS NOT NULL;
COMMENT ON VIEW graph.branch_derived_category IS '应属分类 The category that the rules in effect derive from affiliations and supporting unit today (000 §二).';
COMMENT ON COLUMN graph.branch_derived_category.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_derived_category.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.branch_derived_category.category IS 'The first category of the precedence all of whose conditions hold, else UNCLASSIFIED.';
COMMENT ON COLUMN graph.branch_derived_category.reason_code IS 'CONDITIONS_MET, or why no category fits: NO_MEMBERS, AFFILIATION_NOT_STATED, AFFILIATIONS_MIXED, NO_CATEGORY_FITS.';
COMMENT ON COLUMN graph.branch_derived_category.reason IS 'The same in a sentence, with the numbers.';
COMMENT ON COLUMN graph.branch_derived_category.reason_zh IS 'That sentence in Chinese.';
COMMENT ON COLUMN graph.branch_derived_category.clause IS 'Where the rule stands.';
COMMENT ON COLUMN graph.branch_derived_category.member_count IS 'Its members.';
COMMENT ON COLUMN graph.branch_derived_category.with_committee_count IS 'Members whose affiliation is with a branch of the same committee.';
COMMENT ON COLUMN graph.branch_derived_category.elsewhere_count IS 'Members whose affiliation is stated and elsewhere.';
COMMENT ON COLUMN graph.branch_derived_category.not_stated_count IS 'Members whose affiliation is not stated.';
COMMENT ON COLUMN graph.branch_derived_category.staff_count IS 'Members who are staff of a supporting unit of the society.';
