-- Grain: branch_counted: one row per branch and rule set under which it counts; the other tables: one row per branch.
-- Days first, months last: each property is the days on which it holds, and only the facts ask for a day.
CREATE TEMP TABLE scope_society_branch ON COMMIT DROP AS
SELECT DISTINCT bs.branch_id FROM scope_society AS s JOIN source.branch_society AS bs ON bs.society_id = s.society_id;
ALTER TABLE scope_society_branch ADD PRIMARY KEY (branch_id);
ANALYZE scope_society_branch;

CREATE TEMP TABLE branch_counted ON COMMIT DROP AS
SELECT b.branch_id, r.rule_set_key, range_agg(b.valid_during * p.valid_during) AS during,
       coalesce(range_agg(b.valid_during * p.valid_during) FILTER (WHERE b.form <> 'JOINT_BRANCH'), '{}') AS alone
FROM scope_society_branch AS s
JOIN source.branch AS b ON b.branch_id = s.branch_id
JOIN source.branch_status AS p ON p.branch_id = b.branch_id AND p.valid_during && b.valid_during
JOIN dw.dim_rule_set AS r ON r.is_current AND b.form = ANY (r.counted_forms) AND p.status = ANY (r.counted_statuses)
GROUP BY b.branch_id, r.rule_set_key;
ANALYZE branch_counted;

CREATE TEMP TABLE work_group ON COMMIT DROP AS
SELECT b.branch_id, r.rule_set_key, range_agg(b.valid_during * p.valid_during) AS during
FROM scope_society_branch AS s
JOIN source.branch AS b ON b.branch_id = s.branch_id AND b.form = 'WORK_GROUP'
JOIN source.branch_status AS p ON p.branch_id = b.branch_id AND p.valid_during && b.valid_during
JOIN dw.dim_rule_set AS r ON r.is_current AND r.work_by_work_group AND p.status = ANY (r.counted_statuses)
GROUP BY b.branch_id, r.rule_set_key;
ANALYZE work_group;

CREATE TEMP TABLE branch_secretary ON COMMIT DROP AS
SELECT p.branch_id, range_agg(p.valid_during) AS during
FROM scope_society_branch AS s JOIN source.branch_post AS p ON p.branch_id = s.branch_id AND p.post = 'BRANCH_SECRETARY'
GROUP BY p.branch_id;
ANALYZE branch_secretary;

-- A failed year stands until the next year is assessed.
CREATE TEMP TABLE branch_failed ON COMMIT DROP AS
SELECT branch_id, range_agg(daterange(make_date(year + 1, 1, 1), make_date(next_year + 1, 1, 1))) AS during
FROM (
    SELECT a.branch_id, a.year, a.grade, lead(a.year) OVER (PARTITION BY a.branch_id ORDER BY a.year) AS next_year
    FROM scope_society_branch AS s JOIN source.assessment AS a ON a.branch_id = s.branch_id
) AS y
WHERE grade = 'UNQUALIFIED'
GROUP BY branch_id;
ANALYZE branch_failed;

-- The m-th last collective activity lies within twelve months from the day of the last one until twelve months after itself; m is the minimum of
-- the category of the day by the rules of the day. A functional branch that nobody classified is C by its form.
CREATE TEMP TABLE branch_active ON COMMIT DROP AS
WITH own AS MATERIALIZED (
    -- Branches before committees: the planner would begin with all committees, and read the branches of each.
    SELECT b.branch_id, b.form, b.committee_id, b.valid_during
    FROM scope_society_branch AS s
    JOIN source.branch AS b ON b.branch_id = s.branch_id
    WHERE EXISTS (SELECT FROM dw.dim_rule_set AS r WHERE r.is_current AND r.effective_by_activity)
), of_branch AS MATERIALIZED (
    SELECT b.branch_id, b.form, c.region_code, b.valid_during * c.valid_during AS during
    FROM own AS b
    JOIN source.committee AS c ON c.committee_id = b.committee_id AND c.valid_during && b.valid_during
), categorized AS MATERIALIZED (
    SELECT c.branch_id, c.category, datemultirange(c.valid_during) AS during
    FROM scope_society_branch AS s JOIN source.branch_category AS c ON c.branch_id = s.branch_id
    UNION ALL
    SELECT s.branch_id, 'UNCLASSIFIED', datemultirange(daterange(NULL, NULL)) - coalesce(range_agg(c.valid_during), '{}')
    FROM scope_society_branch AS s LEFT JOIN source.branch_category AS c ON c.branch_id = s.branch_id
    GROUP BY s.branch_id
), placed AS MATERIALIZED (
    -- Before the minimums: the planner cannot guess how many overlapping days there are, and would work out all categories for each of them.
    SELECT b.branch_id, b.region_code, b.during AS stood, c.during AS held,
           CASE WHEN c.category = 'UNCLASSIFIED' AND b.form = 'FUNCTIONAL_BRANCH' THEN 'C' ELSE c.category END AS category
    FROM of_branch AS b JOIN categorized AS c ON c.branch_id = b.branch_id
), asked AS (
    SELECT p.branch_id, m.activities, range_agg(p.held * datemultirange(p.stood * m.during)) AS during
    FROM placed AS p JOIN activity_minimum AS m ON m.region_code = p.region_code AND m.category = p.category AND m.during && p.stood
    GROUP BY p.branch_id, m.activities
    UNION ALL
    -- A minimum that no rule set states is asked of nobody.
    SELECT p.branch_id, 0, range_agg(p.held * datemultirange(p.stood * r.during))
    FROM placed AS p
    JOIN rule_period AS r ON r.section = 'assessment' AND r.rule_set_code IS NULL AND r.region_code = p.region_code AND r.during && p.stood
    GROUP BY p.branch_id
), held AS (
    SELECT a.branch_id, a.held_on, row_number() OVER (PARTITION BY a.branch_id ORDER BY a.held_on, a.activity_id) AS place
    FROM scope_society_branch AS s JOIN source.activity AS a ON a.branch_id = s.branch_id AND a.is_collective
), reached AS (
    SELECT n.activities, latest.branch_id, range_agg(daterange(latest.held_on, (first.held_on + interval '1 year')::date)) AS during
    FROM (SELECT DISTINCT activities FROM asked WHERE activities > 0) AS n
    CROSS JOIN held AS latest
    JOIN held AS first ON first.branch_id = latest.branch_id AND first.place = latest.place - n.activities + 1
        AND latest.held_on < (first.held_on + interval '1 year')::date
    GROUP BY n.activities, latest.branch_id
)
SELECT a.branch_id, range_agg(CASE WHEN a.activities = 0 THEN a.during ELSE a.during * r.during END) AS during
FROM asked AS a
LEFT JOIN reached AS r ON r.branch_id = a.branch_id AND r.activities = a.activities
WHERE a.activities = 0 OR r.during IS NOT NULL
GROUP BY a.branch_id;
ANALYZE branch_active;
