CREATE OR REPLACE VIEW mart.society AS
SELECT society_id, name, kind, level, discipline_code, discipline_name, operating_state, committee_id, lead_supporting_unit_id, lead_supporting_unit_name,
       valid_from, valid_to, is_current
FROM mart.society_version
WHERE is_current;
COMMENT ON VIEW mart.society IS 'Which societies are there? One row per society, as it is today; counts are right as they are. Earlier days: mart.society_version.';
COMMENT ON COLUMN mart.society.society_id IS 'Key of the society in the graph.';
COMMENT ON COLUMN mart.society.name IS '科技社团 Name.';
COMMENT ON COLUMN mart.society.kind IS '类型 Kind; null where it is not known.';
COMMENT ON COLUMN mart.society.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.society.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.society.discipline_name IS 'Name of the discipline; null where it is not known.';
COMMENT ON COLUMN mart.society.operating_state IS '运行状态 Operating state; null where it is not known.';
COMMENT ON COLUMN mart.society.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.society.lead_supporting_unit_id IS '支撑单位 Lead supporting unit; null where it has none.';
COMMENT ON COLUMN mart.society.lead_supporting_unit_name IS 'Its name.';
COMMENT ON COLUMN mart.society.valid_from IS 'First day of the version; 1900-01-01 where the start is not stated.';
COMMENT ON COLUMN mart.society.valid_to IS 'First day after the version; 9999-12-31 while it lasts.';
COMMENT ON COLUMN mart.society.is_current IS 'Always true here; mart.society_version has the others.';
GRANT SELECT ON mart.society TO bi_reader;
