-- Grain: one row per committee and period with one parent.
-- A committee that left the graph stays: months that were loaded before count it.
DELETE FROM dw.dim_committee d
WHERE NOT EXISTS (SELECT FROM staging.committee_version v WHERE v.committee_id = d.committee_id AND v.valid_from = d.valid_from)
  AND EXISTS (SELECT FROM graph.committee c WHERE c.id = d.committee_id);
INSERT INTO dw.dim_committee (committee_id, name, region_code, region_name, level, parent_id, valid_from, valid_to, load_run_id)
SELECT changed.*, l.load_run_id
FROM (
    SELECT v.committee_id, c.name, c.region_code, r.name, c.level, v.parent_id, v.valid_from, v.valid_to
    FROM staging.committee_version v
    JOIN graph.committee c ON c.id = v.committee_id
    JOIN graph.region r ON r.code = c.region_code
    EXCEPT
    SELECT committee_id, name, region_code, region_name, level, parent_id, valid_from, valid_to
    FROM dw.dim_committee
) AS changed
CROSS JOIN staging.load l
ON CONFLICT (committee_id, valid_from) DO UPDATE
SET name = excluded.name, region_code = excluded.region_code, region_name = excluded.region_name, level = excluded.level, parent_id = excluded.parent_id, valid_to = excluded.valid_to, load_run_id = excluded.load_run_id;
ANALYZE dw.dim_committee;
