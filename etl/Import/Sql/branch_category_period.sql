-- Grain: one row per branch and time in a category.
-- A dated list speaks from its day of issue to the next known change; an undated one for a branch without any history.
INSERT INTO category_change (branch_id, category, action, period_id, period_before, valid_during)
SELECT l.branch_id, l.category,
       CASE WHEN p.id IS NULL THEN 'ADD'
            WHEN p.category = l.category THEN 'DATE'
            WHEN lower(p.valid_during) = @IssuedOn::date THEN 'CORRECT'
            ELSE 'SPLIT' END,
       p.id, p.valid_during,
       daterange(@IssuedOn::date, CASE WHEN p.id IS NULL THEN later.starts ELSE upper(p.valid_during) END)
FROM roster_line l
LEFT JOIN graph.branch_category_period p ON p.branch_id = l.branch_id
    AND CASE WHEN @IssuedOn::date IS NULL THEN upper_inf(p.valid_during) ELSE p.valid_during @> @IssuedOn::date END
CROSS JOIN LATERAL (
    SELECT min(lower(n.valid_during)) AS starts
    FROM graph.branch_category_period n
    WHERE n.branch_id = l.branch_id AND lower(n.valid_during) > @IssuedOn::date
) later
WHERE (p.id IS NULL
       OR p.category <> l.category
       -- The same document, dated since: its period begins on that day.
       OR lower_inf(p.valid_during) AND @IssuedOn::date IS NOT NULL AND p.policy_document_id = @DocumentId)
  AND NOT (@IssuedOn::date IS NULL AND EXISTS (
      SELECT FROM graph.branch_category_period own
      WHERE own.branch_id = l.branch_id AND own.policy_document_id = @DocumentId AND own.category = l.category));

UPDATE graph.branch_category_period p SET
    category = CASE c.action WHEN 'CORRECT' THEN c.category ELSE p.category END,
    valid_during = CASE c.action WHEN 'DATE' THEN c.valid_during
                                 WHEN 'SPLIT' THEN daterange(lower(c.period_before), @IssuedOn::date)
                                 ELSE p.valid_during END
FROM category_change c
WHERE p.id = c.period_id;

INSERT INTO graph.branch_category_period (branch_id, category, valid_during, policy_document_id)
SELECT c.branch_id, c.category, c.valid_during, @DocumentId
FROM category_change c JOIN roster_line l USING (branch_id)
WHERE c.action IN ('ADD', 'SPLIT')
ORDER BY l.position;

UPDATE roster_line l SET is_changed = true FROM category_change c WHERE c.branch_id = l.branch_id;
