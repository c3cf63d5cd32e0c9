CREATE OR REPLACE FUNCTION graph.strong_during(society bigint, coverage jsonb) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN coverage #> '{strong,anyOf}' ? 'INSTRUCTOR'
            THEN graph.organized_during(society, coverage) * graph.instructed_during(society) ELSE '{}' END
        + CASE WHEN coverage #> '{strong,anyOf}' ? 'SECRETARY' THEN (
            SELECT coalesce(range_agg(p.valid_during * a.valid_during), '{}')
            FROM graph.branch_society AS bs
            JOIN graph.branch AS b ON b.id = bs.branch_id
            JOIN graph.branch_status_period AS p ON p.branch_id = b.id
            JOIN graph.appointment AS a ON a.branch_id = b.id AND a.post = 'BRANCH_SECRETARY' AND a.valid_during && p.valid_during
            WHERE bs.society_id = society AND graph.counts_as_organization(b.form, p.status, coverage)) ELSE '{}' END;
COMMENT ON FUNCTION graph.strong_during IS '有力覆盖 Days on which a society has an organization that counts and somebody who carries its work (001 §6).';
