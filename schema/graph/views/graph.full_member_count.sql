CREATE OR REPLACE FUNCTION graph.full_member_count(society bigint) RETURNS int
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN greatest(
        (SELECT count(*) FROM graph.branch_society AS bs JOIN graph.member AS m ON m.branch_id = bs.branch_id WHERE bs.society_id = society AND m.is_present AND m.status = 'FULL'),
        (SELECT l.counted FROM graph.ledger_entry AS l
         WHERE l.society_id = society AND l.aspect = 'PARTY_MEMBERS' AND l.valid_during @> graph.today()));
COMMENT ON FUNCTION graph.full_member_count IS 'Full members of a society today: those of its party organizations, or as many as its ledger tells of, where those are more.';
