-- Members without personal data, and the yearly assessments of branches.

CREATE TABLE graph.member (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    member_ref text NOT NULL UNIQUE CHECK (member_ref <> ''),
    status text NOT NULL CHECK (status IN ('FULL', 'PROBATIONARY')),
    joined_on date
);
CREATE INDEX member_branch_id ON graph.member (branch_id);
-- A full member is nobody to look for among a million of them; a probationary one is.
CREATE INDEX member_probationary ON graph.member (branch_id) WHERE status = 'PROBATIONARY';
COMMENT ON TABLE graph.member IS '党员 Party member of a branch, as little as counting needs: no name, no number of an identity card, no birth date.';
COMMENT ON COLUMN graph.member.id IS 'Key.';
COMMENT ON COLUMN graph.member.branch_id IS 'The branch that the member belongs to today.';
COMMENT ON COLUMN graph.member.member_ref IS 'Pseudonymous reference of the member: who stands behind it is not kept here.';
COMMENT ON COLUMN graph.member.status IS '党员状态 FULL 正式党员 or PROBATIONARY 预备党员.';
COMMENT ON COLUMN graph.member.joined_on IS 'First day in the party; null where it is not stated. Not part of the public contract.';

CREATE TABLE graph.assessment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    year int NOT NULL CHECK (year BETWEEN 1949 AND 2099),
    fixed_score numeric(5, 2) NOT NULL CHECK (fixed_score BETWEEN 0 AND 100),
    bonus_score numeric(5, 2) NOT NULL CHECK (bonus_score >= 0),
    total_score numeric(6, 2) NOT NULL GENERATED ALWAYS AS (fixed_score + bonus_score) STORED,
    grade text NOT NULL CHECK (grade IN ('EXCELLENT', 'GOOD', 'QUALIFIED', 'UNQUALIFIED')),
    UNIQUE (branch_id, year)
);
CREATE INDEX assessment_year_total_score ON graph.assessment (year, total_score);
CREATE INDEX assessment_grade_year ON graph.assessment (grade, year);
CREATE INDEX assessment_fixed_score ON graph.assessment (fixed_score);
CREATE INDEX assessment_bonus_score ON graph.assessment (bonus_score);
CREATE INDEX assessment_total_score ON graph.assessment (total_score);
COMMENT ON TABLE graph.assessment IS '考核 Assessment of a branch for one year, as issued (004).';
COMMENT ON COLUMN graph.assessment.id IS 'Key.';
COMMENT ON COLUMN graph.assessment.branch_id IS 'The branch. A dissolved branch keeps its past assessments.';
COMMENT ON COLUMN graph.assessment.year IS 'The assessed year.';
COMMENT ON COLUMN graph.assessment.fixed_score IS '固定项目得分 Sum of the item scores, from 0 to 100.';
COMMENT ON COLUMN graph.assessment.bonus_score IS '加分 Bonus; no cap is stated.';
COMMENT ON COLUMN graph.assessment.total_score IS '总分 Fixed score and bonus.';
COMMENT ON COLUMN graph.assessment.grade IS '等次 EXCELLENT 优秀, GOOD 良好, QUALIFIED 合格, UNQUALIFIED 不合格. Kept, not computed: a fail rule overrides any score.';

CREATE TABLE graph.assessment_item_score (
    assessment_id bigint NOT NULL REFERENCES graph.assessment ON DELETE CASCADE,
    item_code text NOT NULL CHECK (item_code ~ '^[A-Z][A-Z_]*_[1-9][0-9]?$'),
    section text NOT NULL CHECK (section IN ('POLITICAL', 'TEAM', 'ORGANIZATION', 'SOCIAL_GOVERNANCE', 'DEBRIEF')),
    maximum numeric(5, 2) NOT NULL CHECK (maximum > 0),
    score numeric(5, 2) NOT NULL,
    PRIMARY KEY (assessment_id, item_code),
    CONSTRAINT assessment_item_score_within_maximum CHECK (score BETWEEN 0 AND maximum)
);
CREATE INDEX assessment_item_score_item_code ON graph.assessment_item_score (item_code, score);
COMMENT ON TABLE graph.assessment_item_score IS '考核项目得分 Score of one fixed item of an assessment.';
COMMENT ON COLUMN graph.assessment_item_score.assessment_id IS 'The assessment.';
COMMENT ON COLUMN graph.assessment_item_score.item_code IS 'Section and number within it: ORGANIZATION_2 is 004 组织建设-2.';
COMMENT ON COLUMN graph.assessment_item_score.section IS '部分 POLITICAL 政治建设, TEAM 班子建设, ORGANIZATION 组织建设, SOCIAL_GOVERNANCE 参与社会治理, DEBRIEF 书记年度述职测评.';
COMMENT ON COLUMN graph.assessment_item_score.maximum IS 'Points that the item can give, as the scheme of that year had it.';
COMMENT ON COLUMN graph.assessment_item_score.score IS '得分 Points given, from 0 to the maximum.';

-- Read off the years instead of kept in a flag: nothing can fall out of step when a year is added, corrected or removed, and
-- an index on (branch_id, year) answers it. At most one row a branch, because that pair is unique.
CREATE VIEW graph.branch_latest_assessment AS
SELECT latest.*
FROM graph.assessment AS latest
WHERE NOT EXISTS (SELECT FROM graph.assessment AS later WHERE later.branch_id = latest.branch_id AND later.year > latest.year);
COMMENT ON VIEW graph.branch_latest_assessment IS 'The assessment of each branch''s latest assessed year.';
COMMENT ON COLUMN graph.branch_latest_assessment.id IS 'Key of the assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.branch_id IS 'The branch; one row each.';
COMMENT ON COLUMN graph.branch_latest_assessment.year IS 'Its latest assessed year.';
COMMENT ON COLUMN graph.branch_latest_assessment.fixed_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.bonus_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.total_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.grade IS 'As in graph.assessment.';
