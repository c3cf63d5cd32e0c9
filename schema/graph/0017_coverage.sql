-- What coverage is, answered from the rules in effect. A kind of coverage of a society is the days on which it holds, so that the
-- same definition answers for today and for any other day.

CREATE VIEW graph.coverage_rule AS
SELECT r.code AS region_code, c.coverage
FROM graph.region AS r
-- A value, looked up once and not once per column that reads it: joined as rows, the planner would look up all regions' first and lose
-- the order of whoever pages through societies.
CROSS JOIN LATERAL (SELECT graph.rule_section(r.code, 'coverage', current_date) AS coverage OFFSET 0) AS c;
COMMENT ON VIEW graph.coverage_rule IS 'The rules of coverage in effect today in each region.';
COMMENT ON COLUMN graph.coverage_rule.region_code IS 'The region.';
COMMENT ON COLUMN graph.coverage_rule.coverage IS 'Section coverage of the rule set.';

CREATE FUNCTION graph.counts_as_organization(form text, status text, coverage jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coverage #> '{organization,statuses}' ? status
        AND (coverage #> '{organization,forms}' ? form OR form = 'WORK_GROUP' AND (coverage #>> '{workGroup,countsAsOrganization}')::boolean);
COMMENT ON FUNCTION graph.counts_as_organization IS 'True if a party organization of this form and status counts under these rules.';

CREATE FUNCTION graph.group_led_during(society bigint) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(daterange(g.approved_on, least(g.expired_on, t.ends_on))) FILTER (WHERE g.approved_on < least(g.expired_on, t.ends_on)), '{}')
        FROM graph.council_term AS t
        JOIN graph.leading_group AS g ON g.council_term_id = t.id
        WHERE t.society_id = society);
COMMENT ON FUNCTION graph.group_led_during IS '党建工作领导小组 Days on which a society has an approved leading group: from approval to the end of the council''s term (003 第六条).';

CREATE FUNCTION graph.organized_during(society bigint, coverage jsonb) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(p.valid_during), '{}')
        FROM graph.branch_society AS bs
        JOIN graph.branch AS b ON b.id = bs.branch_id
        JOIN graph.branch_status_period AS p ON p.branch_id = b.id
        WHERE bs.society_id = society AND graph.counts_as_organization(b.form, p.status, coverage))
        + CASE WHEN (coverage #>> '{leadingGroup,countsAsOrganization}')::boolean THEN graph.group_led_during(society) ELSE '{}' END;
COMMENT ON FUNCTION graph.organized_during IS '组织覆盖、有形覆盖 Days on which a society has an organization that counts (002 §3).';

CREATE FUNCTION graph.instructed_during(society bigint) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(range_agg(i.valid_during), '{}') FROM graph.instructor_assignment AS i WHERE i.society_id = society);
COMMENT ON FUNCTION graph.instructed_during IS '党建指导员 Days on which a society has an instructor (001 §7, 002 §8).';

CREATE FUNCTION graph.worked_during(society bigint, coverage jsonb) RETURNS datemultirange
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

CREATE FUNCTION graph.strong_during(society bigint, coverage jsonb) RETURNS datemultirange
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

-- A failed year stands until the next year is assessed.
CREATE FUNCTION graph.failed_during(branch bigint) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(daterange(make_date(a.year + 1, 1, 1), make_date(a.next_year + 1, 1, 1))) FILTER (WHERE a.grade = 'UNQUALIFIED'), '{}')
        FROM (SELECT year, grade, lead(year) OVER (ORDER BY year) AS next_year FROM graph.assessment WHERE branch_id = branch AND is_current) AS a);
COMMENT ON FUNCTION graph.failed_during IS 'Days on which the last assessed year of a branch is a failed one: from the year''s end to that of the next assessed one.';

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

CREATE FUNCTION graph.effective_during(society bigint, coverage jsonb) RETURNS datemultirange
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
COMMENT ON FUNCTION graph.effective_during IS '有效覆盖 Days on which a society has an organization that counts and does what it must (000 §一).';

CREATE FUNCTION graph.full_member_count(society bigint) RETURNS int
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN greatest(
        (SELECT count(*) FROM graph.branch_society AS bs JOIN graph.member AS m ON m.branch_id = bs.branch_id WHERE bs.society_id = society AND m.status = 'FULL'),
        (SELECT l.counted FROM graph.ledger_entry AS l
         WHERE l.society_id = society AND l.aspect = 'PARTY_MEMBERS' AND l.valid_during @> current_date));
COMMENT ON FUNCTION graph.full_member_count IS 'Full members of a society: those of its party organizations, or as many as its ledger tells of, where those are more.';

