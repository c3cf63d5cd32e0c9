SELECT
  (
    SELECT '{"evidenceKinds":' || (
      SELECT '[' || coalesce(string_agg('{"code":' || to_json("committee_evidenceKinds"."code")::text || ',"ruleSet":' || to_json("committee_evidenceKinds"."rule_set_code")::text || ',"name":' || to_json("committee_evidenceKinds"."name")::text || ',"englishName":' || to_json("committee_evidenceKinds"."english_name")::text || ',"subjectKind":"' || "committee_evidenceKinds"."subject_kind" || '","nature":"' || "committee_evidenceKinds"."nature" || '","clause":' || to_json("committee_evidenceKinds"."clause")::text || ',"indicator":' || coalesce(to_json("committee_evidenceKinds"."indicator")::text, 'null') || ',"assessmentItem":' || coalesce(to_json("committee_evidenceKinds"."assessment_item")::text, 'null') || ',"everyMonths":' || coalesce("committee_evidenceKinds"."every_months"::text, 'null') || ',"target":' || coalesce("committee_evidenceKinds"."target"::text, 'null') || ',"fields":' || (
        SELECT '[' || coalesce(string_agg('{"name":' || to_json("committee_evidenceKinds_fields"."name")::text || ',"label":' || to_json("committee_evidenceKinds_fields"."label")::text || ',"englishLabel":' || to_json("committee_evidenceKinds_fields"."english_label")::text || ',"type":"' || "committee_evidenceKinds_fields"."type" || '","isRequired":' || "committee_evidenceKinds_fields"."is_required"::text || ',"minimum":' || coalesce("committee_evidenceKinds_fields"."minimum"::text, 'null') || ',"maximum":' || coalesce("committee_evidenceKinds_fields"."maximum"::text, 'null') || ',"choices":' || (
          SELECT '[' || coalesce(string_agg('{"code":' || to_json("committee_evidenceKinds_fields_choices"."code")::text || ',"label":' || to_json("committee_evidenceKinds_fields_choices"."label")::text || '}', ','), '') || ']'
          FROM (
            SELECT "committee_evidenceKinds_fields_choices".*
            FROM graph.evidence_kind_choice AS "committee_evidenceKinds_fields_choices"
            WHERE "committee_evidenceKinds_fields_choices"."field_id" = "committee_evidenceKinds_fields"."id"
            ORDER BY "committee_evidenceKinds_fields_choices"."position"
          ) AS "committee_evidenceKinds_fields_choices"
        ) || '}', ','), '') || ']'
        FROM (
          SELECT "committee_evidenceKinds_fields".*
          FROM graph.evidence_kind_field AS "committee_evidenceKinds_fields"
          WHERE "committee_evidenceKinds_fields"."definition_id" = "committee_evidenceKinds"."id"
          ORDER BY "committee_evidenceKinds_fields"."position"
        ) AS "committee_evidenceKinds_fields"
      ) || '}', ','), '') || ']'
      FROM (
        SELECT "committee_evidenceKinds".*
        FROM graph.evidence_kind AS "committee_evidenceKinds"
        JOIN graph.committee_evidence_kind AS "committee_evidenceKinds_via1" ON "committee_evidenceKinds"."id" = "committee_evidenceKinds_via1"."definition_id"
        WHERE "committee_evidenceKinds_via1"."committee_id" = "committee"."id" AND ("committee_evidenceKinds_via1"."valid_during" @> $1) IS TRUE
        ORDER BY "committee_evidenceKinds"."position", "committee_evidenceKinds"."code"
      ) AS "committee_evidenceKinds"
    ) || '}'
    FROM graph.committee AS "committee"
    WHERE "committee"."id" = $2
  ) AS "committee"
