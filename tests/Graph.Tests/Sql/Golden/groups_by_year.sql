SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"branches":' || (
          SELECT '{"groups":' || (
            SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
            FROM (
              SELECT
                '{"key":{"statusSinceYear":' || coalesce("committees_branches_groups"."key.statusSinceYear"::text, 'null') || ',"statusSinceMonth":' || coalesce('"' || "committees_branches_groups"."key.statusSinceMonth"::text || '"', 'null') || '},"avg":{"latestAssessment":{"totalScore":' || coalesce("committees_branches_groups"."avg.latestAssessment.totalScore"::text, 'null') || '}},"sum":{"latestAssessment":{"bonusScore":' || coalesce("committees_branches_groups"."sum.latestAssessment.bonusScore"::text, 'null') || ',"year":' || coalesce("committees_branches_groups"."sum.latestAssessment.year"::text, 'null') || '}},"max":{"statusSince":' || coalesce('"' || "committees_branches_groups"."max.statusSince"::text || '"', 'null') || '}}' AS "page_nodes"
              FROM (
                SELECT "committees_branches_groups".*
                FROM (
                  SELECT extract(year FROM "committees_branches"."status_since")::int AS "key.statusSinceYear", date_trunc('month', "committees_branches"."status_since"::timestamp)::date AS "key.statusSinceMonth",
                    max("committees_branches"."status_since") AS "max.statusSince",
                    sum("committees_branches_latestAssessment"."year") AS "sum.latestAssessment.year",
                    sum("committees_branches_latestAssessment"."bonus_score") AS "sum.latestAssessment.bonusScore",
                    trim_scale(round(avg("committees_branches_latestAssessment"."total_score"), 6)) AS "avg.latestAssessment.totalScore"
                  FROM graph.branch AS "committees_branches"
                  LEFT JOIN LATERAL (
                    SELECT *
                    FROM graph.assessment AS "committees_branches_latestAssessment"
                    WHERE "committees_branches_latestAssessment"."branch_id" = "committees_branches"."id" AND "committees_branches_latestAssessment"."is_current"
                    ORDER BY "committees_branches_latestAssessment"."year" DESC
                    LIMIT 1
                  ) AS "committees_branches_latestAssessment" ON true
                  WHERE "committees_branches"."committee_id" = "committees"."id"
                  GROUP BY extract(year FROM "committees_branches"."status_since")::int, date_trunc('month', "committees_branches"."status_since"::timestamp)::date
                ) AS "committees_branches_groups"
                WHERE ("committees_branches_groups"."avg.latestAssessment.totalScore" > $1) IS NOT TRUE
                ORDER BY "committees_branches_groups"."key.statusSinceYear", "committees_branches_groups"."key.statusSinceMonth"
                LIMIT $2
              ) AS "committees_branches_groups"
            ) AS "page"
          ) || ',"scores":' || (
            SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
            FROM (
              SELECT
                '{"key":{"latestAssessmentGrade":' || coalesce('"' || "committees_branches_scores"."key.latestAssessmentGrade" || '"', 'null') || ',"latestAssessmentYear":' || coalesce("committees_branches_scores"."key.latestAssessmentYear"::text, 'null') || '},"count":' || "committees_branches_scores"."count"::text || '}' AS "page_nodes"
              FROM (
                SELECT "committees_branches_scores".*
                FROM (
                  SELECT "committees_branches_latestAssessment"."grade" AS "key.latestAssessmentGrade", "committees_branches_latestAssessment"."year" AS "key.latestAssessmentYear",
                    count(*) AS "count"
                  FROM graph.branch AS "committees_branches"
                  LEFT JOIN LATERAL (
                    SELECT *
                    FROM graph.assessment AS "committees_branches_latestAssessment"
                    WHERE "committees_branches_latestAssessment"."branch_id" = "committees_branches"."id" AND "committees_branches_latestAssessment"."is_current"
                    ORDER BY "committees_branches_latestAssessment"."year" DESC
                    LIMIT 1
                  ) AS "committees_branches_latestAssessment" ON true
                  WHERE "committees_branches"."committee_id" = "committees"."id"
                  GROUP BY "committees_branches_latestAssessment"."grade", "committees_branches_latestAssessment"."year"
                ) AS "committees_branches_scores"
                ORDER BY "committees_branches_scores"."key.latestAssessmentGrade", "committees_branches_scores"."key.latestAssessmentYear"
                LIMIT $3
              ) AS "committees_branches_scores"
            ) AS "page"
          ) || '}'
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "committees".*
        FROM graph.committee AS "committees"
        ORDER BY "committees"."id"
        LIMIT $4
      ) AS "committees"
    ) AS "page"
  ) AS "committees"
