-- Grain: one row for the import.
SELECT count(*) FILTER (WHERE is_new)::int AS "Inserted", count(*) FILTER (WHERE is_changed AND NOT is_new)::int AS "Updated",
       count(*) FILTER (WHERE NOT is_changed AND NOT is_new)::int AS "Unchanged"
FROM sheet_row;
