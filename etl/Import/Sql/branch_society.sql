-- Grain: one row per branch and society that it stands for; only where the list says so or nothing did before.
WITH gone AS (
    DELETE FROM graph.branch_society bs USING roster_line l
    WHERE l.needs_society AND bs.branch_id = l.branch_id
      AND NOT EXISTS (SELECT FROM roster_line_society ls WHERE ls.position = l.position AND ls.society_id = bs.society_id)
    RETURNING bs.branch_id
)
UPDATE roster_line l SET is_changed = true FROM gone WHERE gone.branch_id = l.branch_id;

-- The old lead steps down before the new one steps up: a branch has one lead at any moment.
WITH demoted AS (
    UPDATE graph.branch_society bs SET is_lead = false
    FROM roster_line l JOIN roster_line_society lead ON lead.position = l.position AND lead.place = 1
    WHERE l.needs_society AND bs.branch_id = l.branch_id AND bs.is_lead AND bs.society_id <> lead.society_id
    RETURNING bs.branch_id
)
UPDATE roster_line l SET is_changed = true FROM demoted WHERE demoted.branch_id = l.branch_id;

WITH promoted AS (
    UPDATE graph.branch_society bs SET is_lead = true
    FROM roster_line l JOIN roster_line_society lead ON lead.position = l.position AND lead.place = 1
    WHERE l.needs_society AND bs.branch_id = l.branch_id AND NOT bs.is_lead AND bs.society_id = lead.society_id
    RETURNING bs.branch_id
)
UPDATE roster_line l SET is_changed = true FROM promoted WHERE promoted.branch_id = l.branch_id;

WITH added AS (
    INSERT INTO graph.branch_society (branch_id, society_id, is_lead)
    SELECT l.branch_id, ls.society_id, min(ls.place) = 1
    FROM roster_line l JOIN roster_line_society ls USING (position)
    WHERE l.needs_society
      AND NOT EXISTS (SELECT FROM graph.branch_society bs WHERE bs.branch_id = l.branch_id AND bs.society_id = ls.society_id)
    GROUP BY l.position, l.branch_id, ls.society_id
    ORDER BY l.position, min(ls.place)
    RETURNING branch_id
)
UPDATE roster_line l SET is_changed = true FROM added WHERE added.branch_id = l.branch_id;
