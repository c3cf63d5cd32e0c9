SELECT
  (
    WITH "duties" AS (
      SELECT "duties".*
      FROM graph.duty_on($1) AS "duties"
      WHERE "duties"."period" LIKE $2 AND "duties"."state" = $3
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "duties"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"kind":' || coalesce('"' || "duties_groups"."key.kind" || '"', 'null') || '},"count":' || "duties_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "duties_groups".*
          FROM (
            SELECT "duties"."kind" AS "key.kind",
              count(*) AS "count"
            FROM graph.duty_on($1) AS "duties"
            WHERE "duties"."period" LIKE $2 AND "duties"."state" = $3
            GROUP BY "duties"."kind"
          ) AS "duties_groups"
          ORDER BY "duties_groups"."key.kind"
          LIMIT $4
        ) AS "duties_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        '{"title":' || to_json("duties"."title")::text || ',"titleEn":' || to_json("duties"."title_en")::text || ',"kind":"' || "duties"."kind" || '","period":' || to_json("duties"."period")::text || ',"dueOn":"' || "duties"."due_on"::text || '","doneOn":' || coalesce('"' || "duties"."done_on"::text || '"', 'null') || ',"state":"' || "duties"."state" || '","progress":' || "duties"."progress"::text || ',"target":' || "duties"."target"::text || ',"lacking":' || "duties"."lacking"::text || '}' AS "page_nodes"
      FROM (
        SELECT "duties".*
        FROM "duties"
        ORDER BY "duties"."due_on", "duties"."id"
        LIMIT $5
      ) AS "duties"
    ) AS "page"
  ) AS "duties",
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"duties":' || (
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM graph.duty_on($6) AS "committees_duties"
            WHERE "committees_duties"."committee_id" = "committees"."id" AND "committees_duties"."state" = $7
          ) || '}'
        ) || ',"workProgress":' || (
          SELECT '[' || coalesce(string_agg('{"year":' || "committees_workProgress"."year"::text || ',"kind":"' || "committees_workProgress"."kind" || '","actual":' || "committees_workProgress"."actual"::text || '}', ','), '') || ']'
          FROM (
            SELECT "committees_workProgress".*
            FROM graph.work_progress AS "committees_workProgress"
            WHERE "committees_workProgress"."committee_id" = "committees"."id" AND "committees_workProgress"."year" = $8
            ORDER BY "committees_workProgress"."year" DESC, "committees_workProgress"."kind"
          ) AS "committees_workProgress"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "committees".*
        FROM graph.committee AS "committees"
        ORDER BY "committees"."id"
        LIMIT $9
      ) AS "committees"
    ) AS "page"
  ) AS "committees"
