SELECT
  (
    SELECT '{"nodes":' || '[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']' || '}'
    FROM (
      SELECT "rosters"."page_row",
        '{"title":' || to_json("rosters"."title")::text || ',"document":' || '{"title":' || to_json("rosters_document"."title")::text || ',"documentNumber":' || coalesce(to_json("rosters_document"."document_number")::text, 'null') || ',"issuer":' || coalesce(to_json("rosters_document"."issuer")::text, 'null') || ',"issuedOn":' || coalesce('"' || "rosters_document"."issued_on"::text || '"', 'null') || '}' || ',"committee":' || '{"name":' || to_json("rosters_committee"."name")::text || '}' || ',"counts":' || (
        SELECT '[' || coalesce(string_agg('{"category":' || '"' || "rosters_counts"."category" || '"' || ',"stated":' || "rosters_counts"."stated"::text || ',"listed":' || "rosters_counts"."listed"::text || ',"missing":' || "rosters_counts"."missing"::text || '}', ',' ORDER BY "rosters_counts"."category"), '') || ']'
        FROM graph.roster_reconciliation AS "rosters_counts"
        WHERE "rosters_counts"."roster_id" = "rosters"."id"
      ) || ',"discrepancies":' || (
        SELECT '[' || coalesce(string_agg('{"code":' || '"' || "rosters_discrepancies"."code" || '"' || ',"subject":' || to_json("rosters_discrepancies"."subject")::text || ',"stated":' || coalesce("rosters_discrepancies"."stated"::text, 'null') || ',"listed":' || coalesce("rosters_discrepancies"."listed"::text, 'null') || ',"message":' || to_json("rosters_discrepancies"."message")::text || '}', ',' ORDER BY "rosters_discrepancies"."code", "rosters_discrepancies"."subject"), '') || ']'
        FROM graph.discrepancy AS "rosters_discrepancies"
        WHERE "rosters_discrepancies"."roster_id" = "rosters"."id"
      ) || '}' AS "page_nodes"
      FROM (
        SELECT "rosters".*, row_number() OVER (ORDER BY "rosters"."id") AS "page_row"
        FROM graph.roster AS "rosters"
        ORDER BY "rosters"."id"
        LIMIT $1
      ) AS "rosters"
      LEFT JOIN graph.policy_document AS "rosters_document" ON "rosters_document"."id" = "rosters"."policy_document_id"
      LEFT JOIN graph.committee AS "rosters_committee" ON "rosters_committee"."id" = "rosters"."committee_id"
    ) AS "page"
  ) AS "rosters"
