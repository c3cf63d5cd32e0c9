WITH "sent_page" AS MATERIALIZED (
  SELECT
    "rosters"."page_row",
    "rosters"."id" AS "sent_parent",
    '{"title":' || to_json("rosters"."title")::text || ',"document":{"title":' || to_json("rosters_document"."title")::text || ',"documentNumber":' || coalesce(to_json("rosters_document"."document_number")::text, 'null') || ',"issuer":' || coalesce(to_json("rosters_document"."issuer")::text, 'null') || ',"issuedOn":' || coalesce('"' || "rosters_document"."issued_on"::text || '"', 'null') || '},"committee":{"name":' || to_json("rosters_committee"."name")::text || '},"counts":' || E'\x01' || "rosters"."page_row" || E'\x01' || ',"discrepancies":' || (
      SELECT '[' || coalesce(string_agg('{"code":"' || "rosters_discrepancies"."code" || '","subject":' || to_json("rosters_discrepancies"."subject")::text || ',"stated":' || coalesce("rosters_discrepancies"."stated"::text, 'null') || ',"listed":' || coalesce("rosters_discrepancies"."listed"::text, 'null') || ',"message":' || to_json("rosters_discrepancies"."message")::text || '}', ','), '') || ']'
      FROM (
        SELECT "rosters_discrepancies".*
        FROM graph.discrepancy AS "rosters_discrepancies"
        WHERE "rosters_discrepancies"."roster_id" = "rosters"."id"
        ORDER BY "rosters_discrepancies"."code", "rosters_discrepancies"."subject"
      ) AS "rosters_discrepancies"
    ) || '}' AS "page_nodes"
  FROM (
    SELECT "rosters".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "rosters".*
      FROM graph.roster AS "rosters"
      ORDER BY "rosters"."id"
      LIMIT $1
    ) AS "rosters"
  ) AS "rosters"
  LEFT JOIN graph.policy_document AS "rosters_document" ON "rosters_document"."id" = "rosters"."policy_document_id"
  LEFT JOIN graph.committee AS "rosters_committee" ON "rosters_committee"."id" = "rosters"."committee_id"
)
SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM "sent_page" AS "page"
  ) AS "rosters",
  NULL::bigint AS "page_row", NULL::text AS "sent_1", NULL::text AS "sent_2", NULL::text AS "sent_3", NULL::text AS "sent_4"
UNION ALL
SELECT NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "rosters_counts"."category" AS "sent_1", "rosters_counts"."stated"::text AS "sent_2", "rosters_counts"."listed"::text AS "sent_3", "rosters_counts"."missing"::text AS "sent_4"
  FROM graph.roster_reconciliation AS "rosters_counts"
  WHERE "rosters_counts"."roster_id" = "sent_page"."sent_parent"
  ORDER BY "rosters_counts"."category"
) AS "sent_rows"
