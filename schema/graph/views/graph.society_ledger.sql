CREATE OR REPLACE VIEW graph.society_ledger AS
SELECT s.id AS society_id, n.clear_count, n.aspect_count, 
       s.there_during @> graph.today() AND n.clear_count >= (r.coverage #>> '{ledger,completeFrom,value}')::int AS is_complete
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
COMMENT ON COLUMN graph.society_ledger.is_complete IS 'As many are clear as the rule set wants, and the society is there today.';
