WITH "sent_page" AS MATERIALIZED (
  SELECT
    "branches"."page_row",
    "branches"."id" AS "sent_parent",
    '{"name":' || to_json("branches"."name")::text || ',"today":' || (
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM graph.member AS "branches_today"
        WHERE "branches_today"."branch_id" = "branches"."id" AND "branches_today"."is_present"
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
      FROM (
        SELECT
          "branches_today"."page_row",
          '{"status":"' || "branches_today"."status" || '","end":' || CASE WHEN "branches_today_end"."member_id" IS NULL THEN 'null' ELSE '{"reason":"' || "branches_today_end"."reason" || '","endedOn":"' || "branches_today_end"."ended_on"::text || '"}' END || ',"ends":' || (
            SELECT '[' || coalesce(string_agg('{"reason":"' || "branches_today_ends"."reason" || '","restoredOn":' || coalesce('"' || "branches_today_ends"."restored_on"::text || '"', 'null') || '}', ','), '') || ']'
            FROM (
              SELECT "branches_today_ends".*
              FROM graph.ended_membership AS "branches_today_ends"
              WHERE "branches_today_ends"."member_id" = "branches_today"."id"
              ORDER BY "branches_today_ends"."ended_on" DESC, "branches_today_ends"."id" DESC
            ) AS "branches_today_ends"
          ) || '}' AS "page_nodes"
        FROM (
          SELECT "branches_today".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "branches_today".*
            FROM graph.member AS "branches_today"
            WHERE "branches_today"."branch_id" = "branches"."id" AND "branches_today"."is_present"
            ORDER BY "branches_today"."joined_on", "branches_today"."id"
            LIMIT $1
          ) AS "branches_today"
        ) AS "branches_today"
        LEFT JOIN graph.ended_membership AS "branches_today_end" ON "branches_today_end"."member_id" = "branches_today"."id" AND "branches_today_end"."is_open"
      ) AS "page"
    ) || ',"then":' || (
      WITH "branches_then" AS (
        SELECT "branches_then".*
        FROM graph.member_on($2) AS "branches_then"
        JOIN graph.membership AS "branches_then_via1" ON "branches_then"."id" = "branches_then_via1"."member_id"
        WHERE "branches_then_via1"."branch_id" = "branches"."id" AND ("branches_then_via1"."valid_during" @> $3) IS TRUE AND "branches_then"."status" = $4
      )
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM "branches_then"
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
      FROM (
        SELECT
          "branches_then"."page_row",
          '{"status":"' || "branches_then"."status" || '","statusSince":' || coalesce('"' || "branches_then"."status_since"::text || '"', 'null') || ',"branch":{"name":' || to_json("branches_then_branch"."name")::text || '}}' AS "page_nodes"
        FROM (
          SELECT "branches_then".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "branches_then".*
            FROM "branches_then"
            ORDER BY "branches_then"."joined_on", "branches_then"."id"
            LIMIT $5
          ) AS "branches_then"
        ) AS "branches_then"
        LEFT JOIN graph.branch AS "branches_then_branch" ON "branches_then_branch"."id" = "branches_then"."branch_id"
      ) AS "page"
    ) || ',"guests":' || E'\x01' || "branches"."page_row" || E'\x01' || '}' AS "page_nodes"
  FROM (
    SELECT "branches".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "branches".*
      FROM graph.branch AS "branches"
      ORDER BY "branches"."name", "branches"."id"
      LIMIT $6
    ) AS "branches"
  ) AS "branches"
)
SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM "sent_page" AS "page"
  ) AS "branches",
  NULL::bigint AS "page_row", NULL::text AS "sent_1"
UNION ALL
SELECT NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "branches_guests"."status" AS "sent_1"
  FROM graph.member_on($7) AS "branches_guests"
  JOIN graph.organization_life AS "branches_guests_via1" ON "branches_guests"."id" = "branches_guests_via1"."member_id"
  WHERE "branches_guests_via1"."branch_id" = "sent_page"."sent_parent" AND ("branches_guests_via1"."valid_during" @> $8) IS TRUE
  ORDER BY "branches_guests"."id"
) AS "sent_rows"
