SELECT
  (
    SELECT '{"id":' || to_json("indicator"."id")::text || ',"values":' || (
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM mart.indicator_comparison("indicator"."id", $1, NULL::date, NULL::date, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz, $2, NULL::text, NULL::date, NULL::text) AS "indicator_values"
      ) || '}'
    ) || '}'
    FROM mart.indicator AS "indicator"
    WHERE "indicator"."id" = $3
  ) AS "indicator"
