-- Grades that rule sets name: several may stand for one, so a grade is known by its code.

ALTER TABLE dw.dim_grade
    ADD COLUMN grade_code text,
    ADD COLUMN name text,
    ADD COLUMN english_name text,
    DROP CONSTRAINT dim_grade_pkey;
UPDATE dw.dim_grade SET grade_code = grade;
ALTER TABLE dw.dim_grade ALTER COLUMN grade_code SET NOT NULL, ADD PRIMARY KEY (rule_set_code, grade_code);
COMMENT ON COLUMN dw.dim_grade.grade IS 'What the grade stands for; its labels are those of its kind in dim_code.';
COMMENT ON COLUMN dw.dim_grade.grade_code IS 'Code of the grade; that of grade where the rule set names none of its own.';
COMMENT ON COLUMN dw.dim_grade.name IS 'What the rule set calls it; null where it is the usual one.';
COMMENT ON COLUMN dw.dim_grade.english_name IS 'What it calls it in English; null likewise.';

DO $$
DECLARE
    said record;
    place text;
BEGIN
    FOR said IN SELECT * FROM (VALUES
        ('grade_code', '等次代码 Code of the grade in a scheme with grades of its own; null where it has the usual ones.'),
        ('grade_name', '等次名称 What that scheme calls the grade; null likewise.'),
        ('grade_english_name', 'What it calls it in English; null likewise.')
    ) AS listed (name, words) LOOP
        FOREACH place IN ARRAY ARRAY['', '_history'] LOOP
            EXECUTE format('ALTER TABLE dw.fct_assessment%s ADD COLUMN %I text', place, said.name);
        END LOOP;
        FOR place IN
            SELECT c.relname FROM pg_class AS c
            WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname ~ '^fct_assessment(_history|_g[0-9]+)?$'
        LOOP
            EXECUTE format('COMMENT ON COLUMN dw.%I.%I IS %L', place, said.name, said.words);
        END LOOP;
    END LOOP;
END $$;
