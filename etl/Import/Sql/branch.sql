-- Grain: one branch per entry.
WITH changed AS (
    UPDATE graph.branch b SET
        status = l.status,
        status_since = CASE WHEN b.status = l.status THEN coalesce(l.status_since, b.status_since) ELSE coalesce(l.status_since, @IssuedOn::date) END,
        form = CASE WHEN takes_form.yes THEN l.form ELSE b.form END,
        form_code = CASE WHEN takes_form.yes THEN l.form_code ELSE b.form_code END,
        form_name = CASE WHEN takes_form.yes THEN l.form_name ELSE b.form_name END,
        form_english_name = CASE WHEN takes_form.yes THEN l.form_english_name ELSE b.form_english_name END
    FROM roster_line l
    JOIN graph.branch before ON before.id = l.branch_id
    -- A form that only follows from the category moves with the category; any other was somebody's decision.
    CROSS JOIN LATERAL (SELECT l.form_stated OR (
        before.form IN ('BRANCH', 'FUNCTIONAL_BRANCH') AND before.form_code IS NULL
        AND EXISTS (SELECT FROM graph.branch_category_period p
                    WHERE p.branch_id = before.id AND upper_inf(p.valid_during) AND p.category <> l.category)) AS yes) takes_form
    WHERE b.id = l.branch_id AND NOT @IsSuperseded
      AND (b.status <> l.status
           OR l.status_since IS NOT NULL AND l.status_since IS DISTINCT FROM b.status_since
           OR takes_form.yes AND (b.form, b.form_code, b.form_name, b.form_english_name)
              IS DISTINCT FROM (l.form, l.form_code, l.form_name, l.form_english_name))
    RETURNING b.id
)
UPDATE roster_line l SET is_changed = true FROM changed WHERE changed.id = l.branch_id;

WITH added AS (
    INSERT INTO graph.branch (name, committee_id, form, form_code, form_name, form_english_name, status, status_since)
    SELECT l.name, @CommitteeId, l.form, l.form_code, l.form_name, l.form_english_name, l.status, l.status_since
    FROM roster_line l
    WHERE l.branch_id IS NULL
    ORDER BY l.position
    RETURNING id, name
)
UPDATE roster_line l SET branch_id = added.id, is_new = true FROM added WHERE added.name = l.name AND l.branch_id IS NULL;
