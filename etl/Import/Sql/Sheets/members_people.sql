-- Grain: one row per party member, with what the person and the branch are already.
SELECT r.position AS "Position", e.reason IS NOT NULL AS "WasMember", replace(e.reason, '_', '') AS "Reason", e.ended_on AS "EndedOn",
       r.member_id IS NULL AND EXISTS (SELECT FROM graph.applicant a WHERE a.person_id = r.person_id AND a.state = 'CULTIVATED') AS "IsApplicant",
       coalesce(b.name, '') AS "Branch", coalesce(b.status, '') AS "Status", r.member_id IS NULL AS "IsNew", b.ends_on AS "EndsOn",
       t.name AS "ToBranch", coalesce(t.status, '') AS "ToStatus", t.ends_on AS "ToEndsOn",
       r.status_since AS "StatusSince", coalesce(r.joined_on, m.joined_on) AS "JoinedOn",
       num_nonnulls(r.affiliation_branch, r.affiliation_unit, r.affiliation_place) AS "Places", r.affiliation_place IS NOT NULL AS "IsElsewhere"
FROM sheet_row r
LEFT JOIN graph.member m ON m.id = r.member_id
LEFT JOIN graph.branch b ON b.id = r.branch_id
-- Where the affiliation comes to lie; who has it there already keeps it.
LEFT JOIN graph.branch t ON t.id = r.to_branch_id AND t.id IS DISTINCT FROM m.affiliation_branch_id
LEFT JOIN graph.ended_membership e ON e.member_id = r.member_id AND e.is_open;
