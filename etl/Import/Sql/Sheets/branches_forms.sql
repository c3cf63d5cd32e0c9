-- Grain: one row per row of the sheet whose form is neither a usual one nor one that the rules of its day name.
SELECT position AS "Position", form_said AS "Said", coalesce(status_since, graph.today()) AS "Day" FROM sheet_row WHERE form_said IS NOT NULL ORDER BY position;
