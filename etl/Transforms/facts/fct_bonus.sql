-- Grain: one row per bonus claim. One piece of evidence counts once a year, at its highest level.
SELECT c.bonus_claim_id, c.branch_id, c.year, to_char(c.claimed_on, 'YYYYMMDD')::int AS date_key, to_char(c.claimed_on, 'YYYYMM')::int * 100 + 1 AS month_key,
       coalesce(v.branch_key, 0) AS branch_key, coalesce(v.committee_id, 0) AS committee_id, coalesce(v.committee_key, 0) AS committee_key,
       coalesce(v.society_key, 0) AS society_key, c.bonus_item, c.level, c.status, 1::smallint AS claimed, c.points,
       CASE WHEN c.status = 'ACCEPTED' AND c.place = 1 THEN c.points ELSE 0 END AS counted, c.level_name, c.level_english_name
FROM (
    SELECT b.bonus_claim_id, b.branch_id, b.year, b.bonus_item, b.level, b.level_name, b.level_english_name, b.points, b.claimed_on,
           CASE WHEN b.decided_on <= h.day THEN b.status ELSE 'CLAIMED' END AS status,
           row_number() OVER (PARTITION BY b.entry_id, b.evidence_hash
               ORDER BY (b.status = 'ACCEPTED' AND b.decided_on <= h.day) DESC, b.points DESC, b.bonus_claim_id) AS place
    FROM scope_branch AS s
    JOIN source.bonus_claim AS b ON b.branch_id = s.branch_id
    JOIN horizon AS h ON b.claimed_on <= h.day
    WHERE s.from_month_key < 99990101
) AS c
LEFT JOIN branch_on AS v ON v.branch_id = c.branch_id AND v.during @> c.claimed_on
