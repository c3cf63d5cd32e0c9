-- Since when a change waits for a warehouse; former names and open transfers as lists find them.

-- Rows from before have no moment: nobody knows it any more.
ALTER TABLE graph.touched ADD COLUMN at timestamptz;
ALTER TABLE graph.touched ALTER COLUMN at SET DEFAULT clock_timestamp();
COMMENT ON COLUMN graph.touched.at IS 'When it changed; null for changes from before this was recorded.';

-- As names that hold have them.
CREATE INDEX branch_alias_alias_grams ON graph.branch_alias USING gin (graph.text_grams(alias));
CREATE INDEX committee_alias_alias_grams ON graph.committee_alias USING gin (graph.text_grams(alias));

CREATE INDEX affiliation_transfer_state ON graph.affiliation_transfer (state, requested_on, id);
CREATE INDEX affiliation_transfer_requested_on ON graph.affiliation_transfer (requested_on, id);
