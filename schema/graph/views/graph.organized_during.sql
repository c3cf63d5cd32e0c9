-- A kind of coverage of a society is the days on which it holds, so that the same definition answers for today and for any other day.
CREATE OR REPLACE FUNCTION graph.organized_during(society bigint, coverage jsonb) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(p.valid_during), '{}')
        FROM graph.branch_society AS bs
        JOIN graph.branch AS b ON b.id = bs.branch_id
        JOIN graph.branch_status_period AS p ON p.branch_id = b.id
        WHERE bs.society_id = society AND graph.counts_as_organization(b.form, p.status, coverage))
        + CASE WHEN (coverage #>> '{leadingGroup,countsAsOrganization}')::boolean THEN graph.group_led_during(society) ELSE '{}' END;
COMMENT ON FUNCTION graph.organized_during IS '组织覆盖、有形覆盖 Days on which a society has an organization that counts (002 §3).';
