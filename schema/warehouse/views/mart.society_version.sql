CREATE OR REPLACE VIEW mart.society_version AS
SELECT society_id, name, kind, level, discipline_code, discipline_name, operating_state, committee_id, lead_supporting_unit_id, lead_supporting_unit_name,
       valid_from, valid_to, is_current
FROM dw.dim_society
WHERE superseded_run_id IS NULL AND society_key <> 0;
COMMENT ON VIEW mart.society_version IS 'Societies over time. One row per society and period with the same attributes; of one day: valid_from <= day < valid_to.';
COMMENT ON COLUMN mart.society_version.society_id IS 'Key of the society in the graph.';
COMMENT ON COLUMN mart.society_version.name IS '科技社团 Name.';
COMMENT ON COLUMN mart.society_version.kind IS '类型 Kind; null where it is not known.';
COMMENT ON COLUMN mart.society_version.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.society_version.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.society_version.discipline_name IS 'Name of the discipline; null where it is not known.';
COMMENT ON COLUMN mart.society_version.operating_state IS '运行状态 Operating state; null where it is not known.';
COMMENT ON COLUMN mart.society_version.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.society_version.lead_supporting_unit_id IS '支撑单位 Lead supporting unit; null where it has none.';
COMMENT ON COLUMN mart.society_version.lead_supporting_unit_name IS 'Its name.';
COMMENT ON COLUMN mart.society_version.valid_from IS 'First day of the version; 1900-01-01 where the start is not stated.';
COMMENT ON COLUMN mart.society_version.valid_to IS 'First day after the version; 9999-12-31 while it lasts.';
COMMENT ON COLUMN mart.society_version.is_current IS 'True for the version that holds while nothing follows it.';
GRANT SELECT ON mart.society_version TO bi_reader;
