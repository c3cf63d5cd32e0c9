SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.leading_group_seat AS "leadingGroupSeats"
      LEFT JOIN graph.leading_group_composition AS "leadingGroupSeats_validTo" ON "leadingGroupSeats_validTo"."id" = "leadingGroupSeats"."composition_id"
      WHERE EXISTS (
        SELECT
        FROM graph.leading_group AS "leadingGroupSeats_leadingGroup"
        JOIN graph.leading_group_composition AS "leadingGroupSeats_leadingGroup_via1" ON "leadingGroupSeats_leadingGroup"."id" = "leadingGroupSeats_leadingGroup_via1"."leading_group_id"
        WHERE "leadingGroupSeats_leadingGroup_via1"."id" = "leadingGroupSeats"."composition_id" AND EXISTS (
          SELECT
          FROM graph.society AS "leadingGroupSeats_leadingGroup_society"
          JOIN graph.council_term AS "leadingGroupSeats_leadingGroup_society_via1" ON "leadingGroupSeats_leadingGroup_society"."id" = "leadingGroupSeats_leadingGroup_society_via1"."society_id"
          WHERE "leadingGroupSeats_leadingGroup_society_via1"."id" = "leadingGroupSeats_leadingGroup"."council_term_id" AND graph.text_grams("leadingGroupSeats_leadingGroup_society"."name") @> $1 AND "leadingGroupSeats_leadingGroup_society"."name" LIKE $2
        )
      ) AND "leadingGroupSeats_validTo"."valid_to" IS NULL
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "leadingGroupSeats"."page_row",
        '{"role":"' || "leadingGroupSeats"."role" || '","validFrom":' || coalesce('"' || "leadingGroupSeats_validFrom"."valid_from"::text || '"', 'null') || ',"validTo":' || coalesce('"' || "leadingGroupSeats_validFrom"."valid_to"::text || '"', 'null') || ',"person":{"reference":' || to_json("leadingGroupSeats_person"."person_ref")::text || '},"leadingGroup":{"society":{"name":' || to_json("leadingGroupSeats_leadingGroup_society"."name")::text || '}}}' AS "page_nodes"
      FROM (
        SELECT "leadingGroupSeats".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "leadingGroupSeats".*
          FROM graph.leading_group_seat AS "leadingGroupSeats"
          LEFT JOIN graph.leading_group_composition AS "leadingGroupSeats_validTo" ON "leadingGroupSeats_validTo"."id" = "leadingGroupSeats"."composition_id"
          WHERE EXISTS (
            SELECT
            FROM graph.leading_group AS "leadingGroupSeats_leadingGroup"
            JOIN graph.leading_group_composition AS "leadingGroupSeats_leadingGroup_via1" ON "leadingGroupSeats_leadingGroup"."id" = "leadingGroupSeats_leadingGroup_via1"."leading_group_id"
            WHERE "leadingGroupSeats_leadingGroup_via1"."id" = "leadingGroupSeats"."composition_id" AND EXISTS (
              SELECT
              FROM graph.society AS "leadingGroupSeats_leadingGroup_society"
              JOIN graph.council_term AS "leadingGroupSeats_leadingGroup_society_via1" ON "leadingGroupSeats_leadingGroup_society"."id" = "leadingGroupSeats_leadingGroup_society_via1"."society_id"
              WHERE "leadingGroupSeats_leadingGroup_society_via1"."id" = "leadingGroupSeats_leadingGroup"."council_term_id" AND graph.text_grams("leadingGroupSeats_leadingGroup_society"."name") @> $1 AND "leadingGroupSeats_leadingGroup_society"."name" LIKE $2
            )
          ) AND "leadingGroupSeats_validTo"."valid_to" IS NULL
          ORDER BY "leadingGroupSeats"."id"
          LIMIT $3
        ) AS "leadingGroupSeats"
      ) AS "leadingGroupSeats"
      LEFT JOIN graph.leading_group_composition AS "leadingGroupSeats_validFrom" ON "leadingGroupSeats_validFrom"."id" = "leadingGroupSeats"."composition_id"
      LEFT JOIN graph.person AS "leadingGroupSeats_person" ON "leadingGroupSeats_person"."id" = "leadingGroupSeats"."person_id"
      LEFT JOIN graph.leading_group AS "leadingGroupSeats_leadingGroup" ON "leadingGroupSeats_leadingGroup"."id" = "leadingGroupSeats_validFrom"."leading_group_id"
      LEFT JOIN graph.council_term AS "leadingGroupSeats_leadingGroup_society_via1" ON "leadingGroupSeats_leadingGroup_society_via1"."id" = "leadingGroupSeats_leadingGroup"."council_term_id"
      LEFT JOIN graph.society AS "leadingGroupSeats_leadingGroup_society" ON "leadingGroupSeats_leadingGroup_society"."id" = "leadingGroupSeats_leadingGroup_society_via1"."society_id"
    ) AS "page"
  ) AS "leadingGroupSeats",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.leading_group_meeting AS "leadingGroupMeetings"
      WHERE EXISTS (
        SELECT
        FROM graph.leading_group AS "leadingGroupMeetings_leadingGroup"
        WHERE "leadingGroupMeetings_leadingGroup"."id" = "leadingGroupMeetings"."leading_group_id" AND EXISTS (
          SELECT
          FROM graph.society AS "leadingGroupMeetings_leadingGroup_society"
          JOIN graph.council_term AS "leadingGroupMeetings_leadingGroup_society_via1" ON "leadingGroupMeetings_leadingGroup_society"."id" = "leadingGroupMeetings_leadingGroup_society_via1"."society_id"
          WHERE "leadingGroupMeetings_leadingGroup_society_via1"."id" = "leadingGroupMeetings_leadingGroup"."council_term_id" AND graph.text_grams("leadingGroupMeetings_leadingGroup_society"."name") @> $4 AND "leadingGroupMeetings_leadingGroup_society"."name" LIKE $5
        )
      )
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "leadingGroupMeetings"."page_row",
        '{"heldOn":"' || "leadingGroupMeetings"."held_on"::text || '","state":"' || "leadingGroupMeetings"."state" || '","leadingGroup":{"society":{"name":' || to_json("leadingGroupMeetings_leadingGroup_society"."name")::text || '}}}' AS "page_nodes"
      FROM (
        SELECT "leadingGroupMeetings".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "leadingGroupMeetings".*
          FROM graph.leading_group_meeting AS "leadingGroupMeetings"
          WHERE EXISTS (
            SELECT
            FROM graph.leading_group AS "leadingGroupMeetings_leadingGroup"
            WHERE "leadingGroupMeetings_leadingGroup"."id" = "leadingGroupMeetings"."leading_group_id" AND EXISTS (
              SELECT
              FROM graph.society AS "leadingGroupMeetings_leadingGroup_society"
              JOIN graph.council_term AS "leadingGroupMeetings_leadingGroup_society_via1" ON "leadingGroupMeetings_leadingGroup_society"."id" = "leadingGroupMeetings_leadingGroup_society_via1"."society_id"
              WHERE "leadingGroupMeetings_leadingGroup_society_via1"."id" = "leadingGroupMeetings_leadingGroup"."council_term_id" AND graph.text_grams("leadingGroupMeetings_leadingGroup_society"."name") @> $4 AND "leadingGroupMeetings_leadingGroup_society"."name" LIKE $5
            )
          )
          ORDER BY "leadingGroupMeetings"."held_on" DESC, "leadingGroupMeetings"."id" DESC
          LIMIT $6
        ) AS "leadingGroupMeetings"
      ) AS "leadingGroupMeetings"
      LEFT JOIN graph.leading_group AS "leadingGroupMeetings_leadingGroup" ON "leadingGroupMeetings_leadingGroup"."id" = "leadingGroupMeetings"."leading_group_id"
      LEFT JOIN graph.council_term AS "leadingGroupMeetings_leadingGroup_society_via1" ON "leadingGroupMeetings_leadingGroup_society_via1"."id" = "leadingGroupMeetings_leadingGroup"."council_term_id"
      LEFT JOIN graph.society AS "leadingGroupMeetings_leadingGroup_society" ON "leadingGroupMeetings_leadingGroup_society"."id" = "leadingGroupMeetings_leadingGroup_society_via1"."society_id"
    ) AS "page"
  ) AS "leadingGroupMeetings",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.applicant AS "applicants"
      WHERE EXISTS (
        SELECT
        FROM graph.branch AS "applicants_branch"
        WHERE "applicants_branch"."id" = "applicants"."branch_id" AND graph.text_grams("applicants_branch"."name") @> $7 AND "applicants_branch"."name" LIKE $8
      ) AND "applicants"."state" = $9
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"state":' || coalesce('"' || "applicants_groups"."key.state" || '"', 'null') || '},"count":' || "applicants_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "applicants_groups".*
          FROM (
            SELECT "applicants"."state" AS "key.state",
              count(*) AS "count"
            FROM graph.applicant AS "applicants"
            WHERE EXISTS (
              SELECT
              FROM graph.branch AS "applicants_branch"
              WHERE "applicants_branch"."id" = "applicants"."branch_id" AND graph.text_grams("applicants_branch"."name") @> $7 AND "applicants_branch"."name" LIKE $8
            ) AND "applicants"."state" = $9
            GROUP BY "applicants"."state"
          ) AS "applicants_groups"
          ORDER BY "applicants_groups"."key.state"
          LIMIT $10
        ) AS "applicants_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        "applicants"."page_row",
        '{"cultivatedSince":"' || "applicants"."cultivated_since"::text || '","person":{"reference":' || to_json("applicants_person"."person_ref")::text || '},"branch":{"name":' || to_json("applicants_branch"."name")::text || '}}' AS "page_nodes"
      FROM (
        SELECT "applicants".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "applicants".*
          FROM graph.applicant AS "applicants"
          WHERE EXISTS (
            SELECT
            FROM graph.branch AS "applicants_branch"
            WHERE "applicants_branch"."id" = "applicants"."branch_id" AND graph.text_grams("applicants_branch"."name") @> $7 AND "applicants_branch"."name" LIKE $8
          ) AND "applicants"."state" = $9
          ORDER BY "applicants"."id"
          LIMIT $11
        ) AS "applicants"
      ) AS "applicants"
      LEFT JOIN graph.person AS "applicants_person" ON "applicants_person"."id" = "applicants"."person_id"
      LEFT JOIN graph.branch AS "applicants_branch" ON "applicants_branch"."id" = "applicants"."branch_id"
    ) AS "page"
  ) AS "applicants",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.assessment_entry AS "assessmentEntries"
      WHERE EXISTS (
        SELECT
        FROM graph.assessment_round AS "assessmentEntries_round"
        WHERE "assessmentEntries_round"."id" = "assessmentEntries"."round_id" AND "assessmentEntries_round"."year" = $12
      ) AND EXISTS (
        SELECT
        FROM graph.branch AS "assessmentEntries_branch"
        WHERE "assessmentEntries_branch"."id" = "assessmentEntries"."branch_id" AND graph.text_grams("assessmentEntries_branch"."name") @> $13 AND "assessmentEntries_branch"."name" LIKE $14
      )
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"stage":' || coalesce('"' || "assessmentEntries_groups"."key.stage" || '"', 'null') || '},"count":' || "assessmentEntries_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "assessmentEntries_groups".*
          FROM (
            SELECT "assessmentEntries"."stage" AS "key.stage",
              count(*) AS "count"
            FROM graph.assessment_entry AS "assessmentEntries"
            WHERE EXISTS (
              SELECT
              FROM graph.assessment_round AS "assessmentEntries_round"
              WHERE "assessmentEntries_round"."id" = "assessmentEntries"."round_id" AND "assessmentEntries_round"."year" = $12
            ) AND EXISTS (
              SELECT
              FROM graph.branch AS "assessmentEntries_branch"
              WHERE "assessmentEntries_branch"."id" = "assessmentEntries"."branch_id" AND graph.text_grams("assessmentEntries_branch"."name") @> $13 AND "assessmentEntries_branch"."name" LIKE $14
            )
            GROUP BY "assessmentEntries"."stage"
          ) AS "assessmentEntries_groups"
          ORDER BY "assessmentEntries_groups"."key.stage"
          LIMIT $15
        ) AS "assessmentEntries_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        "assessmentEntries"."page_row",
        '{"year":' || "assessmentEntries"."year"::text || ',"stage":"' || "assessmentEntries"."stage" || '","branch":{"name":' || to_json("assessmentEntries_branch"."name")::text || '}}' AS "page_nodes"
      FROM (
        SELECT "assessmentEntries".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "assessmentEntries".*
          FROM graph.assessment_entry AS "assessmentEntries"
          WHERE EXISTS (
            SELECT
            FROM graph.assessment_round AS "assessmentEntries_round"
            WHERE "assessmentEntries_round"."id" = "assessmentEntries"."round_id" AND "assessmentEntries_round"."year" = $12
          ) AND EXISTS (
            SELECT
            FROM graph.branch AS "assessmentEntries_branch"
            WHERE "assessmentEntries_branch"."id" = "assessmentEntries"."branch_id" AND graph.text_grams("assessmentEntries_branch"."name") @> $13 AND "assessmentEntries_branch"."name" LIKE $14
          )
          ORDER BY "assessmentEntries"."id"
          LIMIT $16
        ) AS "assessmentEntries"
      ) AS "assessmentEntries"
      LEFT JOIN graph.branch AS "assessmentEntries_branch" ON "assessmentEntries_branch"."id" = "assessmentEntries"."branch_id"
    ) AS "page"
  ) AS "assessmentEntries",
  (
    SELECT '{"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"status":' || coalesce('"' || "assessmentRounds_groups"."key.status" || '"', 'null') || '},"count":' || "assessmentRounds_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "assessmentRounds_groups".*
          FROM (
            SELECT "assessmentRounds"."status" AS "key.status",
              count(*) AS "count"
            FROM graph.assessment_round AS "assessmentRounds"
            WHERE "assessmentRounds"."committee_id" = ANY ((SELECT graph.committees_within($17))::bigint[]) AND "assessmentRounds"."year" = $18
            GROUP BY "assessmentRounds"."status"
          ) AS "assessmentRounds_groups"
          ORDER BY "assessmentRounds_groups"."key.status"
          LIMIT $19
        ) AS "assessmentRounds_groups"
      ) AS "page"
    ) || '}'
  ) AS "assessmentRounds"
