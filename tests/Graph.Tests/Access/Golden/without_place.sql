SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"title":' || to_json("activities"."title")::text || '}' AS "page_nodes"
      FROM (
        SELECT "activities".*
        FROM graph.policy_document AS "activities"
        ORDER BY "activities"."id"
        LIMIT $1
      ) AS "activities"
    ) AS "page"
  ) AS "activities"
