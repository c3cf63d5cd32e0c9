SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.society AS "societies"
      WHERE graph.text_grams("societies"."name") @> $1 AND "societies"."name" LIKE $2
    ) || '}'
  ) AS "societies",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      WHERE ("branches"."name" LIKE $3) IS NOT TRUE AND graph.text_grams("branches"."name") @> $4 AND "branches"."name" LIKE $5 AND graph.text_grams("branches"."name") @> $6 AND "branches"."name" LIKE $7
    ) || '}'
  ) AS "branches",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.supporting_unit AS "supportingUnits"
      WHERE graph.text_grams("supportingUnits"."name") @> $8 AND "supportingUnits"."name" LIKE $9
    ) || '}'
  ) AS "supportingUnits"
