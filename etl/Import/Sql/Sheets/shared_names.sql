-- Grain: one row per thing and key of the names of the committee: what differs only in width and blanks has one key. The number says of
-- how many things. A name goes before an alias.
CREATE TEMP TABLE known_name ON COMMIT DROP AS
SELECT 'Branch' AS thing, named.key, min(named.name) AS name, count(DISTINCT named.id)::int AS thing_count
FROM (
    SELECT known.key, known.name, known.id, rank() OVER (PARTITION BY known.key ORDER BY known.precedence) AS place
    FROM (
        SELECT graph.name_key(b.name) AS key, b.name, b.id, 1 AS precedence FROM graph.branch b WHERE b.committee_id = @CommitteeId
        UNION ALL
        SELECT graph.name_key(a.alias), b.name, b.id, 2 FROM graph.branch_alias a JOIN graph.branch b ON b.id = a.branch_id WHERE b.committee_id = @CommitteeId
    ) known
) named
WHERE named.place = 1
GROUP BY named.key
UNION ALL
SELECT 'Society', graph.name_key(k.reference), min(k.reference), greatest(count(DISTINCT k.society_id), max(k.society_count))::int
FROM known_society k
GROUP BY graph.name_key(k.reference);
CREATE UNIQUE INDEX ON known_name (thing, key);
ANALYZE known_name;

-- Grain: one row per thing and name to the letter.
CREATE TEMP TABLE known_letter ON COMMIT DROP AS
SELECT 'Branch' AS thing, b.name FROM graph.branch b WHERE b.committee_id = @CommitteeId
UNION ALL
SELECT 'Society', k.reference FROM known_society k;
CREATE INDEX ON known_letter (thing, name);
ANALYZE known_letter;
