CREATE OR REPLACE VIEW source.bonus_claim AS
SELECT c.id AS bonus_claim_id, e.branch_id, e.year, c.entry_id, c.bonus_item, c.level, c.points, c.status, c.claimed_on, c.decided_on,
       md5(c.evidence_ref) AS evidence_hash, c.level_name, c.level_english_name
FROM graph.bonus_claim AS c
JOIN graph.assessment_entry AS e ON e.id = c.entry_id;
COMMENT ON VIEW source.bonus_claim IS 'One row per bonus claim.';