CREATE VIEW graph.society_coverage AS
SELECT s.id AS society_id, s.committee_id,
       graph.organized_during(s.id, r.coverage) @> current_date AS is_nominal,
       graph.strong_during(s.id, r.coverage) @> current_date AS is_strong,
       graph.effective_during(s.id, r.coverage) @> current_date AS is_effective,
       graph.worked_during(s.id, r.coverage) @> current_date AS is_worked,
       graph.full_member_count(s.id) AS full_members,
       graph.full_member_count(s.id) >= (r.coverage #>> '{shouldBuildMembers,value}')::int AS should_build
FROM graph.society AS s
JOIN graph.committee AS c ON c.id = s.committee_id
JOIN graph.coverage_rule AS r ON r.region_code = c.region_code;
COMMENT ON VIEW graph.society_coverage IS '覆盖 What covers a society today, by the rules in effect where its committee is.';
COMMENT ON COLUMN graph.society_coverage.society_id IS 'The society; one row each.';
COMMENT ON COLUMN graph.society_coverage.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.society_coverage.is_nominal IS '有形覆盖 An organization that counts is there.';
COMMENT ON COLUMN graph.society_coverage.is_strong IS '有力覆盖 And somebody carries its work.';
COMMENT ON COLUMN graph.society_coverage.is_effective IS '有效覆盖 And it does what it must.';
COMMENT ON COLUMN graph.society_coverage.is_worked IS '工作覆盖 Covered by work.';
COMMENT ON COLUMN graph.society_coverage.full_members IS 'Full members known.';
COMMENT ON COLUMN graph.society_coverage.should_build IS '应建 Full members enough for an organization of its own.';

CREATE VIEW graph.uncovered_society AS
SELECT s.id AS society_id, s.committee_id, u.code AS reason, u.explanation, u.valid_from AS since
FROM graph.society AS s
JOIN graph.committee AS c ON c.id = s.committee_id
JOIN graph.coverage_rule AS r ON r.region_code = c.region_code
LEFT JOIN graph.uncovered_reason AS u ON u.society_id = s.id AND u.valid_during @> current_date
    -- A reason that was given before the society had an organization says nothing of why it has none again.
    AND NOT graph.organized_during(s.id, r.coverage) && daterange(u.valid_from, current_date)
WHERE NOT graph.organized_during(s.id, r.coverage) @> current_date;
COMMENT ON VIEW graph.uncovered_society IS '未建党组织 Societies without an organization that counts today, and why.';
COMMENT ON COLUMN graph.uncovered_society.society_id IS 'The society; one row each.';
COMMENT ON COLUMN graph.uncovered_society.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.uncovered_society.reason IS 'The reason that the ledger tells; null where it tells none.';
COMMENT ON COLUMN graph.uncovered_society.explanation IS 'The reason in words.';
COMMENT ON COLUMN graph.uncovered_society.since IS 'First day of the reason.';

CREATE VIEW graph.society_clarity AS
SELECT s.id AS society_id, a.position, a.aspect,
       CASE WHEN a.aspect <> 'UNCOVERED_REASON' THEN CASE WHEN l.is_clear THEN 'CLEAR' WHEN NOT l.is_clear THEN 'UNCLEAR' ELSE 'NOT_RECORDED' END
            WHEN graph.organized_during(s.id, r.coverage) @> current_date THEN 'NOT_APPLICABLE'
            WHEN u.id IS NOT NULL THEN 'CLEAR'
            ELSE 'NOT_RECORDED' END AS state,
       coalesce(l.statement, u.explanation) AS statement, l.counted, coalesce(l.valid_from, u.valid_from) AS recorded_on
FROM graph.society AS s
JOIN graph.committee AS c ON c.id = s.committee_id
JOIN graph.coverage_rule AS r ON r.region_code = c.region_code
CROSS JOIN LATERAL jsonb_array_elements_text(r.coverage #> '{ledger,aspects}') WITH ORDINALITY AS a (aspect, position)
LEFT JOIN graph.ledger_entry AS l ON l.society_id = s.id AND l.aspect = a.aspect AND l.valid_during @> current_date
LEFT JOIN graph.uncovered_reason AS u ON u.society_id = s.id AND a.aspect = 'UNCOVERED_REASON' AND u.valid_during @> current_date
    AND NOT graph.organized_during(s.id, r.coverage) && daterange(u.valid_from, current_date);
COMMENT ON VIEW graph.society_clarity IS '五个清 What the ledger of a society tells today, a row per aspect that the rule set asks for (002 §2).';
COMMENT ON COLUMN graph.society_clarity.society_id IS 'The society.';
COMMENT ON COLUMN graph.society_clarity.position IS 'Place among the aspects, from 1.';
COMMENT ON COLUMN graph.society_clarity.aspect IS 'OPERATION, STAFF, PARTY_MEMBERS, PERSON_IN_CHARGE or UNCOVERED_REASON 未建党组织原因.';
COMMENT ON COLUMN graph.society_clarity.state IS 'CLEAR 清, UNCLEAR 不清, NOT_RECORDED 未登记, NOT_APPLICABLE 不适用: no reason is asked of a society that has an organization.';
COMMENT ON COLUMN graph.society_clarity.statement IS 'What is known, in words.';
COMMENT ON COLUMN graph.society_clarity.counted IS 'People counted, where they were.';
COMMENT ON COLUMN graph.society_clarity.recorded_on IS 'Day of the entry.';

CREATE VIEW graph.society_ledger AS
SELECT s.id AS society_id, n.clear_count, n.aspect_count, n.clear_count >= (r.coverage #>> '{ledger,completeFrom,value}')::int AS is_complete
FROM graph.society AS s
JOIN graph.committee AS c ON c.id = s.committee_id
JOIN graph.coverage_rule AS r ON r.region_code = c.region_code
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE y.state IN ('CLEAR', 'NOT_APPLICABLE'))::int AS clear_count, count(*)::int AS aspect_count
    FROM graph.society_clarity AS y WHERE y.society_id = s.id) AS n;
COMMENT ON VIEW graph.society_ledger IS '台账完整 How complete the ledger of a society is today (002 §2, I17).';
COMMENT ON COLUMN graph.society_ledger.society_id IS 'The society; one row each.';
COMMENT ON COLUMN graph.society_ledger.clear_count IS 'Aspects that are clear or not applicable.';
COMMENT ON COLUMN graph.society_ledger.aspect_count IS 'Aspects that the rule set asks for.';
COMMENT ON COLUMN graph.society_ledger.is_complete IS 'As many are clear as the rule set wants.';

-- A row per span of days in which nothing changes: numbers at the borders of coverage, the state at the deadline too.
CREATE VIEW graph.coverage_target AS
SELECT g.committee_id, g.position, g.level, g.measure, g.share, g.due_on, g.source, g.numerator, g.denominator,
       CASE WHEN g.denominator > 0 AND g.numerator >= g.share * g.denominator THEN 'MET' WHEN lower(g.valid_during) > g.due_on THEN 'LATE' ELSE 'OPEN' END AS state,
       g.valid_during
FROM (
    SELECT c.id AS committee_id, t.position, t.target ->> 'level' AS level, t.target ->> 'measure' AS measure,
           (t.target ->> 'share')::numeric AS share, (t.target ->> 'dueOn')::date AS due_on, t.target ->> 'source' AS source,
           e.numerator, e.denominator, e.valid_during
    FROM graph.committee AS c
    JOIN graph.coverage_rule AS r ON r.region_code = c.region_code
    CROSS JOIN LATERAL jsonb_array_elements(r.coverage -> 'targets') WITH ORDINALITY AS t (target, position)
    CROSS JOIN LATERAL (
        WITH society AS (
            SELECT CASE t.target ->> 'measure' WHEN 'ORGANIZATION' THEN graph.organized_during(s.id, r.coverage)
                       ELSE graph.worked_during(s.id, r.coverage) END AS covered
            FROM graph.society AS s
            JOIN graph.committee AS sc ON sc.id = s.committee_id
            WHERE s.level = t.target ->> 'level' AND sc.region_code IN (SELECT w.code FROM graph.region AS w
                WHERE w.code = c.region_code OR w.parent_code = c.region_code)
        ), change (day, step) AS (
            SELECT coalesce(lower(d.during), '-infinity'), 1 FROM society, unnest(society.covered) AS d (during)
            UNION ALL SELECT upper(d.during), -1 FROM society, unnest(society.covered) AS d (during) WHERE NOT upper_inf(d.during)
            UNION ALL VALUES ('-infinity'::date, 0), ((t.target ->> 'dueOn')::date + 1, 0)
        ), day AS (
            SELECT change.day, sum(sum(change.step)) OVER (ORDER BY change.day) AS numerator, lead(change.day) OVER (ORDER BY change.day) AS next
            FROM change GROUP BY change.day
        )
        SELECT day.numerator::int AS numerator, (SELECT count(*) FROM society)::int AS denominator, daterange(nullif(day.day, '-infinity'), day.next) AS valid_during
        FROM day
    ) AS e
) AS g
WHERE g.denominator > 0;
COMMENT ON VIEW graph.coverage_target IS '目标任务 Targets of coverage with their deadlines (002 §2) and what was reached when, for each committee that they concern: the societies of their level in its region and the regions directly below.';
COMMENT ON COLUMN graph.coverage_target.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.coverage_target.position IS 'Place among the targets of the rule set, from 1.';
COMMENT ON COLUMN graph.coverage_target.level IS '层级 Level of the societies.';
COMMENT ON COLUMN graph.coverage_target.measure IS 'ORGANIZATION 组织覆盖 or WORK 工作覆盖.';
COMMENT ON COLUMN graph.coverage_target.share IS 'Share to reach, from 0 to 1.';
COMMENT ON COLUMN graph.coverage_target.due_on IS 'Last day to reach it.';
COMMENT ON COLUMN graph.coverage_target.source IS 'Clause.';
COMMENT ON COLUMN graph.coverage_target.numerator IS 'Societies that are covered.';
COMMENT ON COLUMN graph.coverage_target.denominator IS 'Societies of the level that are known today; when a society began is not kept.';
COMMENT ON COLUMN graph.coverage_target.state IS 'MET 已完成, LATE 逾期 after the deadline, OPEN 进行中 before.';
COMMENT ON COLUMN graph.coverage_target.valid_during IS 'Days on which this holds.';
