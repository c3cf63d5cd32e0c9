SELECT id, NULL::text AS category, NULL::bigint[] AS committees FROM graph.branch ORDER BY id
