WITH "sent_page" AS MATERIALIZED (
  SELECT
    "evidenceRecords"."page_row",
    "evidenceRecords"."id" AS "sent_parent",
    '{"branch":' || CASE WHEN "evidenceRecords_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("evidenceRecords_branch"."name")::text || '}' END || ',"heldOn":"' || "evidenceRecords"."held_on"::text || '","validTo":' || coalesce('"' || "evidenceRecords"."valid_to"::text || '"', 'null') || ',"fields":' || E'\x01' || "evidenceRecords"."page_row" || E'\x01' || '}' AS "page_nodes"
  FROM (
    SELECT "evidenceRecords".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "evidenceRecords".*
      FROM graph.evidence_record AS "evidenceRecords"
      WHERE "evidenceRecords"."kind" = $1 AND EXISTS (
        SELECT
        FROM graph.branch AS "evidenceRecords_branch"
        WHERE "evidenceRecords_branch"."id" = "evidenceRecords"."branch_id" AND "evidenceRecords_branch"."status" = $2
      ) AND "evidenceRecords"."is_met" = $3 AND "evidenceRecords"."voided_on" IS NULL
      ORDER BY "evidenceRecords"."held_on" DESC, "evidenceRecords"."id" DESC
      LIMIT $4
    ) AS "evidenceRecords"
  ) AS "evidenceRecords"
  LEFT JOIN graph.branch AS "evidenceRecords_branch" ON "evidenceRecords_branch"."id" = "evidenceRecords"."branch_id"
)
SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.evidence_record AS "evidenceRecords"
      WHERE "evidenceRecords"."kind" = $1 AND EXISTS (
        SELECT
        FROM graph.branch AS "evidenceRecords_branch"
        WHERE "evidenceRecords_branch"."id" = "evidenceRecords"."branch_id" AND "evidenceRecords_branch"."status" = $2
      ) AND "evidenceRecords"."is_met" = $3 AND "evidenceRecords"."voided_on" IS NULL
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"heldOnYear":' || coalesce("evidenceRecords_groups"."key.heldOnYear"::text, 'null') || '},"count":' || "evidenceRecords_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "evidenceRecords_groups".*
          FROM (
            SELECT extract(year FROM "evidenceRecords"."held_on")::int AS "key.heldOnYear",
              count(*) AS "count"
            FROM graph.evidence_record AS "evidenceRecords"
            WHERE "evidenceRecords"."kind" = $1 AND EXISTS (
              SELECT
              FROM graph.branch AS "evidenceRecords_branch"
              WHERE "evidenceRecords_branch"."id" = "evidenceRecords"."branch_id" AND "evidenceRecords_branch"."status" = $2
            ) AND "evidenceRecords"."is_met" = $3 AND "evidenceRecords"."voided_on" IS NULL
            GROUP BY extract(year FROM "evidenceRecords"."held_on")::int
          ) AS "evidenceRecords_groups"
          ORDER BY "evidenceRecords_groups"."key.heldOnYear"
          LIMIT $5
        ) AS "evidenceRecords_groups"
      ) AS "page"
    ) || '}'
    FROM "sent_page" AS "page"
  ) AS "evidenceRecords",
  NULL::bigint AS "page_row", NULL::text AS "sent_1", NULL::text AS "sent_2"
UNION ALL
SELECT NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "evidenceRecords_fields"."label" AS "sent_1", "evidenceRecords_fields"."value" AS "sent_2"
  FROM graph.evidence_field AS "evidenceRecords_fields"
  WHERE "evidenceRecords_fields"."record_id" = "sent_page"."sent_parent"
  ORDER BY "evidenceRecords_fields"."position", "evidenceRecords_fields"."name"
) AS "sent_rows"
