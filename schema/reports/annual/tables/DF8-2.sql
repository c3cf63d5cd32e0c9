-- Grain: one row per committee right below, with its subtree, with problems found in the year; the most first, with what they and those before them make up.
SELECT p.key, false AS is_total, coalesce(g.label, pg_temp.word('本级直属', 'Directly below')) AS committee, p.problems,
       sum(p.problems) OVER (ORDER BY p.problems DESC, p.key) / sum(p.problems) OVER () AS share
FROM (
    SELECT coalesce(r.child_id::text, 'own') AS key, count(*) AS problems
    FROM report_scope AS s
    JOIN mart.rectification AS x ON x.found_on >= make_date(s.year, 1, 1) AND x.found_on <= s.day
    JOIN report_committee AS r ON r.committee_id = x.committee_id
    GROUP BY 1
) AS p
LEFT JOIN report_group AS g USING (key)
ORDER BY p.problems DESC, p.key
LIMIT 12;
