-- Expansion: a version before writes the same rows. Each change looked its own event up on the last page of the events' key, on which every other change
-- writes: of two at one moment one was sent back. An event that is gone before it is in a link is told of by the link that should hold it.
ALTER TABLE graph.audit_unsealed DROP CONSTRAINT audit_unsealed_event_id_fkey;
