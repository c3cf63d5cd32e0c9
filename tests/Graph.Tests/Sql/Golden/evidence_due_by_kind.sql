SELECT
  (
    SELECT '{"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
      FROM (
        SELECT
          "evidenceDue_groups"."page_row",
          '{"key":{"definition":' || CASE WHEN "evidenceDue_groups_definition"."id" IS NULL THEN 'null' ELSE '{"code":' || to_json("evidenceDue_groups_definition"."code")::text || '}' END || ',"state":' || coalesce('"' || "evidenceDue_groups"."key.state" || '"', 'null') || '},"count":' || "evidenceDue_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "evidenceDue_groups".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "evidenceDue_groups".*
            FROM (
              SELECT "evidenceDue"."definition_id" AS "key.definition", "evidenceDue"."state" AS "key.state",
                count(*) AS "count"
              FROM graph.evidence_due_on($1) AS "evidenceDue"
              WHERE EXISTS (
                SELECT
                FROM graph.committee AS "evidenceDue_committee"
                WHERE "evidenceDue_committee"."id" = "evidenceDue"."committee_id" AND graph.text_grams("evidenceDue_committee"."name") @> $2 AND "evidenceDue_committee"."name" LIKE $3
              )
              GROUP BY "evidenceDue"."definition_id", "evidenceDue"."state"
            ) AS "evidenceDue_groups"
            ORDER BY "evidenceDue_groups"."key.definition", "evidenceDue_groups"."key.state"
            LIMIT $4
          ) AS "evidenceDue_groups"
        ) AS "evidenceDue_groups"
        LEFT JOIN graph.evidence_kind AS "evidenceDue_groups_definition" ON "evidenceDue_groups_definition"."id" = "evidenceDue_groups"."key.definition"
      ) AS "page"
    ) || '}'
  ) AS "evidenceDue",
  (
    WITH "late" AS (
      SELECT "late".*
      FROM graph.evidence_due_on($5) AS "late"
      WHERE "late"."subject_kind" = $6 AND EXISTS (
        SELECT
        FROM graph.committee AS "late_committee"
        WHERE "late_committee"."id" = "late"."committee_id" AND graph.text_grams("late_committee"."name") @> $7 AND "late_committee"."name" LIKE $8
      ) AND "late"."state" = $9
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "late"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "late"."page_row",
        '{"title":' || to_json("late"."title")::text || ',"subjectKind":"' || "late"."subject_kind" || '","dueOn":"' || "late"."due_on"::text || '","committee":{"name":' || to_json("late_committee"."name")::text || '}}' AS "page_nodes"
      FROM (
        SELECT "late".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "late".*
          FROM "late"
          ORDER BY "late"."due_on", "late"."reference"
          LIMIT $10
        ) AS "late"
      ) AS "late"
      LEFT JOIN graph.committee AS "late_committee" ON "late_committee"."id" = "late"."committee_id"
    ) AS "page"
  ) AS "late"
