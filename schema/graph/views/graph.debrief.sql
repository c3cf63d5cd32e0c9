CREATE OR REPLACE VIEW graph.debrief AS
SELECT e.id AS entry_id, e.debrief_basis AS basis, e.debriefed_on AS held_on, b.ballot_count, round(b.mean_rate, 6) AS mean_rate,
    round(i.maximum * b.mean_rate, 2) AS score, e.debriefed_by_id AS reporter_id
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
JOIN graph.assessment_scheme_item AS i ON i.scheme_id = s.id AND i.item_code = s.content #>> '{debrief,item}'
CROSS JOIN LATERAL (SELECT count(*)::int AS ballot_count, avg(rate) AS mean_rate FROM graph.debrief_ballot WHERE entry_id = e.id) AS b
WHERE e.debriefed_on IS NOT NULL;
COMMENT ON VIEW graph.debrief IS '述职测评 Debrief of a branch''s secretary with its score: the item''s maximum times the mean rate (004 （五）).';
COMMENT ON COLUMN graph.debrief.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.debrief.basis IS 'IN_PERSON or WRITTEN.';
COMMENT ON COLUMN graph.debrief.held_on IS 'When.';
COMMENT ON COLUMN graph.debrief.ballot_count IS 'Number of ballots.';
COMMENT ON COLUMN graph.debrief.mean_rate IS 'Mean of their rates, from 0 to 1.';
COMMENT ON COLUMN graph.debrief.score IS 'Points that it gives.';
COMMENT ON COLUMN graph.debrief.reporter_id IS 'The secretary who reported; null where nobody is known.';
