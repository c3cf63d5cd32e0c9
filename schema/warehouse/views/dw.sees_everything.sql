-- Asked once a statement by each policy of dw. A session of the service is in its role from the start, and a setting of the role says so where functions
-- run as their owner, too. Whoever owns the database, and a reader that is bound to no committee, sees everything.
CREATE OR REPLACE FUNCTION dw.sees_everything() RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN CASE
        WHEN current_setting('role') IN ('api_everywhere', 'api_research') THEN true
        WHEN current_setting('role') LIKE 'api\_%' THEN false
        WHEN pg_has_role(session_user, 'pg_database_owner', 'MEMBER') THEN true
        ELSE NOT EXISTS (
            SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
            WHERE r.rolname = session_user AND m.roleid = to_regrole('bi_scoped') AND NOT m.admin_option)
    END;
END $$;
COMMENT ON FUNCTION dw.sees_everything IS 'Whether the session sees the rows of all committees.';
