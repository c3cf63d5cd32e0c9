-- Aggregates by generation, as facts are: a load of everything fills one beside the published one, and its keys are checked all at once when it is
-- attached. Months of all provinces, and of few subjects, are found by an index. Members are added up, too.

-- Nobody asks for the cells of a load, and with these indexes each cell that changes would be written to all indexes.
DROP INDEX dw.agg_coverage_committee_load_run_id, dw.agg_coverage_province_load_run_id, dw.agg_branch_province_load_run_id,
    dw.agg_activity_province_load_run_id, dw.agg_assessment_province_load_run_id, dw.agg_meeting_province_load_run_id,
    dw.agg_event_province_load_run_id, dw.agg_category_change_province_load_run_id, dw.agg_item_score_load_run_id;

DO $$
DECLARE
    aggregate text;
    part text;
    published int := (SELECT generation FROM dw.published);
    said text;
    index record;
    reference record;
BEGIN
    FOREACH aggregate IN ARRAY ARRAY['agg_coverage_committee', 'agg_coverage_province', 'agg_branch_province', 'agg_activity_province',
        'agg_assessment_province', 'agg_meeting_province', 'agg_event_province', 'agg_category_change_province', 'agg_item_score'] LOOP
        part := format('%s_g%s', aggregate, published);
        said := obj_description(format('dw.%I', aggregate)::regclass, 'pg_class');
        EXECUTE format('DELETE FROM dw.%I WHERE generation <> %s', aggregate, published);
        EXECUTE format('ALTER TABLE dw.%I RENAME TO %I', aggregate, part);
        FOR index IN SELECT c.relname FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid WHERE i.indrelid = format('dw.%I', part)::regclass LOOP
            EXECUTE format('ALTER INDEX dw.%I RENAME TO %I', index.relname, replace(index.relname, aggregate, part));
        END LOOP;
        EXECUTE format('CREATE TABLE dw.%I (LIKE dw.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES INCLUDING COMMENTS) PARTITION BY LIST (generation)',
            aggregate, part);
        FOR reference IN
            SELECT c.conname, pg_get_constraintdef(c.oid) AS definition
            FROM pg_constraint AS c WHERE c.conrelid = format('dw.%I', part)::regclass AND c.contype = 'f'
        LOOP
            EXECUTE format('ALTER TABLE dw.%I ADD CONSTRAINT %I %s', aggregate, reference.conname, reference.definition);
        END LOOP;
        EXECUTE format('ALTER TABLE dw.%I ATTACH PARTITION dw.%I FOR VALUES IN (%s)', aggregate, part, published);
        EXECUTE format('COMMENT ON TABLE dw.%I IS %L', aggregate, said);
        EXECUTE format('COMMENT ON TABLE dw.%I IS %L', part, format('Generation %s of dw.%s.', published, aggregate));
    END LOOP;
END $$;

-- The months of few subjects are found by the key; an index less is to be kept where many months of them change.
DO $$
DECLARE
    key record;
BEGIN
    -- Their names tell of tables that were there before.
    FOR key IN SELECT conrelid::regclass AS fact, conname FROM pg_constraint
        WHERE conrelid IN ('dw.fct_coverage_monthly'::regclass, 'dw.fct_branch_monthly'::regclass) AND contype = 'p'
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.fact, key.conname);
    END LOOP;
END $$;
ALTER TABLE dw.fct_coverage_monthly ADD PRIMARY KEY (generation, society_id, month_key, rule_set_id);
DROP INDEX dw.fct_coverage_monthly_society;
DROP INDEX dw.fct_coverage_monthly_committee;
CREATE INDEX fct_coverage_monthly_month ON dw.fct_coverage_monthly (month_key, committee_id);
ALTER TABLE dw.fct_branch_monthly ADD PRIMARY KEY (generation, branch_id, month_key);
DROP INDEX dw.fct_branch_monthly_branch;
DROP INDEX dw.fct_branch_monthly_committee;
CREATE INDEX fct_branch_monthly_month ON dw.fct_branch_monthly (month_key, committee_id);

