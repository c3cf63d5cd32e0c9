SELECT
  (
    SELECT '{"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1), '') || '],"pageInfo":{"hasPreviousPage":' || (count(*) > $1)::text || ',"startCursor":' || CASE WHEN count(*) FILTER (WHERE "page"."page_row" <= $1) = 0 THEN 'null' ELSE '"' || translate(encode(convert_to(json_build_array('60e01c3b', (array_agg("page"."page_key_1" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1], (array_agg("page"."page_key_2" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1], (array_agg("page"."page_key_3" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1])::text, 'UTF8'), 'base64'), E'\n', '') || '"' END || '}}'
      FROM (
        SELECT
          "branches_groups"."page_row",
          "branches_groups"."page_key_1",
          "branches_groups"."page_key_2",
          "branches_groups"."page_key_3",
          '{"key":{"committee":' || CASE WHEN "branches_groups_committee"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_groups_committee"."name")::text || ',"region":{"name":' || to_json("branches_groups_committee_region"."name")::text || '}}' END || ',"supportingUnit":' || CASE WHEN "branches_groups_supportingUnit"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_groups_supportingUnit"."name")::text || ',"societies":' || (
            SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
            FROM (
              SELECT
                '{"name":' || to_json("branches_groups_supportingUnit_societies"."name")::text || '}' AS "page_nodes"
              FROM (
                SELECT "branches_groups_supportingUnit_societies".*
                FROM graph.society AS "branches_groups_supportingUnit_societies"
                JOIN graph.society_supporting_unit AS "branches_groups_supportingUnit_societies_via1" ON "branches_groups_supportingUnit_societies"."id" = "branches_groups_supportingUnit_societies_via1"."society_id"
                WHERE "branches_groups_supportingUnit_societies_via1"."supporting_unit_id" = "branches_groups_supportingUnit"."id" AND ("branches_groups_supportingUnit_societies_via1"."valid_during" @> graph.today()) IS TRUE
                ORDER BY "branches_groups_supportingUnit_societies"."id"
                LIMIT $2
              ) AS "branches_groups_supportingUnit_societies"
            ) AS "page"
          ) || '}' END || ',"category":' || coalesce('"' || "branches_groups"."key.category" || '"', 'null') || '},"count":' || "branches_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "branches_groups".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "branches_groups".*, ("branches_groups_supportingUnit"."name")::text AS "page_key_1", ("branches_groups"."key.committee")::text AS "page_key_2", ("branches_groups"."key.supportingUnit")::text AS "page_key_3"
            FROM (
              SELECT "branches"."committee_id" AS "key.committee", "branches_supportingUnit_via2"."supporting_unit_id" AS "key.supportingUnit", NULL::text AS "key.category",
                count(*) AS "count"
              FROM graph.branch AS "branches"
              LEFT JOIN graph.branch_society AS "branches_supportingUnit_via1" ON "branches_supportingUnit_via1"."branch_id" = "branches"."id" AND "branches_supportingUnit_via1"."is_lead"
              LEFT JOIN graph.society_supporting_unit AS "branches_supportingUnit_via2" ON "branches_supportingUnit_via2"."society_id" = "branches_supportingUnit_via1"."society_id" AND ("branches_supportingUnit_via2"."valid_during" @> graph.today()) IS TRUE AND "branches_supportingUnit_via2"."is_lead"
              GROUP BY "branches"."committee_id", "branches_supportingUnit_via2"."supporting_unit_id"
            ) AS "branches_groups"
            LEFT JOIN graph.supporting_unit AS "branches_groups_supportingUnit" ON "branches_groups_supportingUnit"."id" = "branches_groups"."key.supportingUnit"
            ORDER BY "branches_groups_supportingUnit"."name" DESC, "branches_groups"."key.committee" DESC, "branches_groups"."key.supportingUnit" DESC
            LIMIT $1::bigint + 1
          ) AS "branches_groups"
        ) AS "branches_groups"
        LEFT JOIN graph.committee AS "branches_groups_committee" ON "branches_groups_committee"."id" = "branches_groups"."key.committee"
        LEFT JOIN graph.region AS "branches_groups_committee_region" ON "branches_groups_committee_region"."code" = "branches_groups_committee"."region_code"
        LEFT JOIN graph.supporting_unit AS "branches_groups_supportingUnit" ON "branches_groups_supportingUnit"."id" = "branches_groups"."key.supportingUnit"
      ) AS "page"
    ) || '}'
  ) AS "branches"
