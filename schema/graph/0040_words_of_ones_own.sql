-- A rule set may name grades, sections and levels of its own. What a result keeps of a grade are its code and names, as issued; the grade
-- beside them says what it stands for, so that everything that counts excellent or failed branches counts those of every city. Of a
-- section or level the code is kept; beside it stands the usual one, or OTHER, for readers that know those alone.
ALTER TABLE graph.assessment
    ADD COLUMN grade_code text CHECK (grade_code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    ADD COLUMN grade_name text CHECK (grade_name <> ''),
    ADD COLUMN grade_english_name text CHECK (grade_english_name <> ''),
    ADD CONSTRAINT assessment_grade_is_named_whole CHECK (num_nonnulls(grade_code, grade_name, grade_english_name) IN (0, 3));
COMMENT ON COLUMN graph.assessment.grade IS '等次 What the grade stands for: EXCELLENT 优秀, GOOD 良好, QUALIFIED 合格, UNQUALIFIED 不合格. Kept, not computed: a fail rule overrides any score.';
COMMENT ON COLUMN graph.assessment.grade_code IS 'Code of the grade in a scheme that has grades of its own; null where it has the usual ones.';
COMMENT ON COLUMN graph.assessment.grade_name IS 'What that scheme calls it; null likewise.';
COMMENT ON COLUMN graph.assessment.grade_english_name IS 'What it calls it in English; null likewise.';

ALTER TABLE graph.bonus_claim
    DROP CONSTRAINT bonus_claim_level_check,
    ADD CONSTRAINT bonus_claim_level_check CHECK (level ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$' AND level <> 'OTHER'),
    ADD COLUMN usual_level text NOT NULL GENERATED ALWAYS AS (CASE WHEN level IN ('DEPARTMENT', 'MUNICIPAL', 'CENTRAL') THEN level ELSE 'OTHER' END) STORED,
    ADD COLUMN level_name text CHECK (level_name <> ''),
    ADD COLUMN level_english_name text CHECK (level_english_name <> ''),
    ADD CONSTRAINT bonus_claim_level_is_named_whole CHECK (num_nonnulls(level_name, level_english_name) IN (0, 2) AND (usual_level <> 'OTHER' OR level_name IS NOT NULL));
COMMENT ON COLUMN graph.bonus_claim.level IS '级别 Code of the level in the scheme: DEPARTMENT 部门, MUNICIPAL 市级, CENTRAL 中央, or one of its own.';
COMMENT ON COLUMN graph.bonus_claim.usual_level IS 'That code where it is a usual one, else OTHER.';
COMMENT ON COLUMN graph.bonus_claim.level_name IS 'What the scheme calls it; null where it says nothing of a usual one.';
COMMENT ON COLUMN graph.bonus_claim.level_english_name IS 'What the scheme calls it in English; null likewise.';

ALTER TABLE graph.assessment_item_score
    DROP CONSTRAINT assessment_item_score_section_check,
    ADD CONSTRAINT assessment_item_score_section_check CHECK (section ~ '^[A-Z]+(_[A-Z]+)*$' AND section <> 'OTHER'),
    ADD COLUMN usual_section text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN section IN ('POLITICAL', 'TEAM', 'ORGANIZATION', 'SOCIAL_GOVERNANCE', 'DEBRIEF') THEN section ELSE 'OTHER' END) STORED;
COMMENT ON COLUMN graph.assessment_item_score.section IS '部分 Code of the section in the scheme: POLITICAL 政治建设, TEAM 班子建设, ORGANIZATION 组织建设, SOCIAL_GOVERNANCE 参与社会治理, DEBRIEF 书记年度述职测评, or one of its own.';
COMMENT ON COLUMN graph.assessment_item_score.usual_section IS 'That code where it is a usual one, else OTHER.';
ALTER TABLE graph.assessment_rating
    DROP CONSTRAINT assessment_rating_section_check,
    ADD CONSTRAINT assessment_rating_section_check CHECK (section ~ '^[A-Z]+(_[A-Z]+)*$' AND section <> 'OTHER'),
    ADD COLUMN usual_section text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN section IN ('POLITICAL', 'TEAM', 'ORGANIZATION', 'SOCIAL_GOVERNANCE', 'DEBRIEF') THEN section ELSE 'OTHER' END) STORED;
COMMENT ON COLUMN graph.assessment_rating.section IS '部分 Code of the section in the scheme.';
COMMENT ON COLUMN graph.assessment_rating.usual_section IS 'That code where it is a usual one, else OTHER.';

-- Of an activity the usual kind stays, as what its own kind stands for: minimums, appraisals and everything else go by it.
ALTER TABLE graph.activity
    ADD COLUMN kind_code text CHECK (kind_code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    ADD COLUMN kind_name text CHECK (kind_name <> ''),
    ADD COLUMN kind_english_name text CHECK (kind_english_name <> ''),
    ADD CONSTRAINT activity_kind_is_named_whole CHECK (num_nonnulls(kind_code, kind_name, kind_english_name) IN (0, 3));
COMMENT ON COLUMN graph.activity.kind_code IS 'Code of a kind of the rule set''s own; null where it is a usual one.';
COMMENT ON COLUMN graph.activity.kind_name IS 'What the rule set calls it; null likewise.';
COMMENT ON COLUMN graph.activity.kind_english_name IS 'What it calls it in English; null likewise.';
