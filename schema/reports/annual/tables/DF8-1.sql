-- Grain: one row per stage of rectifying: problems found in the year that have reached it.
SELECT g.key, false AS is_total, g.label AS stage, g.problems
FROM (
    SELECT count(*) AS found, coalesce(sum(x.ledgered), 0) AS ledgered, coalesce(sum(x.closed), 0) AS closed, coalesce(sum(x.notified), 0) AS notified
    FROM report_scope AS s
    JOIN mart.rectification AS x ON x.found_on >= make_date(s.year, 1, 1) AND x.found_on <= s.day
    JOIN report_committee AS r ON r.committee_id = x.committee_id
) AS n
CROSS JOIN LATERAL (VALUES
    (1, 'FOUND', pg_temp.word('发现', 'Found'), n.found),
    (2, 'LEDGERED', pg_temp.word('建账', 'Entered in the ledger'), n.ledgered),
    (3, 'CLOSED', pg_temp.word('办结', 'Closed'), n.closed),
    (4, 'NOTIFIED', pg_temp.word('通报', 'Notified'), n.notified)
) AS g (position, key, label, problems)
ORDER BY g.position;
