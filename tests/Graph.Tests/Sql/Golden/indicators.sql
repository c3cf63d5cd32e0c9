SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM mart.indicator AS "indicators"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"id":' || to_json("indicators"."id")::text || ',"name":' || to_json("indicators"."name")::text || ',"nameZh":' || to_json("indicators"."name_zh")::text || ',"definition":' || to_json("indicators"."definition")::text || ',"numeratorZh":' || to_json("indicators"."numerator_zh")::text || ',"denominatorZh":' || to_json("indicators"."denominator_zh")::text || ',"source":' || coalesce(to_json("indicators"."source")::text, 'null') || ',"clauses":' || (
          SELECT '[' || coalesce(string_agg('{"citation":' || to_json("indicators_clauses"."citation")::text || '}', ','), '') || ']'
          FROM (
            SELECT "indicators_clauses".*
            FROM graph.clauses_of("indicators"."source") AS "indicators_clauses"
            ORDER BY "indicators_clauses"."position"
          ) AS "indicators_clauses"
        ) || ',"unit":"' || "indicators"."unit" || '","timeRule":"' || "indicators"."time_rule" || '","grain":' || to_json("indicators"."grain")::text || ',"additivity":"' || "indicators"."additivity" || '","ruleSetCode":' || coalesce(to_json("indicators"."rule_set_code")::text, 'null') || ',"dimensions":' || to_json("indicators"."dimensions")::text || '}' AS "page_nodes"
      FROM (
        SELECT "indicators".*
        FROM mart.indicator AS "indicators"
        ORDER BY "indicators"."id", "indicators"."position"
        LIMIT $1
      ) AS "indicators"
    ) AS "page"
  ) AS "indicators"
