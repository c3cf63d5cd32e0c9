-- Where a committee moves, its number is carried to thousands of rows. That is no change of theirs: it counts no version, tells nobody, and no load needs it.
CREATE OR REPLACE FUNCTION graph.is_carried() RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('graph.carrying', true), ''), '0') <> '0';
COMMENT ON FUNCTION graph.is_carried IS 'Whether foreign keys carry a place along at this moment.';
