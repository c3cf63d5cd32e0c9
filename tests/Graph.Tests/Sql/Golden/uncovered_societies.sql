WITH "sent_page" AS MATERIALIZED (
  SELECT
    "committees"."page_row",
    "committees"."id" AS "sent_parent",
    '{"coverageTargets":' || E'\x01' || "committees"."page_row" || E'\x01' || '}' AS "page_nodes"
  FROM (
    SELECT "committees".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "committees".*
      FROM graph.committee AS "committees"
      ORDER BY "committees"."id"
      LIMIT $1
    ) AS "committees"
  ) AS "committees"
)
SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM "sent_page" AS "page"
  ) AS "committees",
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "uncoveredSocieties"."page_row",
        '{"society":{"name":' || to_json("uncoveredSocieties_society"."name")::text || ',"ledger":{"clearCount":' || "uncoveredSocieties_society_ledger"."clear_count"::text || ',"aspectCount":' || "uncoveredSocieties_society_ledger"."aspect_count"::text || '},"coverage":{"isNominal":' || "uncoveredSocieties_society_coverage"."is_nominal"::text || ',"isWorked":' || "uncoveredSocieties_society_coverage"."is_worked"::text || '},"clarities":' || (
          SELECT '[' || coalesce(string_agg('{"aspect":"' || "uncoveredSocieties_society_clarities"."aspect" || '","state":"' || "uncoveredSocieties_society_clarities"."state" || '"}', ','), '') || ']'
          FROM (
            SELECT "uncoveredSocieties_society_clarities".*
            FROM graph.society_clarity AS "uncoveredSocieties_society_clarities"
            WHERE "uncoveredSocieties_society_clarities"."society_id" = "uncoveredSocieties_society"."id"
            ORDER BY "uncoveredSocieties_society_clarities"."position"
          ) AS "uncoveredSocieties_society_clarities"
        ) || '},"committee":{"name":' || to_json("uncoveredSocieties_committee"."name")::text || '},"reason":' || coalesce('"' || "uncoveredSocieties"."reason" || '"', 'null') || ',"explanation":' || coalesce(to_json("uncoveredSocieties"."explanation")::text, 'null') || '}' AS "page_nodes"
      FROM (
        SELECT "uncoveredSocieties".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "uncoveredSocieties".*
          FROM graph.uncovered_society AS "uncoveredSocieties"
          ORDER BY "uncoveredSocieties"."society_id"
          LIMIT $2
        ) AS "uncoveredSocieties"
      ) AS "uncoveredSocieties"
      LEFT JOIN graph.society AS "uncoveredSocieties_society" ON "uncoveredSocieties_society"."id" = "uncoveredSocieties"."society_id"
      LEFT JOIN graph.society_ledger AS "uncoveredSocieties_society_ledger" ON "uncoveredSocieties_society_ledger"."society_id" = "uncoveredSocieties_society"."id"
      LEFT JOIN graph.society_coverage AS "uncoveredSocieties_society_coverage" ON "uncoveredSocieties_society_coverage"."society_id" = "uncoveredSocieties_society"."id"
      LEFT JOIN graph.committee AS "uncoveredSocieties_committee" ON "uncoveredSocieties_committee"."id" = "uncoveredSocieties"."committee_id"
    ) AS "page"
  ) AS "uncoveredSocieties",
  NULL::bigint AS "page_row", NULL::text AS "sent_1", NULL::text AS "sent_2", NULL::text AS "sent_3", NULL::text AS "sent_4", NULL::text AS "sent_5", NULL::text AS "sent_6"
UNION ALL
SELECT NULL, NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "committees_coverageTargets"."level" AS "sent_1", "committees_coverageTargets"."measure" AS "sent_2", "committees_coverageTargets"."numerator"::text AS "sent_3", "committees_coverageTargets"."denominator"::text AS "sent_4", "committees_coverageTargets"."state" AS "sent_5", '"' || "committees_coverageTargets"."due_on"::text || '"' AS "sent_6"
  FROM graph.coverage_target AS "committees_coverageTargets"
  WHERE "committees_coverageTargets"."committee_id" = "sent_page"."sent_parent" AND ("committees_coverageTargets"."valid_during" @> $3) IS TRUE
  ORDER BY "committees_coverageTargets"."position"
) AS "sent_rows"
