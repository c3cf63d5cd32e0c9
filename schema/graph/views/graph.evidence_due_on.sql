-- Nothing is kept of a period: what a kind with a cadence asks for is read off the kind, its subjects and their records.
-- The definition in effect on the last day of a period decides what it asks for, as in a year's plan of duties.
CREATE OR REPLACE FUNCTION graph.evidence_due_on(day date)
RETURNS TABLE (reference text, kind text, title text, title_en text, subject_kind text, committee_id bigint, branch_id bigint, society_id bigint,
    leading_group_id bigint, period text, begins_on date, due_on date, target numeric, progress numeric, lacking numeric, done_on date, state text,
    clause text, definition_id text)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH asked AS MATERIALIZED (
        SELECT c.committee_id, k.id AS definition_id, k.code, k.name, k.english_name, k.subject_kind, k.every_months, k.target, k.target_field,
               k.grace_days, k.year_field, k.cadence_clause, p.period, p.begins_on, (p.begins_on + make_interval(months => k.every_months))::date AS ends_on
        FROM graph.evidence_kind AS k
        JOIN graph.committee_evidence_kind AS c ON c.definition_id = k.id
        CROSS JOIN LATERAL (
            SELECT i AS period, make_date(i * k.every_months / 12, i * k.every_months % 12 + 1, 1) AS begins_on
            -- From the period of last year's January to the one of the day: what is older is history and not work to do. Nothing is due before 1900 or after 2999,
            -- and of infinity there is no year.
            FROM (SELECT greatest(least(evidence_due_on.day, DATE '2999-12-31'), DATE '1900-01-01') AS day) AS d
            CROSS JOIN generate_series((extract(year FROM d.day)::int - 1) * 12 / k.every_months,
                (extract(year FROM d.day)::int * 12 + extract(month FROM d.day)::int - 1) / k.every_months) AS i
        ) AS p
        WHERE k.every_months IS NOT NULL AND c.valid_during @> ((p.begins_on + make_interval(months => k.every_months))::date - 1)
          AND (lower_inf(c.valid_during) OR lower(c.valid_during) <= day)
    ), owed AS (
        SELECT a.*, s.subject_id, s.society_id, s.during @> day AS is_there
        FROM asked AS a
        JOIN graph.evidence_subject AS s ON s.subject_kind = a.subject_kind AND s.committee_id = a.committee_id
        -- Whose first day lies within a period owes from the next one on.
        WHERE s.during @> a.begins_on
    ), deed AS (
        SELECT o.definition_id, o.subject_id, o.period, o.target, r.held_on, sum(r.amount) OVER (PARTITION BY o.definition_id, o.subject_id, o.period
            ORDER BY r.held_on, r.evidence_record_id) AS so_far
        FROM owed AS o
        JOIN graph.evidence_deed AS r ON r.definition_id = o.definition_id AND r.subject_kind = o.subject_kind AND r.subject_id = o.subject_id
        WHERE r.held_on <= day
          AND CASE WHEN o.year_field IS NULL THEN r.held_on >= o.begins_on AND r.held_on < o.ends_on ELSE r.year = extract(year FROM o.begins_on) END
    ), done AS (
        SELECT definition_id, subject_id, period, max(so_far) AS progress, min(held_on) FILTER (WHERE so_far >= target) AS done_on
        FROM deed GROUP BY definition_id, subject_id, period
    )
    SELECT concat_ws('/', o.subject_kind, o.subject_id, o.code, to_char(o.begins_on, 'YYYY-MM')), o.code, o.name || ' ' || w.zh, o.english_name || ' ' || w.en,
           o.subject_kind, o.committee_id,
           CASE o.subject_kind WHEN 'BRANCH' THEN o.subject_id END, o.society_id,
           CASE o.subject_kind WHEN 'LEADING_GROUP' THEN o.subject_id END,
           w.en, o.begins_on, d.due_on, o.target, coalesce(e.progress, 0), greatest(o.target - coalesce(e.progress, 0), 0), e.done_on,
           CASE WHEN e.done_on <= d.due_on THEN 'DONE' WHEN e.done_on IS NOT NULL THEN 'DONE_LATE' WHEN d.due_on < day THEN 'LATE' ELSE 'DUE' END,
           o.cadence_clause, o.definition_id
    FROM owed AS o
    LEFT JOIN done AS e USING (definition_id, subject_id, period)
    CROSS JOIN LATERAL (SELECT o.ends_on - 1 + o.grace_days AS due_on) AS d
    CROSS JOIN LATERAL (
        SELECT extract(year FROM o.begins_on)::text AS year, extract(year FROM o.ends_on - 1)::text AS last_year,
               ((extract(month FROM o.begins_on)::int - 1) / o.every_months + 1)::text AS part
    ) AS n
    CROSS JOIN LATERAL (
        SELECT CASE o.every_months WHEN 12 THEN n.year || '年' WHEN 6 THEN n.year || '年' || CASE n.part WHEN '1' THEN '上半年' ELSE '下半年' END
                   WHEN 3 THEN n.year || '年第' || n.part || '季度' WHEN 1 THEN n.year || '年' || n.part || '月'
                   ELSE to_char(o.begins_on, 'YYYY.MM') || '—' || to_char(o.ends_on - 1, 'YYYY.MM') END AS zh,
               CASE o.every_months WHEN 12 THEN n.year WHEN 6 THEN n.year || 'H' || n.part WHEN 3 THEN n.year || 'Q' || n.part
                   WHEN 1 THEN to_char(o.begins_on, 'YYYY-MM') ELSE to_char(o.begins_on, 'YYYY-MM') || '/' || to_char(o.ends_on - 1, 'YYYY-MM') END AS en
    ) AS w
    -- Of one that is gone only what was done for it is left.
    WHERE o.is_there OR e.done_on IS NOT NULL;
END;
COMMENT ON FUNCTION graph.evidence_due_on IS '按期应报 What kinds of evidence with a cadence asked for, a row per subject and period since last year''s January, as it stood on a day.';
