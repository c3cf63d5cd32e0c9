-- Coverage with what other subjects tell: leading groups, activities, corrected results.

CREATE FUNCTION graph.group_led_during(society bigint) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(daterange(g.approved_on, least(g.expired_on, t.ends_on))) FILTER (WHERE g.approved_on < least(g.expired_on, t.ends_on)), '{}')
        FROM graph.council_term AS t
        JOIN graph.leading_group AS g ON g.council_term_id = t.id
        WHERE t.society_id = society);
COMMENT ON FUNCTION graph.group_led_during IS '党建工作领导小组 Days on which a society has an approved leading group: from approval to the end of the council''s term (003 第六条).';

CREATE OR REPLACE FUNCTION graph.organized_during(society bigint, coverage jsonb) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(p.valid_during), '{}')
        FROM graph.branch_society AS bs
        JOIN graph.branch AS b ON b.id = bs.branch_id
        JOIN graph.branch_status_period AS p ON p.branch_id = b.id
        WHERE bs.society_id = society AND graph.counts_as_organization(b.form, p.status, coverage))
        + CASE WHEN (coverage #>> '{leadingGroup,countsAsOrganization}')::boolean THEN graph.group_led_during(society) ELSE '{}' END;

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

CREATE OR REPLACE FUNCTION graph.failed_during(branch bigint) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(daterange(make_date(a.year + 1, 1, 1), make_date(a.next_year + 1, 1, 1))) FILTER (WHERE a.grade = 'UNQUALIFIED'), '{}')
        FROM (SELECT year, grade, lead(year) OVER (ORDER BY year) AS next_year FROM graph.assessment WHERE branch_id = branch AND is_current) AS a);

-- The m-th last activity lies within twelve months from the day of the last one until twelve months after itself.
CREATE FUNCTION graph.active_during(branch bigint, minimums jsonb) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        WITH asked AS (
            SELECT p.during, (m.minimum #>> '{activities,value}')::int AS activities
            FROM (
                SELECT c.category, datemultirange(c.valid_during) AS during FROM graph.branch_category_period AS c WHERE c.branch_id = branch
                UNION ALL
                SELECT 'UNCLASSIFIED', datemultirange(daterange(NULL, NULL)) - coalesce(range_agg(c.valid_during), '{}')
                FROM graph.branch_category_period AS c WHERE c.branch_id = branch
            ) AS p
            JOIN jsonb_array_elements(minimums) AS m (minimum) ON m.minimum ->> 'category' = p.category
        ), held AS (
            SELECT a.held_on, row_number() OVER (ORDER BY a.held_on, a.id) AS place
            FROM graph.activity AS a WHERE a.branch_id = branch AND a.is_collective AND a.held_on IS NOT NULL
        )
        SELECT coalesce(range_agg(s.during), '{}')
        FROM (
            SELECT asked.during * datemultirange(daterange(latest.held_on, (first.held_on + interval '1 year')::date)) AS during
            FROM asked
            JOIN held AS latest ON asked.activities > 0
            JOIN held AS first ON first.place = latest.place - asked.activities + 1 AND latest.held_on < first.held_on + interval '1 year'
            UNION ALL
            SELECT asked.during FROM asked WHERE asked.activities = 0
        ) AS days
        CROSS JOIN LATERAL unnest(days.during) AS s (during));
COMMENT ON FUNCTION graph.active_during IS 'Days on which a branch held the minimum of collective activities of its category within the last twelve months (004 组织建设-2).';

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
                THEN graph.active_during(b.id, graph.rule_section(c.region_code, 'assessment', current_date) #> '{activities,minimums}')
                ELSE datemultirange(daterange(NULL, NULL)) END
            - CASE WHEN (coverage #>> '{effective,notFailed}')::boolean THEN graph.failed_during(b.id) ELSE '{}' END) AS d (during)
        WHERE bs.society_id = society AND graph.counts_as_organization(b.form, p.status, coverage));

