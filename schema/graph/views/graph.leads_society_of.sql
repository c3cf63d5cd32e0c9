CREATE OR REPLACE FUNCTION graph.leads_society_of(branch bigint, person bigint, on_day date) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    -- Of a council without a chair nobody knows who leads it.
    SELECT CASE WHEN bool_or(a.post = 'COUNCIL_CHAIR')
        THEN bool_or(a.person_id = leads_society_of.person AND a.post IN ('COUNCIL_CHAIR', 'COUNCIL_VICE_CHAIR', 'SECRETARY_GENERAL')) END
    FROM graph.branch_society AS s
    JOIN graph.council_term AS t ON t.society_id = s.society_id AND t.term_during @> on_day
    JOIN graph.appointment AS a ON a.council_term_id = t.id AND a.valid_during @> on_day
    WHERE s.branch_id = leads_society_of.branch;
END;
COMMENT ON FUNCTION graph.leads_society_of IS 'Whether a person is chair, vice chair or secretary general of one of a branch''s societies on a day (002 §3); null where no chair is known.';
