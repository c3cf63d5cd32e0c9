-- Kinds are found one by one: a city that defines one more keeps those of the regions around it.
CREATE OR REPLACE VIEW graph.committee_evidence_kind AS
SELECT c.id AS committee_id, d.definition_id, d.valid_during
FROM graph.committee AS c
JOIN graph.region AS r ON r.code = c.region_code
CROSS JOIN LATERAL (
    WITH candidate AS (
        SELECT k.id, k.code, daterange(s.effective_from, s.effective_to) AS days,
               row_number() OVER (PARTITION BY k.code
                   ORDER BY s.is_default, array_position(r.around, s.region_code), s.effective_from DESC NULLS LAST, s.rule_set_code DESC) AS rank
        FROM graph.rule_set_section AS s
        JOIN graph.evidence_kind AS k ON k.rule_set_code = s.rule_set_code
        WHERE s.section = 'evidence' AND (s.is_default OR s.region_code = ANY (r.around))
    )
    SELECT own.id AS definition_id, unnest(datemultirange(own.days)
        - coalesce((SELECT range_agg(nearer.days) FROM candidate AS nearer WHERE nearer.code = own.code AND nearer.rank < own.rank), '{}')) AS valid_during
    FROM candidate AS own
) AS d;
COMMENT ON VIEW graph.committee_evidence_kind IS 'Kinds of evidence records in effect where a committee is, over time: of each kind the definition of the nearest rule set that has it, the latest of several, else the default one.';
COMMENT ON COLUMN graph.committee_evidence_kind.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.committee_evidence_kind.definition_id IS 'The kind: graph.evidence_kind.id.';
COMMENT ON COLUMN graph.committee_evidence_kind.valid_during IS 'Days on which this holds.';
