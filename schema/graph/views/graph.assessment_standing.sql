CREATE OR REPLACE VIEW graph.assessment_standing AS
SELECT e.id AS entry_id,
    (SELECT sum(score) FROM graph.assessment_self_score WHERE entry_id = e.id) AS self_score,
    (SELECT sum(score) FROM graph.assessment_review_score WHERE entry_id = e.id) AS review_score,
    -- Without a cap, least() takes the sum.
    least((s.content #>> '{bonus,cap,value}')::numeric, (
        SELECT coalesce(sum(points), 0) FROM (
            SELECT max(points) AS points FROM graph.bonus_claim WHERE entry_id = e.id AND status = 'ACCEPTED' GROUP BY evidence_ref) AS once)) AS bonus_score,
    EXISTS (SELECT FROM graph.fail_finding WHERE entry_id = e.id AND withdrawn_on IS NULL) AS has_failed
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id;
COMMENT ON VIEW graph.assessment_standing IS 'Where an entry stands before its result is issued.';
COMMENT ON COLUMN graph.assessment_standing.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_standing.self_score IS '自评得分 Sum of what the branch gave itself; null before it did.';
COMMENT ON COLUMN graph.assessment_standing.review_score IS '评定得分 Sum of what the committee decided; null before it did.';
COMMENT ON COLUMN graph.assessment_standing.bonus_score IS '加分 Accepted bonus, one piece of evidence once, up to the cap.';
COMMENT ON COLUMN graph.assessment_standing.has_failed IS 'Whether a finding that stands makes it fail.';
