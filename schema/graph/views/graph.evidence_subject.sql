-- Who owes what kinds of evidence ask for, to which committee. The days of one committee together: that something else of the subject
-- changed in between, such as its name, is no end of them.
CREATE OR REPLACE VIEW graph.evidence_subject AS
SELECT 'COMMITTEE' AS subject_kind, c.id AS subject_id, c.id AS committee_id, NULL::bigint AS society_id,
       datemultirange(daterange(c.established_on, c.abolished_on)) AS during
FROM graph.committee AS c
UNION ALL
-- Who came to another committee owes it from the next period on, and the one before no more.
SELECT 'BRANCH', b.branch_id, b.committee_id, NULL, range_agg(p.valid_during * b.valid_during)
FROM graph.branch_committee AS b JOIN graph.branch_status_period AS p ON p.branch_id = b.branch_id AND p.status = 'ESTABLISHED'
GROUP BY b.branch_id, b.committee_id
UNION ALL
SELECT 'SOCIETY', s.id, c.committee_id, s.id, range_agg(s.there_during * c.valid_during)
FROM graph.society AS s JOIN graph.society_committee AS c ON c.society_id = s.id
GROUP BY s.id, c.committee_id
UNION ALL
SELECT 'LEADING_GROUP', g.id, c.committee_id, s.id,
       range_agg(daterange(g.approved_on, greatest(g.approved_on, coalesce(g.expired_on, 'infinity'))) * s.there_during * c.valid_during)
FROM graph.leading_group AS g
JOIN graph.council_term AS t ON t.id = g.council_term_id
JOIN graph.society AS s ON s.id = t.society_id
JOIN graph.society_committee AS c ON c.society_id = s.id
WHERE g.approved_on IS NOT NULL
GROUP BY g.id, c.committee_id, s.id;
COMMENT ON VIEW graph.evidence_subject IS 'Who can owe evidence records, and to which committee: a row per subject and committee. A person belongs to no committee and owes nothing.';
COMMENT ON COLUMN graph.evidence_subject.subject_kind IS 'COMMITTEE, BRANCH, SOCIETY or LEADING_GROUP.';
COMMENT ON COLUMN graph.evidence_subject.subject_id IS 'Key of the subject among its kind.';
COMMENT ON COLUMN graph.evidence_subject.committee_id IS 'The committee; the subject itself, where that is one.';
COMMENT ON COLUMN graph.evidence_subject.society_id IS 'The subject, where it is a society; that of the leading group, where it is one.';
COMMENT ON COLUMN graph.evidence_subject.during IS 'Days on which the subject is there and belongs to the committee.';
