-- Grain: one row for the import.
SELECT count(*) FILTER (WHERE is_new)::int AS inserted, count(*) FILTER (WHERE is_changed AND NOT is_new)::int AS updated,
       count(*) FILTER (WHERE NOT is_changed AND NOT is_new)::int AS unchanged
FROM roster_line;
