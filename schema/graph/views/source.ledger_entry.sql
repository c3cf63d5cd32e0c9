CREATE OR REPLACE VIEW source.ledger_entry AS
SELECT society_id, aspect, is_clear, counted, valid_during FROM graph.ledger_entry;
COMMENT ON VIEW source.ledger_entry IS 'One row per entry of a societys ledger.';
