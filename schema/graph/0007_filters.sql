-- What filters and orders need: days of statuses as columns, and indexes.

ALTER TABLE graph.branch_status_period
    ADD COLUMN valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    ADD COLUMN valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED;
COMMENT ON COLUMN graph.branch_status_period.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.branch_status_period.valid_to IS 'First day after the period; null while it lasts.';

CREATE VIEW graph.branch_status_history AS
SELECT branch_id, status, valid_from, valid_to FROM graph.branch_status_period WHERE NOT isempty(valid_during);
COMMENT ON VIEW graph.branch_status_history IS '状态沿革 Periods of at least one day in which a branch had one status.';
COMMENT ON COLUMN graph.branch_status_history.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_status_history.status IS 'Its status.';
COMMENT ON COLUMN graph.branch_status_history.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.branch_status_history.valid_to IS 'First day after the period; null while it lasts.';

-- Searching in names. Trigrams cannot find a word of two characters, which most Chinese words are, and where the database's character
-- type is "C" they find no Chinese at all. Single characters and pairs work in every locale. The cost is what makes the planner test
-- LIKE first and this function last.
CREATE FUNCTION graph.text_grams(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
    RETURN (SELECT array_agg(substr(value, i, 1)) || array_agg(substr(value, i, 2)) FROM generate_series(1, length(value)) AS i);
COMMENT ON FUNCTION graph.text_grams IS 'Every character of a text and every pair of neighbours, for indexes that find a text within a text.';

DROP INDEX graph.committee_name_trgm, graph.society_name_trgm, graph.supporting_unit_name_trgm, graph.branch_name_trgm;
CREATE INDEX committee_name_grams ON graph.committee USING gin (graph.text_grams(name));
CREATE INDEX society_name_grams ON graph.society USING gin (graph.text_grams(name));
CREATE INDEX supporting_unit_name_grams ON graph.supporting_unit USING gin (graph.text_grams(name));
CREATE INDEX society_alias_alias_grams ON graph.society_alias USING gin (graph.text_grams(alias));
CREATE INDEX branch_name_grams ON graph.branch USING gin (graph.text_grams(name));

-- With the key, so that a page ordered by a value that many rows share is read off the index.
DROP INDEX graph.branch_status, graph.branch_status_since, graph.branch_form, graph.society_kind, graph.society_level, graph.society_operating_state;
CREATE INDEX branch_status ON graph.branch (status, id);
CREATE INDEX branch_status_since ON graph.branch (status_since, id);
CREATE INDEX branch_form ON graph.branch (form, id);
CREATE INDEX society_kind ON graph.society (kind, id);
CREATE INDEX society_level ON graph.society (level, id);
CREATE INDEX society_operating_state ON graph.society (operating_state, id);

-- Values that are asked for through a relation.
CREATE INDEX branch_category_period_valid_from ON graph.branch_category_period (valid_from);
CREATE INDEX branch_category_period_valid_to ON graph.branch_category_period (valid_to);
CREATE INDEX branch_status_period_status ON graph.branch_status_period (status);
CREATE INDEX branch_status_period_valid_from ON graph.branch_status_period (valid_from);
CREATE INDEX branch_status_period_valid_to ON graph.branch_status_period (valid_to);
CREATE INDEX member_status ON graph.member (status, branch_id);
CREATE INDEX assessment_item_score_score ON graph.assessment_item_score (score);
-- The one above finds probationary members, too.
DROP INDEX graph.member_probationary;
