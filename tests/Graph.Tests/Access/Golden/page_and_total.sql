SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      WHERE "branches"."place" >= (SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[1]) AND "branches"."place" < (SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[2])
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "branches"."page_row",
        '{"name":' || to_json("branches"."name")::text || ',"society":' || CASE WHEN "branches_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_society"."name")::text || '}' END || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "branches".*
          FROM graph.branch AS "branches"
          WHERE "branches"."place" >= (SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[1]) AND "branches"."place" < (SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[2])
          ORDER BY "branches"."name", "branches"."id"
          LIMIT $1
        ) AS "branches"
      ) AS "branches"
      LEFT JOIN graph.branch_society AS "branches_society_via1" ON "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead"
      LEFT JOIN graph.society AS "branches_society" ON "branches_society"."id" = "branches_society_via1"."society_id"
    ) AS "page"
  ) AS "branches"
