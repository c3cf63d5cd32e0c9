-- A change that others disturbed is tried again alone: it locks this table for itself, all others only against that.
CREATE TABLE graph.turn (
    id smallint PRIMARY KEY CHECK (id = 1)
);
COMMENT ON TABLE graph.turn IS 'Empty: only its lock matters. Changes hold it in ROW SHARE mode, one that was disturbed in EXCLUSIVE mode.';
COMMENT ON COLUMN graph.turn.id IS 'Always 1; there is no row.';
