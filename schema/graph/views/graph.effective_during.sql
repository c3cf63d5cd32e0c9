CREATE OR REPLACE FUNCTION graph.effective_during(society bigint, coverage jsonb) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(d.during), '{}')
        FROM graph.branch_society AS bs
        JOIN graph.branch AS b ON b.id = bs.branch_id
        JOIN graph.committee AS c ON c.id = b.committee_id
        JOIN graph.branch_status_period AS p ON p.branch_id = b.id
        CROSS JOIN LATERAL unnest(datemultirange(p.valid_during)
            * CASE WHEN (coverage #>> '{effective,activityMinimum}')::boolean
                THEN graph.active_during(b.id, graph.rule_section(c.region_code, 'assessment', graph.today()) #> '{activities,minimums}')
                ELSE datemultirange(daterange(NULL, NULL)) END
            - CASE WHEN (coverage #>> '{effective,notFailed}')::boolean THEN graph.failed_during(b.id) ELSE '{}' END) AS d (during)
        WHERE bs.society_id = society AND graph.counts_as_organization(b.form, p.status, coverage));
COMMENT ON FUNCTION graph.effective_during IS '有效覆盖 Days on which a society has an organization that counts and does what it must (000 §一).';
