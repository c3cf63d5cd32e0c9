CREATE OR REPLACE VIEW graph.society_coverage AS
SELECT s.id AS society_id, s.committee_id,
       s.there_during @> graph.today() AND graph.organized_during(s.id, r.coverage) @> graph.today() AS is_nominal,
       s.there_during @> graph.today() AND graph.strong_during(s.id, r.coverage) @> graph.today() AS is_strong,
       s.there_during @> graph.today() AND graph.effective_during(s.id, r.coverage) @> graph.today() AS is_effective,
       s.there_during @> graph.today() AND graph.worked_during(s.id, r.coverage) @> graph.today() AS is_worked,
       graph.full_member_count(s.id) AS full_members,
       s.there_during @> graph.today() AND graph.full_member_count(s.id) >= (r.coverage #>> '{shouldBuildMembers,value}')::int AS should_build
FROM graph.society AS s
JOIN graph.committee AS c ON c.id = s.committee_id
JOIN graph.coverage_rule AS r ON r.region_code = c.region_code;
COMMENT ON VIEW graph.society_coverage IS '覆盖 What covers a society today, by the rules in effect where its committee is; nothing covers one that is not founded yet or is cancelled.';
COMMENT ON COLUMN graph.society_coverage.society_id IS 'The society; one row each.';
COMMENT ON COLUMN graph.society_coverage.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.society_coverage.is_nominal IS '有形覆盖 An organization that counts is there.';
COMMENT ON COLUMN graph.society_coverage.is_strong IS '有力覆盖 And somebody carries its work.';
COMMENT ON COLUMN graph.society_coverage.is_effective IS '有效覆盖 And it does what it must.';
COMMENT ON COLUMN graph.society_coverage.is_worked IS '工作覆盖 Covered by work.';
COMMENT ON COLUMN graph.society_coverage.full_members IS 'Full members known.';
COMMENT ON COLUMN graph.society_coverage.should_build IS '应建 Full members enough for an organization of its own.';