CREATE INDEX agg_branch_province_month ON dw.agg_branch_province (month_key);
CREATE INDEX agg_activity_province_month ON dw.agg_activity_province (month_key);
CREATE INDEX agg_assessment_province_month ON dw.agg_assessment_province (month_key);
CREATE INDEX agg_meeting_province_month ON dw.agg_meeting_province (month_key);
CREATE INDEX agg_event_province_month ON dw.agg_event_province (month_key);
CREATE INDEX agg_category_change_province_month ON dw.agg_category_change_province (month_key);

CREATE TABLE dw.agg_member_province (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    province_code text NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    members bigint NOT NULL,
    members_female bigint NOT NULL,
    members_male bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, province_code, month_key, discipline_code, level)
) PARTITION BY LIST (generation);
CREATE INDEX agg_member_province_month ON dw.agg_member_province (month_key);
COMMENT ON TABLE dw.agg_member_province IS 'Sums of fct_member_count by month, province, and discipline and level of the lead society of the branch.';
COMMENT ON COLUMN dw.agg_member_province.generation IS 'Generation; readers see the one in dw.published.';
COMMENT ON COLUMN dw.agg_member_province.month_key IS 'First day of the month as a number, such as 20220601.';
COMMENT ON COLUMN dw.agg_member_province.province_code IS 'Province; empty where there is none.';
COMMENT ON COLUMN dw.agg_member_province.discipline_code IS '学科 Discipline; empty where it is not known.';
COMMENT ON COLUMN dw.agg_member_province.level IS '层级 Administrative level.';
COMMENT ON COLUMN dw.agg_member_province.members IS 'Sum of members.';
COMMENT ON COLUMN dw.agg_member_province.members_female IS 'Sum of members, women.';
COMMENT ON COLUMN dw.agg_member_province.members_male IS 'Sum of members, men.';
COMMENT ON COLUMN dw.agg_member_province.row_count IS 'How many rows of the fact are added up.';
COMMENT ON COLUMN dw.agg_member_province.load_run_id IS 'The load that wrote the row.';

-- The rows of the star that stands, so that the next load need not be one of everything.
DO $$
DECLARE
    published int := (SELECT generation FROM dw.published);
BEGIN
    EXECUTE format('CREATE TABLE dw.agg_member_province_g%s (LIKE dw.agg_member_province INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS) '
        'WITH (fillfactor = 90)', published);
    EXECUTE format('ALTER TABLE dw.agg_member_province ATTACH PARTITION dw.agg_member_province_g%1$s FOR VALUES IN (%1$s)', published);
    EXECUTE format('COMMENT ON TABLE dw.agg_member_province_g%1$s IS %2$L', published, format('Generation %s of dw.agg_member_province.', published));
END $$;
INSERT INTO dw.agg_member_province (
    generation, month_key, province_code, discipline_code, level, members, members_female, members_male, row_count, load_run_id)
SELECT p.generation, m.month_key, coalesce(c.province_code, ''), coalesce(s.discipline_code, ''), coalesce(s.level, 'UNKNOWN'), sum(f.members),
       sum(f.members * (d.sex = 'FEMALE')::int), sum(f.members * (d.sex = 'MALE')::int), count(*), p.load_run_id
FROM dw.published AS p
JOIN dw.fct_member_count AS f ON f.generation = p.generation
JOIN dw.loaded_month AS m ON f.valid_from <= m.snapshot_day AND m.snapshot_day < f.valid_to
JOIN dw.dim_member_band AS d ON d.member_band_key = f.member_band_key
JOIN dw.dim_branch AS b ON b.branch_id = f.branch_id AND b.superseded_run_id IS NULL AND b.valid_from <= m.snapshot_day AND m.snapshot_day < b.valid_to
    AND b.status IN ('PROPOSED', 'ESTABLISHED')
JOIN dw.dim_committee AS c ON c.committee_id = b.committee_id AND c.superseded_run_id IS NULL AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
LEFT JOIN dw.dim_society AS s ON s.society_id = b.lead_society_id AND s.superseded_run_id IS NULL AND s.valid_from <= m.snapshot_day AND m.snapshot_day < s.valid_to
GROUP BY p.generation, m.month_key, coalesce(c.province_code, ''), coalesce(s.discipline_code, ''), coalesce(s.level, 'UNKNOWN'), p.load_run_id;
