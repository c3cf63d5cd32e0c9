-- Grain: one row per scheme that the file's years have.
SELECT s.id AS "Id", s.content::text AS "Content" FROM graph.assessment_scheme s WHERE s.id IN (SELECT scheme_id FROM sheet_row);
