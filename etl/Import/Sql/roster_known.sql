-- Grain: the one list of this title in this document.
SELECT r.id, r.committee_id AS "CommitteeId", c.name AS committee
FROM graph.roster r JOIN graph.committee c ON c.id = r.committee_id
WHERE r.policy_document_id = @DocumentId AND r.title = @Title;
