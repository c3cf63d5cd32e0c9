-- Grain: one branch per entry.
WITH changed AS (
    UPDATE graph.branch b SET
        status = l.status,
        status_since = CASE WHEN b.status = l.status THEN coalesce(l.status_since, b.status_since) ELSE coalesce(l.status_since, @IssuedOn::date) END,
        form = CASE WHEN takes_form.yes THEN l.form ELSE b.form END
    FROM roster_line l
    JOIN graph.branch before ON before.id = l.branch_id
    -- A form that only follows from the category moves with the category; any other was somebody's decision.
    CROSS JOIN LATERAL (SELECT l.form_stated OR (
        before.form IN ('BRANCH', 'FUNCTIONAL_BRANCH')
        AND EXISTS (SELECT FROM graph.branch_category_period p
                    WHERE p.branch_id = before.id AND upper_inf(p.valid_during) AND p.category <> l.category)) AS yes) takes_form
    WHERE b.id = l.branch_id AND NOT @IsSuperseded
      AND (b.status <> l.status
           OR l.status_since IS NOT NULL AND l.status_since IS DISTINCT FROM b.status_since
           OR takes_form.yes AND b.form <> l.form)
    RETURNING b.id
)
UPDATE roster_line l SET is_changed = true FROM changed WHERE changed.id = l.branch_id;

WITH added AS (
    INSERT INTO graph.branch (name, committee_id, form, status, status_since)
    SELECT l.name, @CommitteeId, l.form, l.status, l.status_since
    FROM roster_line l
    WHERE l.branch_id IS NULL
    ORDER BY l.position
    RETURNING id, name
)
UPDATE roster_line l SET branch_id = added.id, is_new = true FROM added WHERE added.name = l.name AND l.branch_id IS NULL;
