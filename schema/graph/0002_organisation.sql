-- Committees, societies and supporting units, and how they belong together over time.
-- A range without a lower bound means: the start is not stated. A range without an upper bound: still so.

CREATE TABLE graph.committee (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    region_code char(6) NOT NULL REFERENCES graph.region,
    level text NOT NULL GENERATED ALWAYS AS (graph.level_of_region(region_code)) STORED,
    established_on date,
    abolished_on date,
    UNIQUE (name, region_code),
    CHECK (established_on < abolished_on)
);
CREATE INDEX committee_name_trgm ON graph.committee USING gin (name gin_trgm_ops);
CREATE INDEX committee_region_code ON graph.committee (region_code);
CREATE INDEX committee_level ON graph.committee (level);
COMMENT ON TABLE graph.committee IS '科技社团党委 Society party committee.';
COMMENT ON COLUMN graph.committee.id IS 'Key.';
COMMENT ON COLUMN graph.committee.name IS 'Name as published.';
COMMENT ON COLUMN graph.committee.region_code IS 'Region whose science association the committee belongs to.';
COMMENT ON COLUMN graph.committee.level IS '层级 NATIONAL, PROVINCIAL, MUNICIPAL or COUNTY: the region''s level.';
COMMENT ON COLUMN graph.committee.established_on IS 'Date of establishment; null where it is not stated.';
COMMENT ON COLUMN graph.committee.abolished_on IS 'First day without the committee; null while it exists.';

CREATE TABLE graph.committee_parent (
    committee_id bigint NOT NULL REFERENCES graph.committee,
    parent_id bigint NOT NULL REFERENCES graph.committee,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    CHECK (committee_id <> parent_id),
    EXCLUDE USING gist (committee_id WITH =, valid_during WITH &&)
);
CREATE INDEX committee_parent_parent_id ON graph.committee_parent (parent_id);
COMMENT ON TABLE graph.committee_parent IS 'The committee tree over time: a committee has one parent on any day.';
COMMENT ON COLUMN graph.committee_parent.committee_id IS 'The lower committee.';
COMMENT ON COLUMN graph.committee_parent.parent_id IS 'The committee above it.';
COMMENT ON COLUMN graph.committee_parent.valid_during IS 'Days on which this holds.';

-- A committee must not come to stand above itself on any day.
CREATE FUNCTION graph.committee_parent_refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- One writer of the tree at a time: two moves that are harmless alone can close a circle together.
    PERFORM pg_advisory_xact_lock(hashtext('graph.committee_parent'));
    IF EXISTS (
        WITH RECURSIVE above (id, valid_during) AS (
            SELECT NEW.parent_id, NEW.valid_during
            UNION
            SELECT p.parent_id, p.valid_during * a.valid_during
            FROM above a JOIN graph.committee_parent p ON p.committee_id = a.id AND p.valid_during && a.valid_during
        )
        SELECT FROM above WHERE id = NEW.committee_id
    ) THEN
        RAISE EXCEPTION 'committee % would stand above itself', NEW.committee_id USING ERRCODE = 'check_violation', CONSTRAINT = 'committee_parent_no_cycle';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.committee_parent_refuse_cycle IS 'Keeps the committee tree a tree on every day.';
CREATE TRIGGER committee_parent_refuse_cycle BEFORE INSERT OR UPDATE ON graph.committee_parent
    FOR EACH ROW EXECUTE FUNCTION graph.committee_parent_refuse_cycle();

-- GB 32100-2015: weights 3^i mod 31, check character (31 - sum mod 31) mod 31.
CREATE FUNCTION graph.credit_code_checks(code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$' AND (
        SELECT substr('0123456789ABCDEFGHJKLMNPQRTUWXY', ((31 - sum(
                   (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1)) - 1)
                   * (ARRAY[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])[i]) % 31) % 31)::int + 1, 1)
               = substr(code, 18, 1)
        FROM generate_series(1, 17) AS i);
COMMENT ON FUNCTION graph.credit_code_checks IS 'True if the text is a unified social credit code whose check character is right (GB 32100-2015).';

