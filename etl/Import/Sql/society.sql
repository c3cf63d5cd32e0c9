-- Grain: one new society per name that the graph does not know. Nothing is set that the list does not state.
WITH added AS (
    INSERT INTO graph.society (name, committee_id, kind, level)
    SELECT new.name, c.id, new.kind, graph.level_of_region(c.region_code)
    FROM (
        SELECT min(ls.name) AS name, min(ls.kind) AS kind, min(ls.position) AS position, min(ls.place) AS place
        FROM roster_line_society ls JOIN roster_line l USING (position)
        WHERE ls.society_id IS NULL AND l.needs_society
        GROUP BY graph.name_key(ls.name)
    ) new
    CROSS JOIN (SELECT id, region_code FROM graph.committee WHERE id = @CommitteeId) c
    ORDER BY new.position, new.place
    RETURNING id, name
)
UPDATE roster_line_society ls SET society_id = added.id FROM added WHERE graph.name_key(added.name) = graph.name_key(ls.name) AND ls.society_id IS NULL;
