-- False where somebody changed the row since it ended, or something has taken its days: what was entered later stays.
CREATE OR REPLACE FUNCTION graph.branch_restore_part(ended bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    was graph.branch_ended_part;
    -- A dissolution whose day was corrected ends a row more than once.
    latest graph.branch_ended_part;
    present daterange;
    columns text;
BEGIN
    SELECT * INTO STRICT was FROM graph.branch_ended_part WHERE id = ended;
    SELECT * INTO STRICT latest FROM graph.branch_ended_part
    WHERE branch_id = was.branch_id AND part = was.part AND row_id = was.row_id ORDER BY id DESC LIMIT 1;
    EXECUTE format('SELECT valid_during FROM graph.%I WHERE id = $1', was.part) INTO present USING was.row_id;
    IF present IS NOT NULL THEN
        IF upper(present) IS DISTINCT FROM latest.dissolved_on THEN
            RETURN false;
        END IF;
        EXECUTE format('UPDATE graph.%I SET valid_during = $2 WHERE id = $1', was.part)
            USING was.row_id, (was.row_before ->> 'valid_during')::daterange;
        RETURN true;
    END IF;
    IF coalesce(lower((latest.row_before ->> 'valid_during')::daterange) < latest.dissolved_on, true) THEN
        RETURN false;
    END IF;
    SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
    WHERE attrelid = format('graph.%I', was.part)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    EXECUTE format(
        'INSERT INTO graph.%1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM jsonb_populate_record(NULL::graph.%1$I, $1)', was.part, columns)
        USING was.row_before;
    RETURN true;
EXCEPTION WHEN exclusion_violation OR foreign_key_violation OR check_violation THEN
    RETURN false;
END $$;
COMMENT ON FUNCTION graph.branch_restore_part IS 'Gives a row that a dissolution ended the days that it had before; says whether it could.';
