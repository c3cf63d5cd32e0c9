CREATE OR REPLACE FUNCTION graph.worked_during(society bigint, coverage jsonb) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (coverage #>> '{work,organization}')::boolean THEN graph.organized_during(society, coverage) ELSE '{}' END
        + CASE WHEN (coverage #>> '{work,instructor}')::boolean THEN graph.instructed_during(society) ELSE '{}' END
        + CASE WHEN (coverage #>> '{leadingGroup,countsAsWork}')::boolean THEN graph.group_led_during(society) ELSE '{}' END
        + CASE WHEN (coverage #>> '{workGroup,countsAsWork}')::boolean THEN (
            SELECT coalesce(range_agg(p.valid_during), '{}')
            FROM graph.branch_society AS bs
            JOIN graph.branch AS b ON b.id = bs.branch_id
            JOIN graph.branch_status_period AS p ON p.branch_id = b.id
            WHERE bs.society_id = society AND b.form = 'WORK_GROUP' AND coverage #> '{organization,statuses}' ? p.status) ELSE '{}' END;
COMMENT ON FUNCTION graph.worked_during IS '工作覆盖 Days on which a society is covered by work (001 §7).';
