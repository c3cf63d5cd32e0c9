-- Grain: one society per row. Nothing is set that the sheet does not state, and nothing taken away.
-- A cancellation holds from its day, which differs from row to row; what changed later stays as it is known.
DO $$
DECLARE
    day date;
BEGIN
    FOR day IN
        SELECT DISTINCT greatest(r.cancelled_on, s.attributes_since)
        FROM sheet_row AS r JOIN graph.society AS s ON s.id = r.society_id
        WHERE r.cancelled_on IS NOT NULL AND s.cancelled_on IS NULL
    LOOP
        PERFORM set_config('graph.holds_from', day::text, true);
        WITH cancelled AS (
            UPDATE graph.society AS s SET cancelled_on = r.cancelled_on, operating_state = 'CANCELLED', founded_on = coalesce(r.founded_on, s.founded_on)
            FROM sheet_row AS r
            WHERE s.id = r.society_id AND s.cancelled_on IS NULL AND greatest(r.cancelled_on, s.attributes_since) = day
            RETURNING s.id
        )
        UPDATE sheet_row AS r SET is_changed = true FROM cancelled WHERE cancelled.id = r.society_id;
    END LOOP;
    PERFORM set_config('graph.holds_from', '', true);
END $$;

WITH changed AS (
    UPDATE graph.society s SET kind = wanted.kind, level = wanted.level, discipline_code = wanted.discipline,
        credit_code = wanted.credit_code, credit_code_override = wanted.credit_code_override, operating_state = wanted.operating_state,
        founded_on = wanted.founded_on
    FROM (
        SELECT k.id, coalesce(r.kind, k.kind, r.kind_derived) AS kind, coalesce(r.level, k.level) AS level, coalesce(r.discipline, k.discipline_code) AS discipline,
               coalesce(r.credit_code, k.credit_code) AS credit_code, coalesce(r.credit_code_override, k.credit_code_override) AS credit_code_override,
               coalesce(r.operating_state, k.operating_state) AS operating_state, coalesce(r.founded_on, k.founded_on) AS founded_on
        FROM sheet_row r JOIN graph.society k ON k.id = r.society_id
    ) wanted
    WHERE s.id = wanted.id
      AND (s.kind, s.level, s.discipline_code, s.credit_code, s.credit_code_override, s.operating_state, s.founded_on)
          IS DISTINCT FROM (wanted.kind, wanted.level, wanted.discipline, wanted.credit_code, wanted.credit_code_override, wanted.operating_state, wanted.founded_on)
    RETURNING s.id
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.id = r.society_id;

-- With the committee's place: a trigger would look it up for each row.
INSERT INTO graph.society (name, committee_id, place, kind, level, discipline_code, credit_code, credit_code_override, operating_state, founded_on, cancelled_on)
SELECT r.name, @CommitteeId, (SELECT c.place FROM graph.committee AS c WHERE c.id = @CommitteeId), coalesce(r.kind, r.kind_derived), coalesce(r.level, (SELECT graph.level_of_region(@Region))), r.discipline,
       r.credit_code, r.credit_code_override, CASE WHEN r.cancelled_on IS NULL THEN r.operating_state ELSE 'CANCELLED' END, r.founded_on, r.cancelled_on
FROM sheet_row r
WHERE r.is_new
ORDER BY r.position;

UPDATE sheet_row r SET society_id = s.id
FROM graph.society s
WHERE r.is_new AND r.aliases IS NOT NULL AND s.committee_id = @CommitteeId AND s.name = r.name;

WITH added AS (
    INSERT INTO graph.society_alias (society_id, alias)
    SELECT r.society_id, alias
    FROM sheet_row r CROSS JOIN unnest(r.aliases) AS alias JOIN graph.society s ON s.id = r.society_id
    WHERE alias <> s.name
    ON CONFLICT (society_id, alias) DO NOTHING
    RETURNING society_id
)
UPDATE sheet_row r SET is_changed = true FROM added WHERE added.society_id = r.society_id;
