-- What is due of kinds of evidence with a cadence, and the kinds; kinds of activities and levels of bonus
-- claims that rule sets name.

CREATE TABLE dw.dim_evidence_kind (
    definition_id text PRIMARY KEY,
    rule_set_code text NOT NULL,
    position int NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    english_name text NOT NULL,
    subject_kind text NOT NULL,
    nature text NOT NULL,
    every_months int,
    target numeric,
    source text NOT NULL,
    cadence_source text,
    load_run_id bigint NOT NULL REFERENCES dw.load_run
);

CREATE TABLE dw.fct_evidence_due (
    generation int NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('COMMITTEE', 'BRANCH', 'SOCIETY', 'LEADING_GROUP')),
    subject_id bigint NOT NULL,
    kind text NOT NULL,
    period text NOT NULL,
    definition_id text NOT NULL,
    society_id bigint NOT NULL,
    branch_id bigint NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date CHECK (month_key % 100 = 1),
    begins_key int NOT NULL REFERENCES dw.dim_date,
    ends_key int NOT NULL REFERENCES dw.dim_date,
    due_key int NOT NULL REFERENCES dw.dim_date CHECK (begins_key < ends_key AND ends_key <= due_key),
    done_key int NOT NULL REFERENCES dw.dim_date,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    due smallint NOT NULL CHECK (due = 1),
    done smallint NOT NULL CHECK (done BETWEEN 0 AND 1),
    done_late smallint NOT NULL CHECK (done_late BETWEEN 0 AND done),
    missing smallint NOT NULL CHECK (missing BETWEEN 0 AND 1 - done),
    load_run_id bigint NOT NULL,
    PRIMARY KEY (generation, subject_id, subject_kind, kind, period)
) PARTITION BY LIST (generation);
CREATE INDEX fct_evidence_due_society ON dw.fct_evidence_due (society_id);
CREATE INDEX fct_evidence_due_committee ON dw.fct_evidence_due (committee_id, month_key);
-- What is open: a few rows among those of ten years, and each day asks for them.
CREATE INDEX fct_evidence_due_open ON dw.fct_evidence_due (due_key) WHERE done = 0 AND missing = 0;

DO $$
DECLARE
    generation int := (SELECT p.generation FROM dw.published AS p);
    said record;
    place record;
BEGIN
    EXECUTE format('CREATE TABLE dw.fct_evidence_due_g%1$s PARTITION OF dw.fct_evidence_due FOR VALUES IN (%1$s) WITH (fillfactor = 90)', generation);
    CREATE TABLE dw.fct_evidence_due_history (LIKE dw.fct_evidence_due);
    ALTER TABLE dw.fct_evidence_due_history DROP COLUMN generation, ADD COLUMN superseded_run_id bigint NOT NULL,
        ADD PRIMARY KEY (subject_id, subject_kind, kind, period, load_run_id), ADD CHECK (load_run_id < superseded_run_id);
    CREATE INDEX ON dw.fct_evidence_due_history (superseded_run_id);
    COMMENT ON TABLE dw.dim_evidence_kind IS '佐证类别 One row per rule set and kind of evidence records; kinds are data of rule sets.';
    COMMENT ON TABLE dw.fct_evidence_due IS '按期应报 One row per subject, kind of evidence and period in which it is due. Accumulating snapshot: it is done, or missing, in the end. Measures add over all.';
    EXECUTE format('COMMENT ON TABLE dw.fct_evidence_due_g%1$s IS %2$L', generation, format('Generation %s of dw.fct_evidence_due.', generation));
    COMMENT ON TABLE dw.fct_evidence_due_history IS 'Rows of dw.fct_evidence_due that later loads replaced: load L knew those with load_run_id <= L < superseded_run_id.';
    FOR said IN SELECT * FROM (VALUES
        ('generation', 'Generation; readers see the one in dw.published.'),
        ('definition_id', 'The kind as a rule set defines it: code of the rule set, a slash, code of the kind.'),
        ('rule_set_code', 'Code of the rule set.'),
        ('position', 'Place in the rule set, from 1.'),
        ('code', 'Code of the kind.'),
        ('name', 'Chinese name.'),
        ('english_name', 'English name.'),
        ('subject_kind', 'Whom it is about: COMMITTEE, BRANCH, SOCIETY or LEADING_GROUP; of a kind also PERSON.'),
        ('nature', 'STATE: it holds until the next one. EVENT: it happened.'),
        ('every_months', 'Months of each period in which it is due; null where nothing says.'),
        ('target', 'How much is due in a period; null likewise.'),
        ('source', 'Clauses that ask for it.'),
        ('cadence_source', 'Clauses that say when and how much; null where nothing does.'),
        ('subject_id', 'Key of the subject in the graph, among its kind.'),
        ('kind', 'Code of the kind of evidence.'),
        ('period', '2024, 2024H1, 2024Q1, 2024-01; any other by its first and last month.'),
        ('society_id', 'Key of the society in the graph, or of the one of the leading group; 0 for none.'),
        ('branch_id', 'Key of the branch in the graph; 0 for none.'),
        ('month_key', 'Month in which the period ends.'),
        ('begins_key', 'First day of the period.'),
        ('ends_key', 'Last day of the period.'),
        ('due_key', 'Last day in time: the last one of the period and the days of grace.'),
        ('done_key', 'Day on which the target was reached; 0 while it is not.'),
        ('society_key', 'Version of the society, of a branch its lead society, on the first day; 0 for none.'),
        ('branch_key', 'Version of the branch on the first day; 0 for none.'),
        ('committee_id', 'Key of the committee in the graph to which it is due.'),
        ('committee_key', 'Version of the committee on the first day; 0 for none.'),
        ('due', 'Always 1. Adds over all.'),
        ('done', '1 where the target was reached, late or not. Adds over all.'),
        ('done_late', '1 where it was reached after the last day; among done. Adds over all.'),
        ('missing', '1 where it was not reached and the last day is over. due less done less missing is what is still open. Adds over all.'),
        ('load_run_id', 'The load that wrote the row.'),
        ('superseded_run_id', 'The load that replaced it.')
    ) AS listed (name, words) LOOP
        FOR place IN
            SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname ~ '^(fct_evidence_due(_history|_g[0-9]+)?|dim_evidence_kind)$'
              AND a.attname = said.name
        LOOP
            EXECUTE format('COMMENT ON COLUMN dw.%I.%I IS %L', place.relname, place.attname, said.words);
        END LOOP;
    END LOOP;
