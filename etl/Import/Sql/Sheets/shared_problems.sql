-- Grain: one row per problem or notice, in the order of the file.
SELECT position AS "Position", field AS "Field", code AS "Code", value AS "Value", other AS "Other", is_notice AS "IsNotice"
FROM sheet_problem
ORDER BY is_notice, position, field, code
LIMIT 100000;
