-- Grain: one row per problem of a row of the sheet; field is the key of its column. Gone at the end of the transaction.
CREATE TEMP TABLE sheet_problem (
    position int NOT NULL,
    field text,
    code text NOT NULL,
    value text NOT NULL DEFAULT '',
    other int,
    is_notice boolean NOT NULL DEFAULT false
) ON COMMIT DROP;

-- Grain: one row per name under which the committee's societies are known. A name goes before a code, a code before an alias.
CREATE TEMP TABLE known_society ON COMMIT DROP AS
SELECT reference, min(society_id) AS society_id, count(DISTINCT society_id)::int AS society_count
FROM (
    SELECT reference, society_id, rank() OVER (PARTITION BY reference ORDER BY precedence) AS place
    FROM (
        SELECT s.name AS reference, s.id AS society_id, 1 AS precedence FROM graph.society s WHERE s.committee_id = @CommitteeId
        UNION ALL
        SELECT s.credit_code, s.id, 2 FROM graph.society s WHERE s.committee_id = @CommitteeId AND s.credit_code IS NOT NULL
        UNION ALL
        SELECT a.alias, s.id, 3 FROM graph.society_alias a JOIN graph.society s ON s.id = a.society_id WHERE s.committee_id = @CommitteeId
    ) named
) ranked
WHERE place = 1
GROUP BY reference;
CREATE INDEX ON known_society (reference);
ANALYZE known_society;
