CREATE OR REPLACE VIEW mart.rectification AS
SELECT f.rectification_id,
       d.calendar_date AS found_on,
       y.calendar_date AS ledgered_on,
       z.calendar_date AS closed_on,
       n.calendar_date AS notified_on,
       f.society_id,
       f.branch_id,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.province_code,
       s.discipline_code,
       s.level,
       s.kind AS society_kind,
       f.found,
       f.ledgered,
       f.closed,
       f.notified,
       f.days_open,
       f.late,
       f.load_run_id AS load_id,
       f.kind
FROM dw.fct_rectification AS f
LEFT JOIN dw.dim_date AS d ON d.date_key = f.found_key
LEFT JOIN dw.dim_date AS y ON y.date_key = f.ledgered_key
LEFT JOIN dw.dim_date AS z ON z.date_key = f.closed_key
LEFT JOIN dw.dim_date AS n ON n.date_key = f.notified_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.rectification IS 'Which problems were found, and what became of them? One row per finding, with the days of its stages. Safe to add.';
COMMENT ON COLUMN mart.rectification.rectification_id IS 'Key of the finding in the graph.';
COMMENT ON COLUMN mart.rectification.found_on IS 'When it was found.';
COMMENT ON COLUMN mart.rectification.ledgered_on IS 'When it was entered in the ledger; null where it was not yet.';
COMMENT ON COLUMN mart.rectification.closed_on IS 'When it was closed; null where it is open.';
COMMENT ON COLUMN mart.rectification.notified_on IS 'When the society was notified; null where it was not yet.';
COMMENT ON COLUMN mart.rectification.society_id IS 'Society that it is about; 0 where it is about a branch.';
COMMENT ON COLUMN mart.rectification.branch_id IS 'Branch that it is about; 0 where it is about a society.';
COMMENT ON COLUMN mart.rectification.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.rectification.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.rectification.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.rectification.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.rectification.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.rectification.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.rectification.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.rectification.found IS 'Always 1.';
COMMENT ON COLUMN mart.rectification.ledgered IS '1 where it was entered in the ledger.';
COMMENT ON COLUMN mart.rectification.closed IS '整改办结 (I26) 1 where it is closed. I26 asks whether it was closed by the period''s end.';
COMMENT ON COLUMN mart.rectification.notified IS '1 where the society was notified.';
COMMENT ON COLUMN mart.rectification.days_open IS 'Days from finding to closing; null while it is open.';
COMMENT ON COLUMN mart.rectification.late IS '1 where it was open after its last day.';
COMMENT ON COLUMN mart.rectification.load_id IS 'The load that wrote this row.';
COMMENT ON COLUMN mart.rectification.kind IS '问题类别 Kind of the problem; null where nobody classified it.';
GRANT SELECT ON mart.rectification TO bi_reader;
