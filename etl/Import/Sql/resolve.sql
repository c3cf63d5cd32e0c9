-- Finds the branches and societies that the graph has already.
ANALYZE roster_line;
ANALYZE roster_line_society;

UPDATE roster_line l SET branch_id = b.id
FROM graph.branch b
WHERE b.committee_id = @CommitteeId AND b.name = l.name;

UPDATE roster_line_society ls SET society_id = s.id
FROM graph.society s
WHERE s.committee_id = @CommitteeId AND s.name = ls.name;

-- What differs from a known name only in width and blanks is what has that name, if just one has.
UPDATE roster_line l SET branch_id = found.id
FROM (
    SELECT graph.name_key(b.name) AS key, min(b.id) AS id FROM graph.branch b WHERE b.committee_id = @CommitteeId
    GROUP BY graph.name_key(b.name) HAVING count(*) = 1
) found
WHERE l.branch_id IS NULL AND found.key = graph.name_key(l.name);

-- A list goes on to use the name that a branch had.
UPDATE roster_line l SET branch_id = found.id
FROM (
    SELECT graph.name_key(a.alias) AS key, min(b.id) AS id
    FROM graph.branch_alias a JOIN graph.branch b ON b.id = a.branch_id WHERE b.committee_id = @CommitteeId
    GROUP BY graph.name_key(a.alias) HAVING count(DISTINCT b.id) = 1
) found
WHERE l.branch_id IS NULL AND found.key = graph.name_key(l.name)
    AND NOT EXISTS (SELECT FROM roster_line o WHERE o.branch_id = found.id);

UPDATE roster_line_society ls SET society_id = found.id
FROM (
    SELECT graph.name_key(s.name) AS key, min(s.id) AS id FROM graph.society s WHERE s.committee_id = @CommitteeId
    GROUP BY graph.name_key(s.name) HAVING count(*) = 1
) found
WHERE ls.society_id IS NULL AND found.key = graph.name_key(ls.name);

UPDATE roster_line_society ls SET society_id = found.society_id, by_alias = true, alias_count = found.alias_count
FROM (
    SELECT graph.name_key(a.alias) AS key, min(s.id) AS society_id, count(DISTINCT s.id)::int AS alias_count
    FROM graph.society_alias a JOIN graph.society s ON s.id = a.society_id
    WHERE s.committee_id = @CommitteeId
    GROUP BY graph.name_key(a.alias)
) found
WHERE ls.society_id IS NULL AND found.key = graph.name_key(ls.name);

-- A name that is new but for a society known by an alias means that society's branch, if it has just one.
UPDATE roster_line l SET branch_id = found.branch_id
FROM (
    SELECT ls.position, min(b.id) AS branch_id
    FROM roster_line_society ls
    JOIN graph.branch_society bs ON bs.society_id = ls.society_id AND bs.is_lead
    JOIN graph.branch b ON b.id = bs.branch_id AND b.committee_id = @CommitteeId AND b.status <> 'DISSOLVED'
    WHERE ls.by_alias AND ls.alias_count = 1
    GROUP BY ls.position
    HAVING count(*) = 1
) found
WHERE found.position = l.position AND l.branch_id IS NULL AND NOT l.society_stated;

-- What a branch stands for is known once; a name derived from the branch's does not replace it.
UPDATE roster_line l SET needs_society = false
WHERE NOT l.society_stated AND EXISTS (SELECT FROM graph.branch_society bs WHERE bs.branch_id = l.branch_id);
