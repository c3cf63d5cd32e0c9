-- Grain: one row per thing and key of the names of the committee: what differs only in width and blanks has one key. The number says of
-- how many things.
CREATE TEMP TABLE known_name ON COMMIT DROP AS
SELECT 'Branch' AS thing, graph.name_key(b.name) AS key, min(b.name) AS name, count(*)::int AS thing_count
FROM graph.branch b
WHERE b.committee_id = @CommitteeId
GROUP BY graph.name_key(b.name)
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
