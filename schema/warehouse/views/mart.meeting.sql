CREATE OR REPLACE VIEW mart.meeting AS
SELECT f.meeting_id,
       d.calendar_date AS held_on,
       f.kind,
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
       f.quorate,
       f.seats,
       f.present,
       f.decided,
       f.deferred,
       f.load_run_id AS load_id
FROM dw.fct_meeting AS f
LEFT JOIN dw.dim_date AS d ON d.date_key = f.date_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.meeting IS 'Which meetings of leading groups and committees were held? One row per meeting. Safe to add within a kind.';
COMMENT ON COLUMN mart.meeting.meeting_id IS 'Key of the meeting in the graph, within its kind.';
COMMENT ON COLUMN mart.meeting.held_on IS 'When.';
COMMENT ON COLUMN mart.meeting.kind IS 'Kind; its labels are in mart.code.';
COMMENT ON COLUMN mart.meeting.society_id IS 'Society of the leading group; 0 for a meeting of a committee.';
COMMENT ON COLUMN mart.meeting.society_name IS 'Its name.';
COMMENT ON COLUMN mart.meeting.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.meeting.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.meeting.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.meeting.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.meeting.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.meeting.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.meeting.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.meeting.held IS 'Always 1.';
COMMENT ON COLUMN mart.meeting.quorate IS '到会合规 (I13) 1 where enough seats were present by the rules of the day; asked of leading groups.';
COMMENT ON COLUMN mart.meeting.seats IS 'Seats of the group.';
COMMENT ON COLUMN mart.meeting.present IS 'Seats that were present.';
COMMENT ON COLUMN mart.meeting.decided IS 'Items that were adopted or rejected.';
COMMENT ON COLUMN mart.meeting.deferred IS 'Items that were deferred.';
COMMENT ON COLUMN mart.meeting.load_id IS 'The load that wrote this row.';
GRANT SELECT ON mart.meeting TO bi_reader;
