SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row") FILTER (WHERE "page"."page_row" <= $1), '') || '],"pageInfo":{"hasNextPage":' || (count(*) > $1)::text || ',"endCursor":' || CASE WHEN count(*) FILTER (WHERE "page"."page_row" <= $1) = 0 THEN 'null' ELSE '"' || translate(encode(convert_to(json_build_array('2333bf0e', (array_agg("page"."page_key_1" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1], (array_agg("page"."page_key_2" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1], (array_agg("page"."page_key_3" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1], (array_agg("page"."page_key_4" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1], (array_agg("page"."page_key_5" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1])::text, 'UTF8'), 'base64'), E'\n', '') || '"' END || '}}'
    FROM (
      SELECT
        "branches"."page_row",
        "branches"."page_key_1",
        "branches"."page_key_2",
        "branches"."page_key_3",
        "branches"."page_key_4",
        "branches"."page_key_5",
        '{"name":' || to_json("branches"."name")::text || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "branches".*, ("branches_assessments_greatest_total_score@"."value")::text AS "page_key_1", ("branches_members_count@"."value")::text AS "page_key_2", ("branches_society_branches_count@"."value")::text AS "page_key_3", ("branches_assessments_mean_total_score@"."value")::text AS "page_key_4", ("branches"."id")::text AS "page_key_5"
          FROM graph.branch AS "branches"
          LEFT JOIN LATERAL (
            SELECT max("branches_assessments"."total_score") AS "value"
            FROM graph.assessment AS "branches_assessments"
            WHERE "branches_assessments"."branch_id" = "branches"."id" AND "branches_assessments"."is_current"
          ) AS "branches_assessments_greatest_total_score@" ON true
          LEFT JOIN LATERAL (
            SELECT count(*) AS "value"
            FROM graph.member AS "branches_members"
            WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present"
          ) AS "branches_members_count@" ON true
          LEFT JOIN graph.branch_society AS "branches_society_via1" ON "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead"
          LEFT JOIN graph.society AS "branches_society" ON "branches_society"."id" = "branches_society_via1"."society_id"
          LEFT JOIN LATERAL (
            SELECT count(*) AS "value"
            FROM graph.branch AS "branches_society_branches"
            JOIN graph.branch_society AS "branches_society_branches_via1" ON "branches_society_branches"."id" = "branches_society_branches_via1"."branch_id"
            WHERE "branches_society_branches_via1"."society_id" = "branches_society"."id"
          ) AS "branches_society_branches_count@" ON true
          LEFT JOIN LATERAL (
            SELECT round(avg("branches_assessments"."total_score")::numeric, 6) AS "value"
            FROM graph.assessment AS "branches_assessments"
            WHERE "branches_assessments"."branch_id" = "branches"."id" AND "branches_assessments"."is_current"
          ) AS "branches_assessments_mean_total_score@" ON true
          WHERE graph.text_grams("branches"."name") @> $2 AND "branches"."name" LIKE $3
          ORDER BY "branches_assessments_greatest_total_score@"."value" DESC, "branches_members_count@"."value" DESC, "branches_society_branches_count@"."value", "branches_assessments_mean_total_score@"."value", "branches"."id"
          LIMIT $1::bigint + 1
        ) AS "branches"
      ) AS "branches"
    ) AS "page"
  ) AS "branches"
