SELECT json_build_object('data', json_build_object('coverage', json_build_object('nodes', (
    SELECT coalesce(json_agg(json_build_object(
        'key', json_build_object(
            'discipline', CASE WHEN g.discipline_code IS NOT NULL THEN json_build_object('code', g.discipline_code, 'name', d.name) END,
            'level', g.level),
        'societies', g.societies,
        'organizationCoverage', json_build_object(
            'numerator', g.organization_numerator,
            'denominator', g.organization_denominator,
            'value', round(g.organization_numerator::numeric / nullif(g.organization_denominator, 0), 6)),
        'workCoverage', json_build_object(
            'numerator', g.work_numerator,
            'denominator', g.work_denominator,
            'value', round(g.work_numerator::numeric / nullif(g.work_denominator, 0), 6))) ORDER BY g.discipline_code, g.level), '[]')
    FROM (
        SELECT s.discipline_code, s.level,
               count(*) AS societies,
               sum(f.organised * f.in_denominator) AS organization_numerator,
               sum(f.in_denominator) AS organization_denominator,
               sum(f.work * f.in_work_denominator) AS work_numerator,
               sum(f.in_work_denominator) AS work_denominator
        FROM dw.fct_coverage_monthly f
        JOIN dw.dim_society s ON s.society_key = f.society_key
        JOIN dw.dim_rule_set r ON r.rule_set_key = f.rule_set_key AND r.is_default
        WHERE f.committee_id = ANY ($1)
          AND f.generation = (SELECT generation FROM dw.published)
          AND f.month_key = (SELECT max(l.month_key) FROM dw.loaded_month l)
        GROUP BY s.discipline_code, s.level) g
    LEFT JOIN graph.discipline d ON d.code = g.discipline_code))))