END $$;

-- Of an activity the usual kind stays, as what its own kind stands for; beside it stand code and names, as recorded.
CREATE TABLE dw.dim_activity_kind (
    rule_set_code text NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    english_name text NOT NULL,
    position int NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (rule_set_code, code)
);
COMMENT ON TABLE dw.dim_activity_kind IS '活动类型 One row per rule set and kind of activity of its own.';
COMMENT ON COLUMN dw.dim_activity_kind.rule_set_code IS 'Code of the rule set.';
COMMENT ON COLUMN dw.dim_activity_kind.code IS 'Code of the kind.';
COMMENT ON COLUMN dw.dim_activity_kind.kind IS 'The usual kind that it stands for; its labels are those of its kind in dim_code.';
COMMENT ON COLUMN dw.dim_activity_kind.name IS 'What the rule set calls it.';
COMMENT ON COLUMN dw.dim_activity_kind.english_name IS 'What it calls it in English.';
COMMENT ON COLUMN dw.dim_activity_kind.position IS 'Place in the rule set, from 1.';
COMMENT ON COLUMN dw.dim_activity_kind.load_run_id IS 'The load that wrote the row.';

-- Likewise of a bonus claim, whose level is the scheme's code.
DO $$
DECLARE
    said record;
    place text;
BEGIN
    FOR said IN SELECT * FROM (VALUES
        ('activity', 'kind_code', '类型代码 Code of a kind of the rule set''s own; null where it is a usual one.'),
        ('activity', 'kind_name', '类型名称 What the rule set calls it; null likewise.'),
        ('activity', 'kind_english_name', 'What it calls it in English; null likewise.'),
        ('bonus', 'level_name', '级别名称 What the scheme calls the level; null where it says nothing of a usual one.'),
        ('bonus', 'level_english_name', 'What it calls it in English; null likewise.')
    ) AS listed (fact, name, words) LOOP
        FOREACH place IN ARRAY ARRAY['', '_history'] LOOP
            EXECUTE format('ALTER TABLE dw.fct_%s%s ADD COLUMN %I text', said.fact, place, said.name);
        END LOOP;
        FOR place IN
            SELECT c.relname FROM pg_class AS c
            WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname ~ ('^fct_' || said.fact || '(_history|_g[0-9]+)?$')
        LOOP
            EXECUTE format('COMMENT ON COLUMN dw.%I.%I IS %L', place, said.name, said.words);
        END LOOP;
    END LOOP;
END $$;
