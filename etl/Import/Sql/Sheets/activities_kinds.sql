-- Grain: one row per row of the sheet whose kind is neither a usual one nor one that the rules of its day name.
SELECT position AS "Position", kind AS "Kind", coalesce(held_on, planned_on) AS "Day"
FROM sheet_row
WHERE kind NOT IN ('THREE_MEETINGS_ONE_LESSON', 'THEME_PARTY_DAY', 'ORGANIZATION_LIFE_MEETING', 'DEMOCRATIC_APPRAISAL', 'OTHER')
  AND coalesce(held_on, planned_on) IS NOT NULL
ORDER BY position;
