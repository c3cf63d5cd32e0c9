-- Written also where nothing differs: the member's version counts each change of its ends, and warehouses read its branches again.
CREATE OR REPLACE FUNCTION graph.member_show_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    member bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.member_id ELSE NEW.member_id END;
BEGIN
    UPDATE graph.member AS m SET ended_on = (
        SELECT CASE WHEN e.reason = 'ENTERED_IN_ERROR' THEN '-infinity' ELSE e.ended_on END
        FROM graph.ended_membership AS e WHERE e.member_id = member AND e.is_open)
    WHERE m.id = member;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER member_show_end AFTER INSERT OR UPDATE OR DELETE ON graph.ended_membership
    FOR EACH ROW EXECUTE FUNCTION graph.member_show_end();
COMMENT ON FUNCTION graph.member_show_end IS 'Shows on the member the end of its membership that stands.';
