-- Grain: one row per kind of code and code, with its labels.
INSERT INTO dw.dim_code (kind, code, label_zh, label_en, position)
SELECT kind, code, label_zh, label_en, row_number() OVER (PARTITION BY kind ORDER BY place)
-- Codes stand in the order in which tables list them.
FROM (SELECT *, row_number() OVER () AS place FROM (VALUES
    ('society_kind', 'LEARNED_SOCIETY', '学会', 'learned society'),
    ('society_kind', 'ASSOCIATION', '协会', 'association'),
    ('society_kind', 'RESEARCH_SOCIETY', '研究会', 'research society'),
    ('society_kind', 'PROMOTION_SOCIETY', '促进会', 'promotion society'),
    ('society_kind', 'FEDERATION', '联合会', 'federation'),
    ('society_kind', 'PRIVATE_NON_ENTERPRISE', '民办非企业单位', 'private non-enterprise unit'),
    ('society_kind', 'FOUNDATION', '基金会', 'foundation'),
    ('society_kind', 'INSTITUTE', '研究院', 'institute'),
    ('level', 'NATIONAL', '全国', 'national'),
    ('level', 'PROVINCIAL', '省级', 'provincial'),
    ('level', 'MUNICIPAL', '市级', 'municipal'),
    ('level', 'COUNTY', '县级', 'county'),
    ('level', 'UNKNOWN', '未知', 'unknown'),
    ('operating_state', 'OPERATING', '正常运行', 'operating'),
    ('operating_state', 'SUSPENDED', '暂停活动', 'suspended'),
    ('operating_state', 'CANCELLED', '已注销', 'cancelled'),
    ('category', 'A', 'A类（直管）', 'A: direct management'),
    ('category', 'B', 'B类（双重管理）', 'B: dual management'),
    ('category', 'C', 'C类（功能型特设）', 'C: functional'),
    ('category', 'UNCLASSIFIED', '未分类', 'unclassified'),
    ('branch_status', 'PROPOSED', '推进中', 'proposed'),
    ('branch_status', 'ESTABLISHED', '已成立', 'established'),
    ('branch_status', 'DISSOLVED', '已撤销', 'dissolved'),
    ('organization_form', 'PARTY_COMMITTEE', '党委', 'party committee'),
    ('organization_form', 'GENERAL_BRANCH', '党总支', 'general branch'),
    ('organization_form', 'BRANCH', '党支部', 'branch'),
    ('organization_form', 'JOINT_BRANCH', '联合党支部', 'joint branch'),
    ('organization_form', 'FUNCTIONAL_BRANCH', '功能型特设党支部', 'functional branch'),
    ('organization_form', 'WORK_GROUP', '党的工作小组', 'work group'),
    ('organization_form', 'UNKNOWN', '未知', 'unknown'),
    ('grade', 'EXCELLENT', '优秀', 'excellent'),
    ('grade', 'GOOD', '良好', 'good'),
    ('grade', 'QUALIFIED', '合格', 'qualified'),
    ('grade', 'UNQUALIFIED', '不合格', 'unqualified'),
    ('activity_kind', 'THREE_MEETINGS_ONE_LESSON', '三会一课', 'three meetings, one lesson'),
    ('activity_kind', 'THEME_PARTY_DAY', '主题党日', 'theme party day'),
    ('activity_kind', 'ORGANIZATION_LIFE_MEETING', '组织生活会', 'organization life meeting'),
    ('activity_kind', 'DEMOCRATIC_APPRAISAL', '民主评议', 'democratic appraisal'),
    ('activity_kind', 'OTHER', '其他', 'other'),
    ('meeting_kind', 'LEADING_GROUP', '领导小组会议', 'leading group meeting'),
    ('meeting_kind', 'WORK_MEETING', '党建工作会议', 'work meeting'),
    ('meeting_kind', 'COMMITTEE_MEETING', '党委会议', 'committee meeting'),
    ('meeting_kind', 'STUDY', '中心组学习', 'centre-group study'),
    ('target_kind', 'COMMUNITY_CHECK_IN', '社区报到', 'community check-in'),
    ('target_kind', 'CONTACT_POINT', '联系点', 'contact points'),
    ('target_kind', 'WORK_MEETING', '党建工作会议', 'work meeting'),
    ('target_kind', 'COMMITTEE_MEETING', '党委会议', 'committee meeting'),
    ('target_kind', 'FUND_REPORT', '“双高”资金季报', 'double-high fund report'),
    ('age_band', '35_AND_UNDER', '35岁及以下', '35 and under'),
    ('age_band', '36_TO_45', '36—45岁', '36 to 45'),
    ('age_band', '46_TO_55', '46—55岁', '46 to 55'),
    ('age_band', '56_TO_65', '56—65岁', '56 to 65'),
    ('age_band', '66_AND_OVER', '66岁及以上', '66 and over'),
    ('age_band', 'UNKNOWN', '未知', 'unknown'),
    ('sex', 'FEMALE', '女', 'female'),
    ('sex', 'MALE', '男', 'male'),
    ('sex', 'UNKNOWN', '未知', 'unknown'),
    ('member_status', 'FULL', '正式党员', 'full member'),
    ('member_status', 'PROBATIONARY', '预备党员', 'probationary member'),
    ('bonus_level', 'DEPARTMENT', '厅局级', 'department'),
    ('bonus_level', 'MUNICIPAL', '市级', 'municipal'),
    ('bonus_level', 'CENTRAL', '中央级', 'central'),
    ('claim_status', 'CLAIMED', '已申报', 'claimed'),
    ('claim_status', 'ACCEPTED', '已采纳', 'accepted'),
    ('claim_status', 'REFUSED', '未采纳', 'refused'),
    ('assessment_stage', 'SELF', '自评', 'self-assessment'),
    ('assessment_stage', 'SUPERVISED', '督导初评', 'supervised'),
    ('assessment_stage', 'DEBRIEFED', '述职测评', 'debriefed'),
    ('assessment_stage', 'REVIEWED', '党委审定', 'reviewed'),
    ('assessment_stage', 'ISSUED', '已发文', 'issued'),
    ('scheme_section', 'POLITICAL', '政治建设', 'political work'),
    ('scheme_section', 'TEAM', '班子建设', 'team'),
    ('scheme_section', 'ORGANIZATION', '组织建设', 'organization'),
    ('scheme_section', 'SOCIAL_GOVERNANCE', '社会治理', 'social governance'),
    ('scheme_section', 'DEBRIEF', '书记述职', 'secretary''s debrief'),
    ('uncovered_reason', 'NO_MEMBERS', '无党员', 'no Party members'),
    ('uncovered_reason', 'TOO_FEW_MEMBERS', '党员人数不足', 'too few members'),
    ('uncovered_reason', 'AFFILIATIONS_ELSEWHERE', '组织关系在所在单位', 'affiliations elsewhere'),
    ('uncovered_reason', 'COVERED_BY_SUPPORTING_UNIT', '已由支撑单位党组织覆盖', 'covered by the supporting unit'),
    ('uncovered_reason', 'NEWLY_FOUNDED', '新成立', 'newly founded'),
    ('uncovered_reason', 'NOT_OPERATING', '未正常运行', 'not operating'),
    ('uncovered_reason', 'IN_PREPARATION', '正在筹建', 'in preparation'),
    ('uncovered_reason', 'OTHER', '其他', 'other'),
    ('problem_kind', 'POLITICAL_BUILDING', '政治建设', 'political building'),
    ('problem_kind', 'IDEOLOGY', '意识形态', 'ideology'),
    ('problem_kind', 'CHARTER', '党建入章', 'charter clause'),
    ('problem_kind', 'TEAM_BUILDING', '班子建设', 'team building'),
    ('problem_kind', 'COVERAGE', '应建未建', 'no organization where one is due'),
    ('problem_kind', 'ORGANIZATION_BUILDING', '组织建设', 'organization building'),
    ('problem_kind', 'ORGANIZATION_LIFE', '组织生活', 'organizational life'),
    ('problem_kind', 'MEMBER_MANAGEMENT', '党员教育管理', 'members'' education and management'),
    ('problem_kind', 'LEDGER', '台账资料', 'ledger and papers'),
    ('problem_kind', 'SOCIAL_GOVERNANCE', '参与社会治理', 'social governance'),
    ('problem_kind', 'DISCIPLINE', '党风廉政', 'discipline'),
    ('problem_kind', 'OTHER', '其他', 'other')
) AS listed (kind, code, label_zh, label_en)) AS placed
ON CONFLICT (kind, code) DO UPDATE SET label_zh = excluded.label_zh, label_en = excluded.label_en, position = excluded.position
WHERE (dw.dim_code.label_zh, dw.dim_code.label_en, dw.dim_code.position) IS DISTINCT FROM (excluded.label_zh, excluded.label_en, excluded.position);
INSERT INTO dw.dim_code (kind, code, label_zh, label_en, position)
SELECT 'discipline', d.code, d.name, lower(replace(d.code, '_', ' ')), row_number() OVER (ORDER BY d.code)
FROM source.discipline AS d
ON CONFLICT (kind, code) DO UPDATE SET label_zh = excluded.label_zh, position = excluded.position
WHERE (dw.dim_code.label_zh, dw.dim_code.position) IS DISTINCT FROM (excluded.label_zh, excluded.position);
-- What rule sets call their bonus items and fail rules; of two sets with one code, the first by its name says the label.
INSERT INTO dw.dim_code (kind, code, label_zh, label_en, position)
SELECT DISTINCT ON (k.kind, x.item ->> 'code') k.kind, x.item ->> 'code', x.item ->> 'text', lower(replace(x.item ->> 'code', '_', ' ')), x.place
FROM source.rule_set AS r
CROSS JOIN (VALUES ('bonus_item', '{assessment,bonus,items}'::text[]), ('fail_rule', '{assessment,failRules}')) AS k (kind, path)
CROSS JOIN LATERAL jsonb_array_elements(r.content #> k.path) WITH ORDINALITY AS x (item, place)
ORDER BY k.kind, x.item ->> 'code', r.code
ON CONFLICT (kind, code) DO UPDATE SET label_zh = excluded.label_zh, position = excluded.position
WHERE (dw.dim_code.label_zh, dw.dim_code.position) IS DISTINCT FROM (excluded.label_zh, excluded.position);
-- What rule sets have of their own. A usual code keeps its usual label; of two sets with one code, the first by its name says the label.
INSERT INTO dw.dim_code (kind, code, label_zh, label_en, position)
SELECT DISTINCT ON (k.kind, x.item ->> 'code') k.kind, x.item ->> 'code', x.item ->> k.label, coalesce(x.item ->> 'englishName', lower(replace(x.item ->> 'code', '_', ' '))),
       1000 + x.place
FROM source.rule_set AS r
CROSS JOIN (VALUES ('bonus_level', '{assessment,bonus,levels}'::text[], 'name'), ('scheme_section', '{assessment,sections}', 'title')) AS k (kind, path, label)
CROSS JOIN LATERAL jsonb_array_elements(r.content #> k.path) WITH ORDINALITY AS x (item, place)
WHERE x.item ->> k.label IS NOT NULL
  AND NOT EXISTS (SELECT FROM dw.dim_code AS usual WHERE (usual.kind, usual.code) = (k.kind, x.item ->> 'code') AND usual.position < 1000)
ORDER BY k.kind, x.item ->> 'code', r.is_default DESC, r.code
ON CONFLICT (kind, code) DO UPDATE SET label_zh = excluded.label_zh, label_en = excluded.label_en, position = excluded.position
WHERE (dw.dim_code.label_zh, dw.dim_code.label_en, dw.dim_code.position) IS DISTINCT FROM (excluded.label_zh, excluded.label_en, excluded.position);
