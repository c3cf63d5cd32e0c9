-- Grain: one row per word for a discipline.
SELECT code FROM graph.discipline UNION SELECT name FROM graph.discipline;
