SELECT
  (
    WITH "evidenceDue" AS (
      SELECT "evidenceDue".*
      FROM graph.evidence_due_on($1) AS "evidenceDue"
      WHERE "evidenceDue"."kind" = $2 AND "evidenceDue"."state" = $3
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "evidenceDue"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"state":' || coalesce('"' || "evidenceDue_groups"."key.state" || '"', 'null') || '},"count":' || "evidenceDue_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "evidenceDue_groups".*
          FROM (
            SELECT "evidenceDue"."state" AS "key.state",
              count(*) AS "count"
            FROM graph.evidence_due_on($1) AS "evidenceDue"
            WHERE "evidenceDue"."kind" = $2 AND "evidenceDue"."state" = $3
            GROUP BY "evidenceDue"."state"
          ) AS "evidenceDue_groups"
          ORDER BY "evidenceDue_groups"."key.state"
          LIMIT $4
        ) AS "evidenceDue_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        "evidenceDue"."page_row",
        '{"reference":' || to_json("evidenceDue"."reference")::text || ',"title":' || to_json("evidenceDue"."title")::text || ',"titleEn":' || to_json("evidenceDue"."title_en")::text || ',"subjectKind":"' || "evidenceDue"."subject_kind" || '","committee":{"name":' || to_json("evidenceDue_committee"."name")::text || '},"leadingGroup":' || CASE WHEN "evidenceDue_leadingGroup"."id" IS NULL THEN 'null' ELSE '{"status":"' || "evidenceDue_leadingGroup"."status" || '"}' END || ',"society":' || CASE WHEN "evidenceDue_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("evidenceDue_society"."name")::text || '}' END || ',"branch":' || CASE WHEN "evidenceDue_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("evidenceDue_branch"."name")::text || '}' END || ',"period":' || to_json("evidenceDue"."period")::text || ',"beginsOn":"' || "evidenceDue"."begins_on"::text || '","dueOn":"' || "evidenceDue"."due_on"::text || '","doneOn":' || coalesce('"' || "evidenceDue"."done_on"::text || '"', 'null') || ',"state":"' || "evidenceDue"."state" || '","progress":' || "evidenceDue"."progress"::text || ',"target":' || "evidenceDue"."target"::text || ',"lacking":' || "evidenceDue"."lacking"::text || ',"clause":' || to_json("evidenceDue"."clause")::text || ',"clauses":' || (
          SELECT '[' || coalesce(string_agg('{"citation":' || to_json("evidenceDue_clauses"."citation")::text || '}', ','), '') || ']'
          FROM (
            SELECT "evidenceDue_clauses".*
            FROM graph.clauses_of("evidenceDue"."clause") AS "evidenceDue_clauses"
            ORDER BY "evidenceDue_clauses"."position"
          ) AS "evidenceDue_clauses"
        ) || ',"definition":{"code":' || to_json("evidenceDue_definition"."code")::text || ',"graceDays":' || "evidenceDue_definition"."grace_days"::text || ',"yearField":' || coalesce(to_json("evidenceDue_definition"."year_field")::text, 'null') || '}}' AS "page_nodes"
      FROM (
        SELECT "evidenceDue".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "evidenceDue".*
          FROM "evidenceDue"
          ORDER BY "evidenceDue"."due_on", "evidenceDue"."reference"
          LIMIT $5
        ) AS "evidenceDue"
      ) AS "evidenceDue"
      LEFT JOIN graph.committee AS "evidenceDue_committee" ON "evidenceDue_committee"."id" = "evidenceDue"."committee_id"
      LEFT JOIN graph.leading_group AS "evidenceDue_leadingGroup" ON "evidenceDue_leadingGroup"."id" = "evidenceDue"."leading_group_id"
      LEFT JOIN graph.society AS "evidenceDue_society" ON "evidenceDue_society"."id" = "evidenceDue"."society_id"
      LEFT JOIN graph.branch AS "evidenceDue_branch" ON "evidenceDue_branch"."id" = "evidenceDue"."branch_id"
      LEFT JOIN graph.evidence_kind AS "evidenceDue_definition" ON "evidenceDue_definition"."id" = "evidenceDue"."definition_id"
    ) AS "page"
  ) AS "evidenceDue",
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"evidenceDue":' || (
          WITH "committees_evidenceDue" AS (
            SELECT "committees_evidenceDue".*
            FROM graph.evidence_due_on($6) AS "committees_evidenceDue"
            WHERE "committees_evidenceDue"."committee_id" = "committees"."id" AND "committees_evidenceDue"."due_on" < $7
          )
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM "committees_evidenceDue"
          ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
          FROM (
            SELECT
              '{"kind":' || to_json("committees_evidenceDue"."kind")::text || ',"state":"' || "committees_evidenceDue"."state" || '"}' AS "page_nodes"
            FROM (
              SELECT "committees_evidenceDue".*
              FROM "committees_evidenceDue"
              ORDER BY "committees_evidenceDue"."reference"
              LIMIT $8
            ) AS "committees_evidenceDue"
          ) AS "page"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "committees".*
        FROM graph.committee AS "committees"
        ORDER BY "committees"."id"
        LIMIT $9
      ) AS "committees"
    ) AS "page"
  ) AS "committees"
