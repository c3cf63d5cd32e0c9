-- What everything else refers to: regions, disciplines, policy documents and rule sets.

CREATE EXTENSION IF NOT EXISTS btree_gist;  -- exclusion constraints on (key, range)
CREATE EXTENSION IF NOT EXISTS pg_trgm;     -- substring search in names

CREATE SCHEMA graph;
COMMENT ON SCHEMA graph IS 'The organisational graph: one row per thing, dated relations, written by imports and mutations.';

CREATE TABLE graph.region (
    code char(6) PRIMARY KEY CHECK (code ~ '^[1-9][0-9]{5}$'),
    name text NOT NULL CHECK (name <> ''),
    parent_code char(6) REFERENCES graph.region,
    CHECK (parent_code <> code)
);
CREATE INDEX region_parent_code ON graph.region (parent_code);
COMMENT ON TABLE graph.region IS '行政区划 Region of GB/T 2260.';
COMMENT ON COLUMN graph.region.code IS 'GB/T 2260 code: six digits, 100000 is the whole country.';
COMMENT ON COLUMN graph.region.name IS 'Name as GB/T 2260 gives it.';
COMMENT ON COLUMN graph.region.parent_code IS 'Region that contains this one; null for the country.';

INSERT INTO graph.region (code, name, parent_code) VALUES
    ('100000', '中国', NULL),
    ('500000', '重庆市', '100000'),
    ('410000', '河南省', '100000'),
    ('410400', '平顶山市', '410000'),
    ('320000', '江苏省', '100000'),
    ('320500', '苏州市', '320000');

-- The level that a region's administration has, read off its code: the last digits that are not zero tell it.
CREATE FUNCTION graph.level_of_region(code char(6)) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN code = '100000' THEN 'NATIONAL'
        WHEN code LIKE '__0000' THEN 'PROVINCIAL'
        WHEN code LIKE '____00' THEN 'MUNICIPAL'
        ELSE 'COUNTY'
    END;
COMMENT ON FUNCTION graph.level_of_region IS 'NATIONAL, PROVINCIAL, MUNICIPAL or COUNTY for a GB/T 2260 code.';

CREATE TABLE graph.discipline (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]*$'),
    name text NOT NULL UNIQUE CHECK (name <> '')
);
COMMENT ON TABLE graph.discipline IS '学科 Discipline of a society; the list can be extended.';
COMMENT ON COLUMN graph.discipline.code IS 'Upper-case word, for example SCIENCE.';
COMMENT ON COLUMN graph.discipline.name IS 'Chinese name, for example 理.';

INSERT INTO graph.discipline (code, name) VALUES
    ('SCIENCE', '理'), ('ENGINEERING', '工'), ('AGRICULTURE', '农'), ('MEDICINE', '医'), ('INTERDISCIPLINARY', '交叉');

CREATE TABLE graph.policy_document (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL CHECK (title <> ''),
    document_number text UNIQUE CHECK (document_number <> ''),
    issuer text CHECK (issuer <> ''),
    issued_on date,
    UNIQUE NULLS NOT DISTINCT (title, document_number)
);
COMMENT ON TABLE graph.policy_document IS '文件 Policy document: where a rule, a number or a published list comes from.';
COMMENT ON COLUMN graph.policy_document.id IS 'Key.';
COMMENT ON COLUMN graph.policy_document.title IS 'Title as published.';
COMMENT ON COLUMN graph.policy_document.document_number IS '文号 Document number as published; null where the document has none.';
COMMENT ON COLUMN graph.policy_document.issuer IS 'Issuing body as published; null where it is not stated.';
COMMENT ON COLUMN graph.policy_document.issued_on IS 'Date of issue; null where it is not stated.';

CREATE TABLE graph.rule_set (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text NOT NULL CHECK (title <> ''),
    region_code char(6) NOT NULL REFERENCES graph.region,
    policy_document_id bigint REFERENCES graph.policy_document,
    effective_from date,
    effective_to date,
    is_default boolean NOT NULL DEFAULT false,
    content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    checksum text NOT NULL,
    CHECK (effective_from < effective_to)
);
CREATE UNIQUE INDEX rule_set_one_default ON graph.rule_set (is_default) WHERE is_default;
CREATE INDEX rule_set_region_code ON graph.rule_set (region_code);
CREATE INDEX rule_set_policy_document_id ON graph.rule_set (policy_document_id);
COMMENT ON TABLE graph.rule_set IS '规则集 Rule set: every threshold and definition of one jurisdiction, each with its source clause. Loaded from schema/rules.';
COMMENT ON COLUMN graph.rule_set.id IS 'Key.';
COMMENT ON COLUMN graph.rule_set.code IS 'Name of the rule set in files and queries, for example default.';
COMMENT ON COLUMN graph.rule_set.title IS 'Title for people.';
COMMENT ON COLUMN graph.rule_set.region_code IS 'Jurisdiction: the rule set holds for societies in this region and below it.';
COMMENT ON COLUMN graph.rule_set.policy_document_id IS 'The document that the rules come from; null for rules of this software.';
COMMENT ON COLUMN graph.rule_set.effective_from IS 'First day of effect; null: since ever.';
COMMENT ON COLUMN graph.rule_set.effective_to IS 'First day without effect; null: still in effect.';
COMMENT ON COLUMN graph.rule_set.is_default IS 'True for the one rule set that a query without ruleSet uses.';
COMMENT ON COLUMN graph.rule_set.content IS 'The file as loaded: definitions with their source clauses.';
COMMENT ON COLUMN graph.rule_set.checksum IS 'SHA-256 of the file that was loaded.';
