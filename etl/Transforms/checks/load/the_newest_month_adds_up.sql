-- Grain: one row per rule set and committee whose sums of the newest month are not those of its facts; and where the month is new, per rule set whose
-- sums by province are not those of its facts. Of a load of what changed only the committees of the societies that it looked at: the others' rows are
-- as they were. `check` adds up everything.
WITH newest AS MATERIALIZED (
    SELECT m.month_key, m.is_new, g.generation FROM load_month AS m CROSS JOIN load_generation AS g ORDER BY m.month_key DESC LIMIT 1
), looked_at AS MATERIALIZED (
    -- Of every version: a society that moved changed the sums of both.
    SELECT DISTINCT v.committee_id FROM scope_society AS s JOIN dw.dim_society AS v ON v.society_id = s.society_id
), summed AS MATERIALIZED (
    SELECT r.rule_set_id, l.committee_id, a.society_count, a.organised, a.work
    FROM newest AS n
    CROSS JOIN (SELECT DISTINCT rule_set_id FROM dw.dim_rule_set) AS r
    CROSS JOIN looked_at AS l
    CROSS JOIN LATERAL (
        SELECT sum(g.society_count) AS society_count, sum(g.organised) AS organised, sum(g.work) AS work
        FROM dw.agg_coverage_committee AS g
        WHERE g.generation = n.generation AND g.rule_set_id = r.rule_set_id AND g.committee_id = l.committee_id AND g.month_key = n.month_key
    ) AS a
    WHERE a.society_count IS NOT NULL
), counted AS MATERIALIZED (
    SELECT f.rule_set_id, f.committee_id, count(*) AS society_count, sum(f.organised) AS organised, sum(f.work) AS work
    FROM newest AS n
    CROSS JOIN looked_at AS l
    JOIN dw.fct_coverage_monthly AS f ON f.generation = n.generation AND f.committee_id = l.committee_id AND f.month_key = n.month_key
    GROUP BY f.rule_set_id, f.committee_id
)
SELECT coalesce(a.rule_set_id, f.rule_set_id) AS rule_set_id, coalesce(a.committee_id, f.committee_id) AS committee_id, a.society_count AS listed,
       f.society_count AS counted, a.organised AS organised_listed, f.organised AS organised_counted, a.work AS work_listed, f.work AS work_counted
FROM summed AS a
FULL JOIN counted AS f ON f.rule_set_id = a.rule_set_id AND f.committee_id = a.committee_id
WHERE (a.society_count, a.organised, a.work) IS DISTINCT FROM (f.society_count, f.organised, f.work)
UNION ALL
SELECT coalesce(a.rule_set_id, s.rule_set_id), NULL, a.society_count, s.society_count, a.organised, s.organised, a.work, s.work
FROM (
    SELECT rule_set_id, sum(society_count) AS society_count, sum(organised) AS organised, sum(work) AS work
    FROM dw.agg_coverage_province
    WHERE generation = (SELECT generation FROM newest) AND month_key = (SELECT month_key FROM newest)
    GROUP BY rule_set_id
) AS a
FULL JOIN (
    SELECT rule_set_id, sum(society_count) AS society_count, sum(organised) AS organised, sum(work) AS work FROM counted GROUP BY rule_set_id
) AS s ON s.rule_set_id = a.rule_set_id
WHERE (SELECT is_new FROM newest) AND (a.society_count, a.organised, a.work) IS DISTINCT FROM (s.society_count, s.organised, s.work);
