SELECT
  (
    SELECT '{"kind":"' || "assessmentChanged"."kind" || '","id":' || coalesce('"' || encode(('AssessmentEntry:' || "assessmentChanged"."changed_key")::bytea, 'base64') || '"', 'null') || ',"entry":' || CASE WHEN "assessmentChanged_entry"."id" IS NULL THEN 'null' ELSE '{"stage":"' || "assessmentChanged_entry"."stage" || '","branch":{"name":' || to_json("assessmentChanged_entry_branch"."name")::text || '}}' END || '}'
    FROM (SELECT $1::bigint AS "changed_key", $2::text AS "kind") AS "assessmentChanged"
    LEFT JOIN graph.assessment_entry AS "assessmentChanged_entry" ON "assessmentChanged_entry"."id" = "assessmentChanged"."changed_key"
    LEFT JOIN graph.branch AS "assessmentChanged_entry_branch" ON "assessmentChanged_entry_branch"."id" = "assessmentChanged_entry"."branch_id"
  ) AS "assessmentChanged"
