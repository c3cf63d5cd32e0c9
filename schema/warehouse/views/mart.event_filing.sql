CREATE OR REPLACE VIEW mart.event_filing AS
SELECT f.event_filing_id,
       d.calendar_date AS held_on,
       x.calendar_date AS filed_on,
       f.society_id,
       s.name AS society_name,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.province_code,
       s.discipline_code,
       s.level,
       s.kind AS society_kind,
       f.held,
       f.filed,
       f.in_time,
       f.load_run_id AS load_id
FROM dw.fct_event_filing AS f
LEFT JOIN dw.dim_date AS d ON d.date_key = f.date_key
LEFT JOIN dw.dim_date AS x ON x.date_key = f.filed_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.event_filing IS 'Which events were held, and were they filed? One row per event. Safe to add.';
COMMENT ON COLUMN mart.event_filing.event_filing_id IS 'Key of the event in the graph.';
COMMENT ON COLUMN mart.event_filing.held_on IS 'When it was held.';
COMMENT ON COLUMN mart.event_filing.filed_on IS 'When it was filed; null where it was not.';
COMMENT ON COLUMN mart.event_filing.society_id IS 'Key of the society in the graph.';
COMMENT ON COLUMN mart.event_filing.society_name IS '科技社团 Name of the society.';
COMMENT ON COLUMN mart.event_filing.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.event_filing.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.event_filing.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.event_filing.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.event_filing.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.event_filing.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.event_filing.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.event_filing.held IS 'Always 1.';
COMMENT ON COLUMN mart.event_filing.filed IS '报备 (I22) 1 where it was filed.';
COMMENT ON COLUMN mart.event_filing.in_time IS '1 where it was filed as early as the rules ask.';
COMMENT ON COLUMN mart.event_filing.load_id IS 'The load that wrote this row.';
GRANT SELECT ON mart.event_filing TO bi_reader;
