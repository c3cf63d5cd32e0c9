SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      WHERE (
        SELECT count(*)
        FROM graph.member AS "branches_members"
        WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present"
      ) >= $1
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("branches"."name")::text || ',"members":' || (
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM graph.member AS "branches_members"
            WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present"
          ) || '}'
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*
        FROM graph.branch AS "branches"
        LEFT JOIN LATERAL (
          SELECT count(*) AS "value"
          FROM graph.member AS "branches_members"
          WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present"
        ) AS "branches_members_count@" ON true
        WHERE (
          SELECT count(*)
          FROM graph.member AS "branches_members"
          WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present"
        ) >= $1
        ORDER BY "branches_members_count@"."value" DESC, "branches"."id" DESC
        LIMIT $2
      ) AS "branches"
    ) AS "page"
  ) AS "branches",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "good"
      WHERE (
        SELECT count(*)
        FROM graph.assessment AS "good_assessments"
        WHERE "good_assessments"."branch_id" = "good"."id" AND "good_assessments"."is_current"
      ) > $3 AND (
        SELECT round(avg("good_assessments"."total_score")::numeric, 6)
        FROM graph.assessment AS "good_assessments"
        WHERE "good_assessments"."branch_id" = "good"."id" AND "good_assessments"."is_current"
      ) >= $4 AND (
        SELECT min("good_assessments"."total_score")
        FROM graph.assessment AS "good_assessments"
        WHERE "good_assessments"."branch_id" = "good"."id" AND "good_assessments"."is_current"
      ) > $5
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("good"."name")::text || '}' AS "page_nodes"
      FROM (
        SELECT "good".*
        FROM graph.branch AS "good"
        WHERE (
          SELECT count(*)
          FROM graph.assessment AS "good_assessments"
          WHERE "good_assessments"."branch_id" = "good"."id" AND "good_assessments"."is_current"
        ) > $3 AND (
          SELECT round(avg("good_assessments"."total_score")::numeric, 6)
          FROM graph.assessment AS "good_assessments"
          WHERE "good_assessments"."branch_id" = "good"."id" AND "good_assessments"."is_current"
        ) >= $4 AND (
          SELECT min("good_assessments"."total_score")
          FROM graph.assessment AS "good_assessments"
          WHERE "good_assessments"."branch_id" = "good"."id" AND "good_assessments"."is_current"
        ) > $5
        ORDER BY "good"."id"
        LIMIT $6
      ) AS "good"
    ) AS "page"
  ) AS "good",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.society AS "societies"
      WHERE (
        SELECT count(*)
        FROM graph.branch AS "societies_branches"
        JOIN graph.branch_society AS "societies_branches_via1" ON "societies_branches"."id" = "societies_branches_via1"."branch_id"
        WHERE "societies_branches_via1"."society_id" = "societies"."id"
      ) = $7
    ) || '}'
  ) AS "societies"
