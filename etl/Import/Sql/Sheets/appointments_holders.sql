-- Grain: one row per new post in a party organization or a committee, with who is to hold it and since when the organization is there.
SELECT r.position AS "Position", coalesce(b.name, '') AS "Branch", begun.day AS "Begun", b.ends_on AS "EndsOn", r.post = 'BRANCH_SECRETARY' AS "IsSecretary",
       r.valid_from AS "From", r.valid_to AS "Until", coalesce(r.sent_from_above, false) AS "SentFromAbove", m.id IS NOT NULL AS "IsMember", r.person_id IS NOT NULL AS "IsKnown",
       coalesce(m.status = 'PROBATIONARY', false) AS "IsProbationary", coalesce(r.branch_id IS NULL OR m.branch_id = r.branch_id, false) AS "IsOfBranch",
       m.joined_on AS "JoinedOn", ends.listed AS "Ends", graph.leads_society_of(r.branch_id, r.person_id, r.valid_from) AS "LeadsSociety"
FROM sheet_row r
LEFT JOIN graph.branch b ON b.id = r.branch_id
LEFT JOIN LATERAL (
    SELECT known.id, was.status, was.branch_id, known.joined_on
    FROM graph.member known JOIN graph.member_on(r.valid_from) was ON was.id = known.id
    WHERE known.person_id = r.person_id
) m ON true
CROSS JOIN LATERAL (
    SELECT CASE WHEN NOT bool_or(lower_inf(p.valid_during)) THEN min(lower(p.valid_during)) END AS day
    FROM graph.branch_status_period p WHERE p.branch_id = r.branch_id
) begun
CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('reason', e.reason, 'endedOn', e.ended_on, 'restoredOn', e.restored_on)), '[]')::text AS listed
    FROM graph.ended_membership e WHERE e.member_id = m.id
) ends
WHERE r.appointment_id IS NULL AND r.place IN ('branch', 'committee');
