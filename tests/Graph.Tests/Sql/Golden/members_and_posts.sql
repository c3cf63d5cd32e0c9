WITH "sent_page" AS MATERIALIZED (
  SELECT
    "branches"."page_row",
    "branches"."id" AS "sent_parent",
    '{"secretary":' || CASE WHEN "branches_secretary@"."id" IS NULL THEN 'null' ELSE '{"post":"' || "branches_secretary@"."post" || '","person":{"reference":' || to_json("branches_secretary@_person"."person_ref")::text || '},"validFrom":' || coalesce('"' || "branches_secretary@"."valid_from"::text || '"', 'null') || '}' END || ',"appointments":' || (
      SELECT '[' || coalesce(string_agg('{"post":"' || "branches_appointments"."post" || '","person":{"reference":' || to_json("branches_appointments_person"."person_ref")::text || ',"member":' || CASE WHEN "branches_appointments_person_member"."id" IS NULL THEN 'null' ELSE '{"status":"' || "branches_appointments_person_member"."status" || '"}' END || '}}', ',' ORDER BY "branches_appointments"."valid_from" DESC NULLS LAST, "branches_appointments"."id"), '') || ']'
      FROM graph.appointment AS "branches_appointments"
      LEFT JOIN graph.person AS "branches_appointments_person" ON "branches_appointments_person"."id" = "branches_appointments"."person_id"
      LEFT JOIN graph.member AS "branches_appointments_person_member" ON "branches_appointments_person_member"."person_id" = "branches_appointments_person"."id"
      WHERE "branches_appointments"."branch_id" = "branches"."id" AND ("branches_appointments"."valid_during" @> $1) IS TRUE
    ) || ',"crossAppointments":' || (
      SELECT '[' || coalesce(string_agg('{"branchPost":"' || "branches_crossAppointments"."branch_post" || '","councilPost":"' || "branches_crossAppointments"."council_post" || '","society":{"name":' || to_json("branches_crossAppointments_society"."name")::text || '}}', ',' ORDER BY "branches_crossAppointments"."valid_from" DESC NULLS LAST, "branches_crossAppointments"."person_id"), '') || ']'
      FROM graph.cross_appointment AS "branches_crossAppointments"
      LEFT JOIN graph.society AS "branches_crossAppointments_society" ON "branches_crossAppointments_society"."id" = "branches_crossAppointments"."society_id"
      WHERE "branches_crossAppointments"."branch_id" = "branches"."id" AND ("branches_crossAppointments"."valid_during" @> $2) IS TRUE
    ) || ',"applicants":' || E'\x01' || "branches"."page_row" || E'\x01' || ',"dues":' || (
      SELECT '[' || coalesce(string_agg('{"year":' || "branches_dues"."year"::text || ',"quarter":' || "branches_dues"."quarter"::text || ',"payerCount":' || "branches_dues"."payer_count"::text || ',"amount":' || "branches_dues"."amount"::text || '}', ','), '') || ']'
      FROM (
        SELECT "branches_dues".*
        FROM graph.branch_dues AS "branches_dues"
        WHERE "branches_dues"."branch_id" = "branches"."id"
        ORDER BY "branches_dues"."year" DESC, "branches_dues"."quarter" DESC
      ) AS "branches_dues"
    ) || ',"guests":' || (
      SELECT '[' || coalesce(string_agg('{"person":{"reference":' || to_json("branches_guests_person"."person_ref")::text || '}}', ',' ORDER BY "branches_guests"."id"), '') || ']'
      FROM graph.member_on($3) AS "branches_guests"
      JOIN graph.organization_life AS "branches_guests_via1" ON "branches_guests"."id" = "branches_guests_via1"."member_id"
      LEFT JOIN graph.person AS "branches_guests_person" ON "branches_guests_person"."id" = "branches_guests"."person_id"
      WHERE "branches_guests_via1"."branch_id" = "branches"."id" AND ("branches_guests_via1"."valid_during" @> $4) IS TRUE
    ) || ',"members":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
      FROM (
        SELECT
          "branches_members"."page_row",
          '{"person":{"reference":' || to_json("branches_members_person"."person_ref")::text || '},"statusSince":' || coalesce('"' || "branches_members"."status_since"::text || '"', 'null') || ',"affiliation":' || CASE WHEN "branches_members_affiliation@"."member_id" IS NULL THEN 'null' ELSE '{"branch":' || CASE WHEN "branches_members_affiliation@_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_members_affiliation@_branch"."name")::text || '}' END || ',"supportingUnit":' || CASE WHEN "branches_members_affiliation@_supportingUnit"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_members_affiliation@_supportingUnit"."name")::text || '}' END || ',"place":' || coalesce(to_json("branches_members_affiliation@"."place")::text, 'null') || ',"validFrom":' || coalesce('"' || "branches_members_affiliation@"."valid_from"::text || '"', 'null') || '}' END || ',"affiliationHistory":' || (
            SELECT '[' || coalesce(string_agg('{"place":' || coalesce(to_json("branches_members_affiliationHistory"."place")::text, 'null') || ',"validFrom":' || coalesce('"' || "branches_members_affiliationHistory"."valid_from"::text || '"', 'null') || ',"validTo":' || coalesce('"' || "branches_members_affiliationHistory"."valid_to"::text || '"', 'null') || '}', ','), '') || ']'
            FROM (
              SELECT "branches_members_affiliationHistory".*
              FROM graph.affiliation AS "branches_members_affiliationHistory"
              WHERE "branches_members_affiliationHistory"."member_id" = "branches_members"."id"
              ORDER BY "branches_members_affiliationHistory"."valid_from" DESC NULLS LAST
            ) AS "branches_members_affiliationHistory"
          ) || ',"transfers":' || (
            SELECT '[' || coalesce(string_agg('{"state":"' || "branches_members_transfers"."state" || '","fromPlace":' || coalesce(to_json("branches_members_transfers"."from_place")::text, 'null') || ',"toBranch":' || CASE WHEN "branches_members_transfers_toBranch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_members_transfers_toBranch"."name")::text || '}' END || ',"closedOn":' || coalesce('"' || "branches_members_transfers"."closed_on"::text || '"', 'null') || '}', ',' ORDER BY "branches_members_transfers"."id" DESC), '') || ']'
            FROM graph.affiliation_transfer AS "branches_members_transfers"
            LEFT JOIN graph.branch AS "branches_members_transfers_toBranch" ON "branches_members_transfers_toBranch"."id" = "branches_members_transfers"."to_branch_id"
            WHERE "branches_members_transfers"."member_id" = "branches_members"."id"
          ) || ',"organizationLives":' || (
            SELECT '[' || coalesce(string_agg('{"branch":{"name":' || to_json("branches_members_organizationLives_branch"."name")::text || '},"validFrom":' || coalesce('"' || "branches_members_organizationLives"."valid_from"::text || '"', 'null') || ',"validTo":' || coalesce('"' || "branches_members_organizationLives"."valid_to"::text || '"', 'null') || '}', ',' ORDER BY "branches_members_organizationLives"."valid_from" DESC NULLS LAST), '') || ']'
            FROM graph.organization_life AS "branches_members_organizationLives"
            LEFT JOIN graph.branch AS "branches_members_organizationLives_branch" ON "branches_members_organizationLives_branch"."id" = "branches_members_organizationLives"."branch_id"
            WHERE "branches_members_organizationLives"."member_id" = "branches_members"."id"
          ) || ',"statusHistory":' || (
            SELECT '[' || coalesce(string_agg('{"status":"' || "branches_members_statusHistory"."status" || '","validFrom":' || coalesce('"' || "branches_members_statusHistory"."valid_from"::text || '"', 'null') || ',"validTo":' || coalesce('"' || "branches_members_statusHistory"."valid_to"::text || '"', 'null') || '}', ','), '') || ']'
            FROM (
              SELECT "branches_members_statusHistory".*
              FROM graph.member_status_history AS "branches_members_statusHistory"
              WHERE "branches_members_statusHistory"."member_id" = "branches_members"."id"
              ORDER BY "branches_members_statusHistory"."valid_from" DESC NULLS LAST
            ) AS "branches_members_statusHistory"
          ) || '}' AS "page_nodes"
        FROM (
          SELECT "branches_members".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "branches_members".*
            FROM graph.member AS "branches_members"
            WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present"
            ORDER BY "branches_members"."id"
            LIMIT $5
          ) AS "branches_members"
        ) AS "branches_members"
        LEFT JOIN graph.person AS "branches_members_person" ON "branches_members_person"."id" = "branches_members"."person_id"
        LEFT JOIN graph.affiliation AS "branches_members_affiliation@" ON "branches_members_affiliation@"."member_id" = "branches_members"."id" AND ("branches_members_affiliation@"."valid_during" @> $6) IS TRUE
        LEFT JOIN graph.branch AS "branches_members_affiliation@_branch" ON "branches_members_affiliation@_branch"."id" = "branches_members_affiliation@"."branch_id"
        LEFT JOIN graph.supporting_unit AS "branches_members_affiliation@_supportingUnit" ON "branches_members_affiliation@_supportingUnit"."id" = "branches_members_affiliation@"."supporting_unit_id"
      ) AS "page"
    ) || ',"society":' || CASE WHEN "branches_society"."id" IS NULL THEN 'null' ELSE '{"councilTerm":' || CASE WHEN "branches_society_councilTerm@"."id" IS NULL THEN 'null' ELSE '{"termNumber":' || "branches_society_councilTerm@"."term_number"::text || ',"startedOn":"' || "branches_society_councilTerm@"."started_on"::text || '","endsOn":"' || "branches_society_councilTerm@"."ends_on"::text || '","appointments":' || (
      SELECT '[' || coalesce(string_agg('{"post":"' || "branches_society_councilTerm@_appointments"."post" || '","person":{"reference":' || to_json("branches_society_councilTerm@_appointments_person"."person_ref")::text || '}}', ',' ORDER BY "branches_society_councilTerm@_appointments"."valid_from" DESC NULLS LAST), '') || ']'
      FROM graph.appointment AS "branches_society_councilTerm@_appointments"
      LEFT JOIN graph.person AS "branches_society_councilTerm@_appointments_person" ON "branches_society_councilTerm@_appointments_person"."id" = "branches_society_councilTerm@_appointments"."person_id"
      WHERE "branches_society_councilTerm@_appointments"."council_term_id" = "branches_society_councilTerm@"."id"
    ) || '}' END || ',"councilTerms":' || (
      SELECT '[' || coalesce(string_agg('{"termNumber":' || "branches_society_councilTerms"."term_number"::text || '}', ','), '') || ']'
      FROM (
        SELECT "branches_society_councilTerms".*
        FROM graph.council_term AS "branches_society_councilTerms"
        WHERE "branches_society_councilTerms"."society_id" = "branches_society"."id"
        ORDER BY "branches_society_councilTerms"."started_on" DESC
      ) AS "branches_society_councilTerms"
    ) || ',"officers":' || (
      SELECT '[' || coalesce(string_agg('{"post":"' || "branches_society_officers"."post" || '"}', ','), '') || ']'
      FROM (
        SELECT "branches_society_officers".*
        FROM graph.appointment AS "branches_society_officers"
        WHERE "branches_society_officers"."society_id" = "branches_society"."id" AND ("branches_society_officers"."valid_during" @> $7) IS TRUE
        ORDER BY "branches_society_officers"."valid_from" DESC NULLS LAST, "branches_society_officers"."id"
      ) AS "branches_society_officers"
    ) || '}' END || '}' AS "page_nodes"
  FROM (
    SELECT "branches".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "branches".*
      FROM graph.branch AS "branches"
      LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
      WHERE coalesce("branches_category"."category", 'UNCLASSIFIED') = $8 AND "branches"."status" = $9
      ORDER BY "branches"."id"
      LIMIT $10
    ) AS "branches"
  ) AS "branches"
  LEFT JOIN graph.branch_secretary AS "branches_secretary@" ON "branches_secretary@"."branch_id" = "branches"."id" AND ("branches_secretary@"."valid_during" @> $11) IS TRUE
  LEFT JOIN graph.person AS "branches_secretary@_person" ON "branches_secretary@_person"."id" = "branches_secretary@"."person_id"
  LEFT JOIN graph.branch_society AS "branches_society_via1" ON "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead"
  LEFT JOIN graph.society AS "branches_society" ON "branches_society"."id" = "branches_society_via1"."society_id"
  LEFT JOIN graph.council_term AS "branches_society_councilTerm@" ON "branches_society_councilTerm@"."society_id" = "branches_society"."id" AND ("branches_society_councilTerm@"."term_during" @> $12) IS TRUE
)
SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM "sent_page" AS "page"
  ) AS "branches",
  NULL::bigint AS "page_row", NULL::text AS "sent_1", NULL::text AS "sent_2", NULL::text AS "sent_3"
UNION ALL
SELECT NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "branches_applicants"."state" AS "sent_1", '"' || "branches_applicants"."cultivated_since"::text || '"' AS "sent_2", coalesce('"' || "branches_applicants"."closed_on"::text || '"', 'null') AS "sent_3"
  FROM graph.applicant AS "branches_applicants"
  WHERE "branches_applicants"."branch_id" = "sent_page"."sent_parent"
  ORDER BY "branches_applicants"."id" DESC
) AS "sent_rows"
