-- The branch before a page; a full page stands after each.
SELECT id, NULL::text AS category, NULL::bigint[] AS committees FROM graph.branch ORDER BY id LIMIT greatest((SELECT count(*) FROM graph.branch) - 200, 1)
