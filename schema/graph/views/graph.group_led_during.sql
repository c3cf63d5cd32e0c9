CREATE OR REPLACE FUNCTION graph.group_led_during(society bigint) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(daterange(g.approved_on, least(g.expired_on, t.ends_on))) FILTER (WHERE g.approved_on < least(g.expired_on, t.ends_on)), '{}')
        FROM graph.council_term AS t
        JOIN graph.leading_group AS g ON g.council_term_id = t.id
        WHERE t.society_id = society);
COMMENT ON FUNCTION graph.group_led_during IS '党建工作领导小组 Days on which a society has an approved leading group: from approval to the end of the council''s term (003 第六条).';
