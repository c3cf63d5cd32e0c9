SELECT
  (
    SELECT '{"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"fromCategory":' || coalesce('"' || "matrix_groups"."from_category" || '"', 'null') || ',"toCategory":' || coalesce('"' || "matrix_groups"."to_category" || '"', 'null') || '},"asOf":"' || "matrix_groups"."as_of"::text || '","count":' || coalesce("matrix_groups"."count"::text, 'null') || ',"share":' || coalesce("matrix_groups"."share"::text, 'null') || '}' AS "page_nodes"
        FROM (
          SELECT "matrix_groups".*
          FROM mart.register_value($1, $2, $3, $4, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz) AS "matrix_groups"
          ORDER BY "matrix_groups"."position"
          LIMIT $5
        ) AS "matrix_groups"
      ) AS "page"
    ) || '}'
  ) AS "matrix",
  (
    SELECT '{"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row" DESC), '') || ']}'
      FROM (
        SELECT
          "changes_groups"."page_row",
          '{"periodFrom":"' || "changes_groups"."period_from"::text || '","key":{"fromCategory":' || coalesce('"' || "changes_groups"."from_category" || '"', 'null') || ',"toCategory":' || coalesce('"' || "changes_groups"."to_category" || '"', 'null') || '},"count":' || coalesce("changes_groups"."count"::text, 'null') || ',"upgrades":' || coalesce("changes_groups"."upgrades"::text, 'null') || '}' AS "page_nodes"
        FROM (
          SELECT "changes_groups".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "changes_groups".*
            FROM mart.register_value($6, $7, $8, $9, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz) AS "changes_groups"
            ORDER BY "changes_groups"."position" DESC
            LIMIT $10
          ) AS "changes_groups"
        ) AS "changes_groups"
      ) AS "page"
    ) || '}'
  ) AS "changes"
