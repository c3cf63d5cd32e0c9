SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "duties"."page_row",
        '{"kind":"' || "duties"."kind" || '","committee":{"name":' || to_json("duties_committee"."name")::text || '},"society":' || CASE WHEN "duties_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("duties_society"."name")::text || '}' END || ',"period":' || to_json("duties"."period")::text || ',"dueOn":"' || "duties"."due_on"::text || '","doneOn":' || coalesce('"' || "duties"."done_on"::text || '"', 'null') || ',"progress":' || "duties"."progress"::text || ',"target":' || "duties"."target"::text || ',"clause":' || to_json("duties"."clause")::text || '}' AS "page_nodes"
      FROM (
        SELECT "duties".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "duties".*
          FROM graph.duty_state AS "duties"
          WHERE ("duties"."done_on" IS NULL OR "duties"."done_on" >= $1) AND "duties"."due_on" < $2
          ORDER BY "duties"."due_on", "duties"."id"
          LIMIT $3
        ) AS "duties"
      ) AS "duties"
      LEFT JOIN graph.committee AS "duties_committee" ON "duties_committee"."id" = "duties"."committee_id"
      LEFT JOIN graph.society AS "duties_society" ON "duties_society"."id" = "duties"."society_id"
    ) AS "page"
  ) AS "duties"
