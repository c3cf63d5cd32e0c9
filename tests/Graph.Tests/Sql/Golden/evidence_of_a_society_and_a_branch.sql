SELECT
  (
    SELECT '{"name":' || to_json("society"."name")::text || ',"evidence":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
      FROM (
        SELECT
          "society_evidence"."page_row",
          '{"heldOn":"' || "society_evidence"."held_on"::text || '","isMet":' || "society_evidence"."is_met"::text || ',"evidence":' || to_json("society_evidence"."evidence")::text || ',"fields":' || (
            SELECT '[' || coalesce(string_agg('{"name":' || to_json("society_evidence_fields"."name")::text || ',"label":' || to_json("society_evidence_fields"."label")::text || ',"englishLabel":' || to_json("society_evidence_fields"."english_label")::text || ',"value":' || to_json("society_evidence_fields"."value")::text || '}', ','), '') || ']'
            FROM (
              SELECT "society_evidence_fields".*
              FROM graph.evidence_field AS "society_evidence_fields"
              WHERE "society_evidence_fields"."record_id" = "society_evidence"."id"
              ORDER BY "society_evidence_fields"."position", "society_evidence_fields"."name"
            ) AS "society_evidence_fields"
          ) || ',"definition":' || CASE WHEN "society_evidence_definition"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("society_evidence_definition"."name")::text || ',"englishName":' || to_json("society_evidence_definition"."english_name")::text || ',"clause":' || to_json("society_evidence_definition"."clause")::text || ',"indicator":' || coalesce(to_json("society_evidence_definition"."indicator")::text, 'null') || '}' END || '}' AS "page_nodes"
        FROM (
          SELECT "society_evidence".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "society_evidence".*
            FROM graph.evidence_record AS "society_evidence"
            WHERE "society_evidence"."society_id" = "society"."id" AND ("society_evidence"."valid_during" @> graph.today()) IS TRUE AND "society_evidence"."kind" = $1
            ORDER BY "society_evidence"."id"
            LIMIT $2
          ) AS "society_evidence"
        ) AS "society_evidence"
        LEFT JOIN graph.evidence_kind AS "society_evidence_definition" ON "society_evidence_definition"."id" = "society_evidence"."definition_id"
      ) AS "page"
    ) || ',"then":' || (
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM graph.evidence_record AS "society_then"
        WHERE "society_then"."society_id" = "society"."id" AND ("society_then"."valid_during" @> $3) IS TRUE
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"heldOn":"' || "society_then"."held_on"::text || '","validTo":' || coalesce('"' || "society_then"."valid_to"::text || '"', 'null') || ',"isMet":' || "society_then"."is_met"::text || '}' AS "page_nodes"
        FROM (
          SELECT "society_then".*
          FROM graph.evidence_record AS "society_then"
          WHERE "society_then"."society_id" = "society"."id" AND ("society_then"."valid_during" @> $3) IS TRUE
          ORDER BY "society_then"."id"
          LIMIT $4
        ) AS "society_then"
      ) AS "page"
    ) || ',"evidenceHistory":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"kind":' || to_json("society_evidenceHistory"."kind")::text || ',"heldOn":"' || "society_evidenceHistory"."held_on"::text || '","validTo":' || coalesce('"' || "society_evidenceHistory"."valid_to"::text || '"', 'null') || ',"isMet":' || "society_evidenceHistory"."is_met"::text || ',"voidedOn":' || coalesce('"' || "society_evidenceHistory"."voided_on"::text || '"', 'null') || '}' AS "page_nodes"
        FROM (
          SELECT "society_evidenceHistory".*
          FROM graph.evidence_record AS "society_evidenceHistory"
          WHERE "society_evidenceHistory"."society_id" = "society"."id"
          ORDER BY "society_evidenceHistory"."held_on", "society_evidenceHistory"."id"
          LIMIT $5
        ) AS "society_evidenceHistory"
      ) AS "page"
    ) || '}'
    FROM graph.society AS "society"
    WHERE "society"."id" = $6
  ) AS "society",
  (
    SELECT '{"name":' || to_json("branch"."name")::text || ',"evidence":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
      FROM (
        SELECT
          "branch_evidence"."page_row",
          '{"kind":' || to_json("branch_evidence"."kind")::text || ',"subjectKind":"' || "branch_evidence"."subject_kind" || '","heldOn":"' || "branch_evidence"."held_on"::text || '","isMet":' || "branch_evidence"."is_met"::text || ',"fields":' || (
            SELECT '[' || coalesce(string_agg('{"label":' || to_json("branch_evidence_fields"."label")::text || ',"value":' || to_json("branch_evidence_fields"."value")::text || '}', ','), '') || ']'
            FROM (
              SELECT "branch_evidence_fields".*
              FROM graph.evidence_field AS "branch_evidence_fields"
              WHERE "branch_evidence_fields"."record_id" = "branch_evidence"."id"
              ORDER BY "branch_evidence_fields"."position", "branch_evidence_fields"."name"
            ) AS "branch_evidence_fields"
          ) || ',"keptBy":{"name":' || to_json("branch_evidence_keptBy"."name")::text || '}}' AS "page_nodes"
        FROM (
          SELECT "branch_evidence".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "branch_evidence".*
            FROM graph.evidence_record AS "branch_evidence"
            WHERE "branch_evidence"."branch_id" = "branch"."id" AND ("branch_evidence"."valid_during" @> graph.today()) IS TRUE
            ORDER BY "branch_evidence"."id"
            LIMIT $7
          ) AS "branch_evidence"
        ) AS "branch_evidence"
        LEFT JOIN graph.committee AS "branch_evidence_keptBy" ON "branch_evidence_keptBy"."id" = "branch_evidence"."kept_by_id"
      ) AS "page"
    ) || '}'
    FROM graph.branch AS "branch"
    WHERE "branch"."id" = $8
  ) AS "branch"
