SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.leading_group AS "leadingGroups"
      WHERE EXISTS (
        SELECT
        FROM graph.society AS "leadingGroups_society"
        JOIN graph.council_term AS "leadingGroups_society_via1" ON "leadingGroups_society"."id" = "leadingGroups_society_via1"."society_id"
        WHERE "leadingGroups_society_via1"."id" = "leadingGroups"."council_term_id" AND "leadingGroups_society"."committee_id" = ANY ((SELECT graph.committees_within($1))::bigint[])
      )
    ) || ',"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"status":' || coalesce('"' || "leadingGroups_groups"."key.status" || '"', 'null') || '},"count":' || "leadingGroups_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "leadingGroups_groups".*
          FROM (
            SELECT "leadingGroups"."status" AS "key.status",
              count(*) AS "count"
            FROM graph.leading_group AS "leadingGroups"
            WHERE EXISTS (
              SELECT
              FROM graph.society AS "leadingGroups_society"
              JOIN graph.council_term AS "leadingGroups_society_via1" ON "leadingGroups_society"."id" = "leadingGroups_society_via1"."society_id"
              WHERE "leadingGroups_society_via1"."id" = "leadingGroups"."council_term_id" AND "leadingGroups_society"."committee_id" = ANY ((SELECT graph.committees_within($1))::bigint[])
            )
            GROUP BY "leadingGroups"."status"
          ) AS "leadingGroups_groups"
          ORDER BY "leadingGroups_groups"."key.status"
          LIMIT $2
        ) AS "leadingGroups_groups"
      ) AS "page"
    ) || '}'
  ) AS "leadingGroups",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.leading_group AS "own"
      WHERE EXISTS (
        SELECT
        FROM graph.society AS "own_society"
        JOIN graph.council_term AS "own_society_via1" ON "own_society"."id" = "own_society_via1"."society_id"
        WHERE "own_society_via1"."id" = "own"."council_term_id" AND "own_society"."committee_id" = ANY ((SELECT graph.committees_within($3))::bigint[])
      )
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "own"."page_row",
        '{"society":{"name":' || to_json("own_society"."name")::text || ',"committee":{"name":' || to_json("own_society_committee"."name")::text || '}},"status":"' || "own"."status" || '"}' AS "page_nodes"
      FROM (
        SELECT "own".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "own".*
          FROM graph.leading_group AS "own"
          LEFT JOIN graph.council_term AS "own_society_via1" ON "own_society_via1"."id" = "own"."council_term_id"
          LEFT JOIN graph.society AS "own_society" ON "own_society"."id" = "own_society_via1"."society_id"
          WHERE EXISTS (
            SELECT
            FROM graph.society AS "own_society"
            JOIN graph.council_term AS "own_society_via1" ON "own_society"."id" = "own_society_via1"."society_id"
            WHERE "own_society_via1"."id" = "own"."council_term_id" AND "own_society"."committee_id" = ANY ((SELECT graph.committees_within($3))::bigint[])
          )
          ORDER BY "own_society"."name", "own"."id"
          LIMIT $4
        ) AS "own"
      ) AS "own"
      LEFT JOIN graph.council_term AS "own_society_via1" ON "own_society_via1"."id" = "own"."council_term_id"
      LEFT JOIN graph.society AS "own_society" ON "own_society"."id" = "own_society_via1"."society_id"
      LEFT JOIN graph.committee AS "own_society_committee" ON "own_society_committee"."id" = "own_society"."committee_id"
    ) AS "page"
  ) AS "own",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.veto AS "vetoes"
      WHERE EXISTS (
        SELECT
        FROM graph.society AS "vetoes_society"
        WHERE "vetoes_society"."id" = "vetoes"."society_id" AND "vetoes_society"."committee_id" = ANY ((SELECT graph.committees_within($5))::bigint[])
      )
    ) || '}'
  ) AS "vetoes",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.veto AS "ownVetoes"
      WHERE EXISTS (
        SELECT
        FROM graph.society AS "ownVetoes_society"
        WHERE "ownVetoes_society"."id" = "ownVetoes"."society_id" AND "ownVetoes_society"."committee_id" = ANY ((SELECT graph.committees_within($6))::bigint[])
      ) AND "ownVetoes"."lifted_on" IS NULL
    ) || '}'
  ) AS "ownVetoes"
