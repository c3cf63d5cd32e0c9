SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "a"
      LEFT JOIN graph.branch_category_period AS "a_category" ON "a_category"."branch_id" = "a"."id" AND ("a_category"."valid_during" @> graph.today()) IS TRUE
      WHERE coalesce("a_category"."category", 'UNCLASSIFIED') = $1
    ) || '}'
  ) AS "a",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "b"
      LEFT JOIN graph.branch_category_period AS "b_category" ON "b_category"."branch_id" = "b"."id" AND ("b_category"."valid_during" @> graph.today()) IS TRUE
      WHERE coalesce("b_category"."category", 'UNCLASSIFIED') = $2
    ) || '}'
  ) AS "b",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "c"
      LEFT JOIN graph.branch_category_period AS "c_category" ON "c_category"."branch_id" = "c"."id" AND ("c_category"."valid_during" @> graph.today()) IS TRUE
      WHERE coalesce("c_category"."category", 'UNCLASSIFIED') = $3
    ) || '}'
  ) AS "c",
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("proposed"."name")::text || '}' AS "page_nodes"
      FROM (
        SELECT "proposed".*
        FROM graph.branch AS "proposed"
        WHERE "proposed"."status" = $4
        ORDER BY "proposed"."name", "proposed"."id"
        LIMIT $5
      ) AS "proposed"
    ) AS "page"
  ) AS "proposed",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.society AS "societies"
    ) || '}'
  ) AS "societies",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.supporting_unit AS "supportingUnits"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("supportingUnits"."name")::text || '}' AS "page_nodes"
      FROM (
        SELECT "supportingUnits".*
        FROM graph.supporting_unit AS "supportingUnits"
        ORDER BY "supportingUnits"."id"
        LIMIT $6
      ) AS "supportingUnits"
    ) AS "page"
  ) AS "supportingUnits"
