SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      WHERE "branches"."status_since" >= $1 AND "branches"."status_since" < $2 AND EXISTS (
        SELECT
        FROM graph.branch_category_period AS "branches_categoryHistory"
        WHERE "branches_categoryHistory"."branch_id" = "branches"."id" AND "branches_categoryHistory"."valid_from" <= $3 AND "branches_categoryHistory"."valid_to" > $4
      ) AND EXISTS (
        SELECT
        FROM graph.assessment AS "branches_assessments"
        WHERE "branches_assessments"."branch_id" = "branches"."id" AND "branches_assessments"."is_current" AND "branches_assessments"."total_score" >= $5 AND "branches_assessments"."total_score" < $6
      )
    ) || '}'
  ) AS "branches"