CREATE TABLE graph.society (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    committee_id bigint NOT NULL REFERENCES graph.committee,
    kind text CHECK (kind IN ('LEARNED_SOCIETY', 'ASSOCIATION', 'RESEARCH_SOCIETY', 'PROMOTION_SOCIETY', 'FEDERATION',
                              'PRIVATE_NON_ENTERPRISE', 'FOUNDATION', 'INSTITUTE')),
    level text NOT NULL CHECK (level IN ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY')),
    discipline_code text REFERENCES graph.discipline,
    credit_code text UNIQUE CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    credit_code_override text CHECK (credit_code_override <> ''),
    operating_state text CHECK (operating_state IN ('OPERATING', 'SUSPENDED', 'CANCELLED')),
    UNIQUE (committee_id, name),
    CONSTRAINT society_credit_code_checks
        CHECK (credit_code IS NULL OR credit_code_override IS NOT NULL OR graph.credit_code_checks(credit_code))
);
CREATE INDEX society_name ON graph.society (name);
CREATE INDEX society_name_trgm ON graph.society USING gin (name gin_trgm_ops);
CREATE INDEX society_discipline_code ON graph.society (discipline_code);
CREATE INDEX society_kind ON graph.society (kind);
CREATE INDEX society_level ON graph.society (level);
CREATE INDEX society_operating_state ON graph.society (operating_state);
COMMENT ON TABLE graph.society IS '科技社团 Society: learned society, association, research society and the like.';
COMMENT ON COLUMN graph.society.id IS 'Key.';
COMMENT ON COLUMN graph.society.name IS 'Name; for a society known from a published list only: the branch''s published name without its ending.';
COMMENT ON COLUMN graph.society.committee_id IS 'The society party committee that is responsible for it.';
COMMENT ON COLUMN graph.society.kind IS '类型 Kind; null where nothing states it.';
COMMENT ON COLUMN graph.society.level IS '层级 Level: NATIONAL, PROVINCIAL, MUNICIPAL or COUNTY.';
COMMENT ON COLUMN graph.society.discipline_code IS '学科 Discipline; null where nothing states it.';
COMMENT ON COLUMN graph.society.credit_code IS '统一社会信用代码 Unified social credit code (GB 32100-2015); null where it is not known.';
COMMENT ON COLUMN graph.society.credit_code_override IS 'Why a code whose check character is wrong is accepted: some legal legacy codes fail the check.';
COMMENT ON COLUMN graph.society.operating_state IS '运行状态 Operating state; null where nothing states it.';

CREATE TABLE graph.society_alias (
    society_id bigint NOT NULL REFERENCES graph.society ON DELETE CASCADE,
    alias text NOT NULL CHECK (alias <> ''),
    reason text,
    PRIMARY KEY (society_id, alias)
);
CREATE INDEX society_alias_alias ON graph.society_alias (alias);
COMMENT ON TABLE graph.society_alias IS 'Other names under which a society appears; a list that uses one finds the society.';
COMMENT ON COLUMN graph.society_alias.society_id IS 'The society.';
COMMENT ON COLUMN graph.society_alias.alias IS 'The other name, as it appears.';
COMMENT ON COLUMN graph.society_alias.reason IS 'Where it appears or why it differs; null where nobody said.';

CREATE TABLE graph.supporting_unit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    region_code char(6) REFERENCES graph.region,
    credit_code text UNIQUE CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    UNIQUE NULLS NOT DISTINCT (name, region_code)
);
CREATE INDEX supporting_unit_name_trgm ON graph.supporting_unit USING gin (name gin_trgm_ops);
CREATE INDEX supporting_unit_region_code ON graph.supporting_unit (region_code);
COMMENT ON TABLE graph.supporting_unit IS '支撑单位 Supporting unit: the institution that carries a society.';
COMMENT ON COLUMN graph.supporting_unit.id IS 'Key.';
COMMENT ON COLUMN graph.supporting_unit.name IS 'Name as published.';
COMMENT ON COLUMN graph.supporting_unit.region_code IS 'Region of its seat; null where it is not stated.';
COMMENT ON COLUMN graph.supporting_unit.credit_code IS '统一社会信用代码 Unified social credit code; null where it is not known.';

CREATE TABLE graph.society_supporting_unit (
    society_id bigint NOT NULL REFERENCES graph.society,
    supporting_unit_id bigint NOT NULL REFERENCES graph.supporting_unit,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    is_lead boolean NOT NULL DEFAULT true,
    EXCLUDE USING gist (society_id WITH =, supporting_unit_id WITH =, valid_during WITH &&),
    CONSTRAINT society_supporting_unit_one_lead EXCLUDE USING gist (society_id WITH =, valid_during WITH &&) WHERE (is_lead)
);
CREATE INDEX society_supporting_unit_supporting_unit_id ON graph.society_supporting_unit (supporting_unit_id);
COMMENT ON TABLE graph.society_supporting_unit IS 'Which supporting units carry a society, over time.';
COMMENT ON COLUMN graph.society_supporting_unit.society_id IS 'The society.';
COMMENT ON COLUMN graph.society_supporting_unit.supporting_unit_id IS 'The supporting unit.';
COMMENT ON COLUMN graph.society_supporting_unit.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.society_supporting_unit.is_lead IS 'True for the one unit that leads on a day.';
