SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.assessment_round AS "assessmentRounds"
      WHERE "assessmentRounds"."year" = $1
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "assessmentRounds"."page_row",
        '{"year":' || "assessmentRounds"."year"::text || ',"status":"' || "assessmentRounds"."status" || '","scheme":{"ruleSetCode":' || to_json("assessmentRounds_scheme"."rule_set_code")::text || '},"rankings":' || (
          SELECT '[' || coalesce(string_agg('{"rank":' || "assessmentRounds_rankings"."rank"::text || ',"consortium":{"name":' || to_json("assessmentRounds_rankings_consortium"."name")::text || ',"branches":' || (
            SELECT '{"totalCount":' || (
              SELECT count(*)::text
              FROM graph.branch AS "assessmentRounds_rankings_consortium_branches"
              JOIN graph.consortium_branch AS "assessmentRounds_rankings_consortium_branches_via1" ON "assessmentRounds_rankings_consortium_branches"."id" = "assessmentRounds_rankings_consortium_branches_via1"."branch_id"
              WHERE "assessmentRounds_rankings_consortium_branches_via1"."consortium_id" = "assessmentRounds_rankings_consortium"."id" AND ("assessmentRounds_rankings_consortium_branches_via1"."valid_during" @> graph.today()) IS TRUE
            ) || '}'
          ) || '},"supervisionTeam":{"name":' || to_json("assessmentRounds_rankings_supervisionTeam"."name")::text || '}}', ',' ORDER BY "assessmentRounds_rankings"."supervision_team_id", "assessmentRounds_rankings"."rank"), '') || ']'
          FROM graph.consortium_ranking AS "assessmentRounds_rankings"
          LEFT JOIN graph.consortium AS "assessmentRounds_rankings_consortium" ON "assessmentRounds_rankings_consortium"."id" = "assessmentRounds_rankings"."consortium_id"
          LEFT JOIN graph.supervision_team AS "assessmentRounds_rankings_supervisionTeam" ON "assessmentRounds_rankings_supervisionTeam"."id" = "assessmentRounds_rankings"."supervision_team_id"
          WHERE "assessmentRounds_rankings"."round_id" = "assessmentRounds"."id"
        ) || ',"entries":' || (
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM graph.assessment_entry AS "assessmentRounds_entries"
            WHERE "assessmentRounds_entries"."round_id" = "assessmentRounds"."id" AND "assessmentRounds_entries"."stage" = $2
          ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
          FROM (
            SELECT
              "assessmentRounds_entries"."page_row",
              '{"branch":{"name":' || to_json("assessmentRounds_entries_branch"."name")::text || '},"stageHistory":' || (
                SELECT '[' || coalesce(string_agg('{"fromStage":' || coalesce('"' || "assessmentRounds_entries_stageHistory"."from_stage" || '"', 'null') || ',"toStage":"' || "assessmentRounds_entries_stageHistory"."to_stage" || '","movedBy":' || to_json("assessmentRounds_entries_stageHistory"."moved_by")::text || '}', ','), '') || ']'
                FROM (
                  SELECT "assessmentRounds_entries_stageHistory".*
                  FROM graph.assessment_stage_event AS "assessmentRounds_entries_stageHistory"
                  WHERE "assessmentRounds_entries_stageHistory"."entry_id" = "assessmentRounds_entries"."id"
                  ORDER BY "assessmentRounds_entries_stageHistory"."id"
                ) AS "assessmentRounds_entries_stageHistory"
              ) || ',"suggestedScores":' || (
                SELECT '[' || coalesce(string_agg('{"itemCode":' || to_json("assessmentRounds_entries_suggestedScores"."item_code")::text || ',"score":' || "assessmentRounds_entries_suggestedScores"."score"::text || ',"maximum":' || "assessmentRounds_entries_suggestedScores"."maximum"::text || '}', ','), '') || ']'
                FROM (
                  SELECT "assessmentRounds_entries_suggestedScores".*
                  FROM graph.assessment_suggested_score AS "assessmentRounds_entries_suggestedScores"
                  WHERE "assessmentRounds_entries_suggestedScores"."entry_id" = "assessmentRounds_entries"."id"
                  ORDER BY "assessmentRounds_entries_suggestedScores"."item_code"
                ) AS "assessmentRounds_entries_suggestedScores"
              ) || ',"standing":{"selfScore":' || coalesce("assessmentRounds_entries_standing"."self_score"::text, 'null') || ',"reviewScore":' || coalesce("assessmentRounds_entries_standing"."review_score"::text, 'null') || ',"bonusScore":' || "assessmentRounds_entries_standing"."bonus_score"::text || ',"hasFailed":' || "assessmentRounds_entries_standing"."has_failed"::text || '},"activityCompliance":' || CASE WHEN "assessmentRounds_entries_activityCompliance"."branch_id" IS NULL THEN 'null' ELSE '{"category":"' || "assessmentRounds_entries_activityCompliance"."category" || '","collectiveCount":' || "assessmentRounds_entries_activityCompliance"."collective_count"::text || ',"minimum":' || "assessmentRounds_entries_activityCompliance"."minimum"::text || ',"isMet":' || "assessmentRounds_entries_activityCompliance"."is_met"::text || ',"clause":' || to_json("assessmentRounds_entries_activityCompliance"."clause")::text || '}' END || ',"debrief":' || CASE WHEN "assessmentRounds_entries_debrief"."entry_id" IS NULL THEN 'null' ELSE '{"basis":"' || "assessmentRounds_entries_debrief"."basis" || '","meanRate":' || "assessmentRounds_entries_debrief"."mean_rate"::text || ',"score":' || "assessmentRounds_entries_debrief"."score"::text || '}' END || ',"bonusClaims":' || (
                SELECT '[' || coalesce(string_agg('{"bonusItem":' || to_json("assessmentRounds_entries_bonusClaims"."bonus_item")::text || ',"level":"' || "assessmentRounds_entries_bonusClaims"."usual_level" || '","points":' || "assessmentRounds_entries_bonusClaims"."points"::text || ',"status":"' || "assessmentRounds_entries_bonusClaims"."status" || '"}', ','), '') || ']'
                FROM (
                  SELECT "assessmentRounds_entries_bonusClaims".*
                  FROM graph.bonus_claim AS "assessmentRounds_entries_bonusClaims"
                  WHERE "assessmentRounds_entries_bonusClaims"."entry_id" = "assessmentRounds_entries"."id"
                  ORDER BY "assessmentRounds_entries_bonusClaims"."id"
                ) AS "assessmentRounds_entries_bonusClaims"
              ) || ',"result":' || CASE WHEN "assessmentRounds_entries_result"."id" IS NULL THEN 'null' ELSE '{"totalScore":' || "assessmentRounds_entries_result"."total_score"::text || ',"grade":"' || "assessmentRounds_entries_result"."grade" || '","gradeBasis":"' || "assessmentRounds_entries_result"."grade_basis" || '","versions":' || (
                SELECT '[' || coalesce(string_agg('{"resultVersion":' || "assessmentRounds_entries_result_versions"."result_version"::text || ',"isCurrent":' || "assessmentRounds_entries_result_versions"."is_current"::text || '}', ','), '') || ']'
                FROM (
                  SELECT "assessmentRounds_entries_result_versions".*
                  FROM graph.assessment_version AS "assessmentRounds_entries_result_versions"
                  WHERE "assessmentRounds_entries_result_versions"."of_id" = "assessmentRounds_entries_result"."id"
                  ORDER BY "assessmentRounds_entries_result_versions"."result_version"
                ) AS "assessmentRounds_entries_result_versions"
              ) || '}' END || ',"admonitionTalk":' || CASE WHEN "assessmentRounds_entries_admonitionTalk"."id" IS NULL THEN 'null' ELSE '{"dueOn":"' || "assessmentRounds_entries_admonitionTalk"."due_on"::text || '","heldOn":' || coalesce('"' || "assessmentRounds_entries_admonitionTalk"."held_on"::text || '"', 'null') || '}' END || '}' AS "page_nodes"
            FROM (
              SELECT "assessmentRounds_entries".*, row_number() OVER () AS "page_row"
              FROM (
                SELECT "assessmentRounds_entries".*
                FROM graph.assessment_entry AS "assessmentRounds_entries"
                WHERE "assessmentRounds_entries"."round_id" = "assessmentRounds"."id" AND "assessmentRounds_entries"."stage" = $2
                ORDER BY "assessmentRounds_entries"."id"
                LIMIT $3
              ) AS "assessmentRounds_entries"
            ) AS "assessmentRounds_entries"
            LEFT JOIN graph.branch AS "assessmentRounds_entries_branch" ON "assessmentRounds_entries_branch"."id" = "assessmentRounds_entries"."branch_id"
            LEFT JOIN graph.assessment_standing AS "assessmentRounds_entries_standing" ON "assessmentRounds_entries_standing"."entry_id" = "assessmentRounds_entries"."id"
            LEFT JOIN graph.assessment_activity AS "assessmentRounds_entries_activityCompliance" ON "assessmentRounds_entries_activityCompliance"."entry_id" = "assessmentRounds_entries"."id"
            LEFT JOIN graph.debrief AS "assessmentRounds_entries_debrief" ON "assessmentRounds_entries_debrief"."entry_id" = "assessmentRounds_entries"."id"
            LEFT JOIN graph.assessment AS "assessmentRounds_entries_result" ON "assessmentRounds_entries_result"."entry_id" = "assessmentRounds_entries"."id" AND "assessmentRounds_entries_result"."is_current"
            LEFT JOIN graph.admonition_talk AS "assessmentRounds_entries_admonitionTalk" ON "assessmentRounds_entries_admonitionTalk"."entry_id" = "assessmentRounds_entries"."id"
          ) AS "page"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "assessmentRounds".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "assessmentRounds".*
          FROM graph.assessment_round AS "assessmentRounds"
          WHERE "assessmentRounds"."year" = $1
          ORDER BY "assessmentRounds"."id"
          LIMIT $4
        ) AS "assessmentRounds"
      ) AS "assessmentRounds"
      LEFT JOIN graph.assessment_scheme AS "assessmentRounds_scheme" ON "assessmentRounds_scheme"."id" = "assessmentRounds"."scheme_id"
    ) AS "page"
  ) AS "assessmentRounds"
