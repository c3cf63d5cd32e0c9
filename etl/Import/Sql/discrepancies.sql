-- Grain: one row per thing that does not add up, in the order of a report.
INSERT INTO roster_discrepancy (code, subject, stated, listed, message, position)
SELECT 'COUNT_DIFFERS', s.category, s.stated, n.listed,
       format('category %s: stated %s, listed %s, %s', s.category, s.stated, n.listed,
              CASE WHEN s.stated > n.listed THEN format('%s missing', s.stated - n.listed)
                   ELSE format('%s more than stated', n.listed - s.stated) END),
       ascii(s.category)
FROM roster_stated s
CROSS JOIN LATERAL (SELECT count(*)::int AS listed FROM roster_line l WHERE l.category = s.category) n
WHERE s.stated <> n.listed;

INSERT INTO roster_discrepancy (code, subject, message, position)
SELECT 'KIND_NOT_STATED', ls.name, format('society %s: the name does not state its kind', ls.name), 1000 + min(ls.position)
FROM roster_line_society ls
WHERE ls.kind IS NULL
GROUP BY ls.name;

-- A list of the past says nothing about the branches of today.
INSERT INTO roster_discrepancy (code, subject, message, position)
SELECT 'NOT_LISTED', b.name, format('branch %s: established, but not in the list', b.name), 1000000 + row_number() OVER (ORDER BY b.id)
FROM graph.branch b
WHERE b.committee_id = @CommitteeId AND b.status = 'ESTABLISHED' AND NOT @IsSuperseded
  AND NOT EXISTS (SELECT FROM roster_line l WHERE l.branch_id = b.id);
