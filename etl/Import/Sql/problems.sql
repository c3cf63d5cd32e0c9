-- Grain: one row per entry and reason why the list cannot be imported. No row: it can.
WITH known AS (
    SELECT l.*, b.status AS status_before, b.status_since AS since_before,
           coalesce(l.status_since, @IssuedOn::date) AS since_after
    FROM roster_line l JOIN graph.branch b ON b.id = l.branch_id
),
problem (code, line, name, before, after, other_line) AS (
    SELECT 'ALIAS_AMBIGUOUS', l.line, ls.name, NULL, NULL, NULL::int
    FROM roster_line l JOIN roster_line_society ls USING (position)
    WHERE l.needs_society AND ls.alias_count > 1

    UNION ALL
    SELECT 'SAME_BRANCH', k.line, k.name, NULL, NULL, first.line
    FROM known k
    JOIN LATERAL (SELECT o.line FROM known o WHERE o.branch_id = k.branch_id AND o.position < k.position ORDER BY o.position LIMIT 1) first ON true

    -- Two new ones whose names differ only in width and blanks.
    UNION ALL
    SELECT 'SAME_BRANCH', l.line, l.name, NULL, NULL, min(o.line)
    FROM roster_line l JOIN roster_line o ON o.branch_id IS NULL AND o.position < l.position AND graph.name_key(o.name) = graph.name_key(l.name)
    WHERE l.branch_id IS NULL
    GROUP BY l.line, l.name

    UNION ALL
    SELECT 'SAME_DAY_DIFFERS', k.line, k.name, p.category, k.category, NULL
    FROM known k
    JOIN graph.branch_category_period p ON p.branch_id = k.branch_id AND lower(p.valid_during) = @IssuedOn::date
    WHERE p.category <> k.category AND p.policy_document_id IS DISTINCT FROM @DocumentId

    UNION ALL
    SELECT 'STATUS_TOO_EARLY', k.line, k.name, k.since_before::text, k.since_after::text, NULL
    FROM known k
    WHERE NOT @IsSuperseded AND k.status <> k.status_before AND k.since_after < k.since_before

    UNION ALL
    SELECT 'STATUS_TOO_EARLY', k.line, k.name, past.ended::text, k.status_since::text, NULL
    FROM known k
    JOIN LATERAL (
        SELECT max(upper(sp.valid_during)) AS ended
        FROM graph.branch_status_period sp
        WHERE sp.branch_id = k.branch_id AND NOT upper_inf(sp.valid_during) AND NOT isempty(sp.valid_during)
    ) past ON true
    WHERE NOT @IsSuperseded AND k.status = k.status_before AND k.status_since < past.ended
)
SELECT code, line, name, before, after, other_line AS "OtherLine" FROM problem ORDER BY line, code LIMIT @ProblemsMax;
