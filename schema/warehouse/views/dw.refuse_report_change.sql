CREATE OR REPLACE FUNCTION dw.refuse_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an issued report is never changed' USING ERRCODE = 'SP001', HINT = 'Issue a later edition.';
END $$;
COMMENT ON FUNCTION dw.refuse_report_change IS 'Keeps issued reports as they are.';
CREATE OR REPLACE TRIGGER report_edition_is_kept BEFORE UPDATE OR DELETE ON dw.report_edition FOR EACH ROW EXECUTE FUNCTION dw.refuse_report_change();
CREATE OR REPLACE TRIGGER report_file_is_kept BEFORE UPDATE OR DELETE ON dw.report_file FOR EACH ROW EXECUTE FUNCTION dw.refuse_report_change();
