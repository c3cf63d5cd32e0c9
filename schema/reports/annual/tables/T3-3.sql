-- Grain: one row per denominator.
SELECT d.key, false AS is_total, d.label AS denominator, d.societies,
       d.organised::numeric / nullif(d.societies, 0) AS organization, d.organised AS organization_n, d.societies AS organization_d,
       d.work::numeric / nullif(d.societies, 0) AS work, d.work AS work_n, d.societies AS work_d
FROM (
    SELECT sum(denominator_all) AS c_all, sum(denominator_operating) AS operating, sum(denominator_with_members) AS with_members,
           sum(denominator_should_build) AS should_build, sum(organization_numerator_all) AS o_all, sum(organization_numerator_operating) AS o_operating,
           sum(organization_numerator_with_members) AS o_members, sum(organization_numerator_should_build) AS o_build,
           sum(work_numerator_all) AS w_all, sum(work_numerator_operating) AS w_operating, sum(work_numerator_with_members) AS w_members,
           sum(work_numerator_should_build) AS w_build
    FROM mart.coverage_history AS c
    JOIN report_committee USING (committee_id)
    WHERE c.is_default_rule_set AND c.month = (SELECT s.month FROM report_scope AS s)
) AS n
CROSS JOIN LATERAL (VALUES
    (1, 'ALL', pg_temp.word('全部科技社团', 'All societies'), n.c_all, n.o_all, n.w_all),
    (2, 'OPERATING', pg_temp.word('正常运行的科技社团', 'Operating societies'), n.operating, n.o_operating, n.w_operating),
    (3, 'WITH_MEMBERS', pg_temp.word('有党员的科技社团', 'Societies with Party members'), n.with_members, n.o_members, n.w_members),
    (4, 'SHOULD_BUILD', pg_temp.word('应建党组织的科技社团', 'Societies that should have an organization'), n.should_build, n.o_build, n.w_build)
) AS d (position, key, label, societies, organised, work)
ORDER BY d.position;
