-- Grain: one row per row of the sheet whose post is neither a usual one nor one that the rules of its first day name.
SELECT position AS "Position", post_said AS "Said", valid_from AS "Day" FROM sheet_row WHERE post_said IS NOT NULL ORDER BY position;
