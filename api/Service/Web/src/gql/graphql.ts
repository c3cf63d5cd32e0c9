/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** 权限 What a role may do. */
export type AccessRight =
  /** 变更分类 Proposals and decisions. */
  | 'CHANGE_CATEGORIES'
  /** 变更覆盖 Ledgers, reasons, instructors, vetoes. */
  | 'CHANGE_COVERAGE'
  /** 变更领导小组 Groups and their meetings. */
  | 'CHANGE_LEADING_GROUPS'
  /** 变更党员 Members, transfers, employment. */
  | 'CHANGE_MEMBERS'
  /** 变更机构 Committees, societies, branches. */
  | 'CHANGE_ORGANIZATIONS'
  /** 变更职务 Posts and council terms. */
  | 'CHANGE_POSTS'
  /** 变更工作要点 Contact points, rectifications, meetings, funds. */
  | 'CHANGE_WORK_POINTS'
  /** 审定考核 Rounds, reviews, findings and results. */
  | 'DECIDE_ASSESSMENTS'
  /** 导出 Lists as files. */
  | 'EXPORT'
  /** 导入 Sheets and published lists. */
  | 'IMPORT'
  /** 发布报告 Reports that stay. */
  | 'ISSUE_REPORTS'
  /** 制作令牌 Tokens of one's own roles, for programs. */
  | 'MAKE_TOKENS'
  /** 管理账号 Accounts, roles and tokens. */
  | 'MANAGE_ACCESS'
  /** 管理下级账号 Accounts and roles of who works in the own committee and below it. */
  | 'MANAGE_ACCOUNTS'
  /** 查看考核 Scores, grades and stages. */
  | 'READ_ASSESSMENTS'
  /** 查看机构 Societies, party organizations and what they do. */
  | 'READ_ORGANIZATIONS'
  /** 查看人员 Members, posts and affiliations. */
  | 'READ_PEOPLE'
  /** 登记支部工作 Activities, dues, evidence, self-assessment. */
  | 'RECORD_BRANCH_WORK'
  /** 督导评分 The first rating, by a supervision team. */
  | 'SUPERVISE_ASSESSMENTS'
  /** 作废记录 Records that were entered in error. */
  | 'VOID_RECORDS';

/** 角色 In which role somebody asks. */
export type AccessRole =
  /** 未登录 Nobody who is known. */
  | 'ANONYMOUS'
  /** 支部书记 One branch. */
  | 'BRANCH_SECRETARY'
  /** 党委管理员 A committee and those below it. */
  | 'COMMITTEE_ADMINISTRATOR'
  /** 党员 Own records. */
  | 'MEMBER'
  /** 研究人员 Organizations and numbers everywhere, people nowhere. */
  | 'RESEARCHER'
  /** 督导团成员 The branches that one supervision team is assigned, and of them the assessment. */
  | 'SUPERVISOR'
  /** 系统管理员 Everything, accounts and roles included. */
  | 'SYSTEM_ADMINISTRATOR';

/** An order by all `Activity` items of a list together. */
export type ActivityAggregateSortInput = {
  /** By the mean over the items, rounded to 6 places; null where there are none. */
  avg?: ActivityNumberSortInput | null | undefined;
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: ActivityExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: ActivityExtremeSortInput | null | undefined;
  /** By the sum over the items; null where there are none. */
  sum?: ActivityNumberSortInput | null | undefined;
};

/** An order of `ActivityCompliance`: one field per entry, several are an error. */
export type ActivityComplianceSortInput = {
  /** 民主评议 Appraisals held. */
  appraisalCount?: SortEnumType | null | undefined;
  /** How many are needed. */
  appraisalMinimum?: SortEnumType | null | undefined;
  /** 实到 Sum of those who came. */
  attendedCount?: SortEnumType | null | undefined;
  /** 分类 The branch's last category of that year. */
  category?: SortEnumType | null | undefined;
  /** Clause that says so. */
  clause?: SortEnumType | null | undefined;
  /** 集中开展 Collective activities held. */
  collectiveCount?: SortEnumType | null | undefined;
  /** Those with plan, attendance and record. */
  documentedCount?: SortEnumType | null | undefined;
  /** 应到 Sum of those expected. */
  expectedCount?: SortEnumType | null | undefined;
  /** All activities held. */
  heldCount?: SortEnumType | null | undefined;
  /** 达标 Whether there were enough. */
  isMet?: SortEnumType | null | undefined;
  /** 组织生活会 Organization life meetings held (004 班子建设-4). */
  lifeMeetingCount?: SortEnumType | null | undefined;
  /** How many are needed; null where no rule set says. */
  lifeMeetingMinimum?: SortEnumType | null | undefined;
  /** How many the category needs: 6, of a functional branch 4, unless the rules say otherwise. */
  minimum?: SortEnumType | null | undefined;
  /** The year: one with activities, a plan or an entry in a round. */
  year?: SortEnumType | null | undefined;
};

/** Conditions on a value over all `Activity` items of a list together; all that are given must hold. */
export type ActivityExtremeFilterInput = {
  /** The day that it was held on; null while it is only planned. */
  heldOn?: DateOperationFilterInput | null | undefined;
  /** 年度 Year of the day held, else of the day planned. */
  year?: IntOperationFilterInput | null | undefined;
};

/** A value of `Activity` whose least or greatest orders. */
export type ActivityExtremeSortInput = {
  /** The day that it was held on; null while it is only planned. */
  heldOn?: SortEnumType | null | undefined;
  /** 年度 Year of the day held, else of the day planned. */
  year?: SortEnumType | null | undefined;
};

/** Conditions on `Activity`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type ActivityFilterInput = {
  /** All of these hold. */
  and?: Array<ActivityFilterInput> | null | undefined;
  /** The branch. */
  branch?: BranchFilterInput | null | undefined;
  /** The day that it was held on; null while it is only planned. */
  heldOn?: DateOperationFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** 类型 Kind; where it is one of the rule set's own, the usual one that it stands for. */
  kind?: ActivityKindOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: ActivityFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<ActivityFilterInput> | null | undefined;
  /** 年度 Year of the day held, else of the day planned. */
  year?: IntOperationFilterInput | null | undefined;
};

/** 类型 Kind of an activity. */
export type ActivityKind =
  /** 民主评议 */
  | 'DEMOCRATIC_APPRAISAL'
  /** 组织生活会 */
  | 'ORGANIZATION_LIFE_MEETING'
  /** 其他 */
  | 'OTHER'
  /** 主题党日 */
  | 'THEME_PARTY_DAY'
  /** 三会一课 */
  | 'THREE_MEETINGS_ONE_LESSON';

/** Conditions on a value of `ActivityKind`; all that are given must hold. */
export type ActivityKindOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: ActivityKind | null | undefined;
  /** Equal to one of these. */
  in?: Array<ActivityKind | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: ActivityKind | null | undefined;
  /** Equal to none of these. */
  nin?: Array<ActivityKind | null | undefined> | null | undefined;
};

/** Conditions on a value over all `Activity` items of a list together; all that are given must hold. */
export type ActivityMeanFilterInput = {
  /** 年度 Year of the day held, else of the day planned. */
  year?: DecimalOperationFilterInput | null | undefined;
};

/** A number of `Activity` whose sum or mean orders. */
export type ActivityNumberSortInput = {
  /** 年度 Year of the day held, else of the day planned. */
  year?: SortEnumType | null | undefined;
};

/** Conditions on a value over all `Activity` items of a list together; all that are given must hold. */
export type ActivitySumFilterInput = {
  /** 年度 Year of the day held, else of the day planned. */
  year?: LongOperationFilterInput | null | undefined;
};

/** An order of `AdmonitionTalk`: one field per entry, several are an error. */
export type AdmonitionTalkSortInput = {
  /** The day by which it is due. */
  dueOn?: SortEnumType | null | undefined;
  /** The entry. */
  entry?: AssessmentEntrySortInput | null | undefined;
  /** When it was held; null before. */
  heldOn?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** When a correction lifted the result before it was held; null where none did. */
  lapsedOn?: SortEnumType | null | undefined;
  /** Counts changes, from 1. */
  version?: SortEnumType | null | undefined;
};

/** Conditions on `AffiliationTransfer`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type AffiliationTransferFilterInput = {
  /** All of these hold. */
  and?: Array<AffiliationTransferFilterInput> | null | undefined;
  /** Where it lay: a branch. */
  fromBranch?: BranchFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: AffiliationTransferFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<AffiliationTransferFilterInput> | null | undefined;
  /** Day of the request. */
  requestedOn?: DateOperationFilterInput | null | undefined;
  /** 状态 State. */
  state?: TransferStateOperationFilterInput | null | undefined;
  /** Where it goes: a branch. */
  toBranch?: BranchFilterInput | null | undefined;
};

/** An order of `AffiliationTransfer`: one field per entry, several are an error. */
export type AffiliationTransferSortInput = {
  /** Where it lay: a branch. */
  fromBranch?: BranchSortInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** Day of the request. */
  requestedOn?: SortEnumType | null | undefined;
  /** Where it goes: a branch. */
  toBranch?: BranchSortInput | null | undefined;
};

/** 积极分子状态 State of an applicant. */
export type ApplicantState =
  /** 培养中 */
  | 'CULTIVATED'
  /** 已发展 A member since. */
  | 'DEVELOPED'
  /** 已终止 */
  | 'ENDED';

/** An order by all `Assessment` items of a list together. */
export type AssessmentAggregateSortInput = {
  /** By the mean over the items, rounded to 6 places; null where there are none. */
  avg?: AssessmentNumberSortInput | null | undefined;
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: AssessmentExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: AssessmentExtremeSortInput | null | undefined;
  /** By the sum over the items; null where there are none. */
  sum?: AssessmentNumberSortInput | null | undefined;
};

/** Conditions on `AssessmentEntry`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type AssessmentEntryFilterInput = {
  /** All of these hold. */
  and?: Array<AssessmentEntryFilterInput> | null | undefined;
  /** The branch. */
  branch?: BranchFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: AssessmentEntryFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<AssessmentEntryFilterInput> | null | undefined;
  /** The round. */
  round?: AssessmentRoundFilterInput | null | undefined;
  /** 阶段 Stage that it has reached. */
  stage?: AssessmentStageOperationFilterInput | null | undefined;
};

/** An order of `AssessmentEntry`: one field per entry, several are an error. */
export type AssessmentEntrySortInput = {
  /** 活动达标 Activities of the year against what the category needs. */
  activityCompliance?: ActivityComplianceSortInput | null | undefined;
  /** 诫勉谈话 The talk that an `UNQUALIFIED` result leads to; null where none does (004 第七条). */
  admonitionTalk?: AdmonitionTalkSortInput | null | undefined;
  /** The branch. */
  branch?: BranchSortInput | null | undefined;
  /** 述职测评 The secretary's debrief; null before it was held (004 （五）). */
  debrief?: DebriefSortInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** 考核结果 The result that stands; null before it was issued. */
  result?: AssessmentSortInput | null | undefined;
  /** 阶段 Stage that it has reached. */
  stage?: SortEnumType | null | undefined;
  /** Sums of these scores, with the bonus apart. */
  standing?: AssessmentStandingSortInput | null | undefined;
};

/** Conditions on a value over all `Assessment` items of a list together; all that are given must hold. */
export type AssessmentExtremeFilterInput = {
  /** 加分 Bonus; no cap is stated. */
  bonusScore?: DecimalOperationFilterInput | null | undefined;
  /** 固定项目得分 Sum of the item scores and of a survey, where the scheme scores one; from 0 to the scheme's total, 100 in 004. */
  fixedScore?: DecimalOperationFilterInput | null | undefined;
  /** 总分 Fixed score and bonus. */
  totalScore?: DecimalOperationFilterInput | null | undefined;
  /** 年度 The assessed year. */
  year?: IntOperationFilterInput | null | undefined;
};

/** A value of `Assessment` whose least or greatest orders. */
export type AssessmentExtremeSortInput = {
  /** 加分 Bonus; no cap is stated. */
  bonusScore?: SortEnumType | null | undefined;
  /** 固定项目得分 Sum of the item scores and of a survey, where the scheme scores one; from 0 to the scheme's total, 100 in 004. */
  fixedScore?: SortEnumType | null | undefined;
  /** 总分 Fixed score and bonus. */
  totalScore?: SortEnumType | null | undefined;
  /** 年度 The assessed year. */
  year?: SortEnumType | null | undefined;
};

/** Conditions on `Assessment`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type AssessmentFilterInput = {
  /** All of these hold. */
  and?: Array<AssessmentFilterInput> | null | undefined;
  /** 加分 Bonus; no cap is stated. */
  bonusScore?: DecimalOperationFilterInput | null | undefined;
  /** The assessed branch. */
  branch?: BranchFilterInput | null | undefined;
  /** 固定项目得分 Sum of the item scores and of a survey, where the scheme scores one; from 0 to the scheme's total, 100 in 004. */
  fixedScore?: DecimalOperationFilterInput | null | undefined;
  /**
   * 等次 What the grade stands for, the same for every scheme; `gradeName` is what a scheme with grades of its own calls it. A fail rule
   * overrides any score.
   */
  grade?: AssessmentGradeOperationFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** 考核项目得分 Scores of the fixed items, by their codes. */
  items?: ListFilterInputTypeOfAssessmentItemScoreFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: AssessmentFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<AssessmentFilterInput> | null | undefined;
  /** 总分 Fixed score and bonus. */
  totalScore?: DecimalOperationFilterInput | null | undefined;
  /** 年度 The assessed year. */
  year?: IntOperationFilterInput | null | undefined;
};

/** 等次 What a grade stands for. */
export type AssessmentGrade =
  /** 优秀 */
  | 'EXCELLENT'
  /** 良好 */
  | 'GOOD'
  /** 合格 */
  | 'QUALIFIED'
  /** 不合格 */
  | 'UNQUALIFIED';

/** Conditions on a value of `AssessmentGrade`; all that are given must hold. */
export type AssessmentGradeOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: AssessmentGrade | null | undefined;
  /** Equal to one of these. */
  in?: Array<AssessmentGrade | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: AssessmentGrade | null | undefined;
  /** Equal to none of these. */
  nin?: Array<AssessmentGrade | null | undefined> | null | undefined;
};

/** Conditions on a value over all `AssessmentItemScore` items of a list together; all that are given must hold. */
export type AssessmentItemScoreExtremeFilterInput = {
  /** 得分 Points given, from 0 to the maximum. */
  score?: DecimalOperationFilterInput | null | undefined;
};

/** Conditions on `AssessmentItemScore`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type AssessmentItemScoreFilterInput = {
  /** All of these hold. */
  and?: Array<AssessmentItemScoreFilterInput> | null | undefined;
  /** Section and number within it: `ORGANIZATION_2` is 004 组织建设-2. */
  itemCode?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: AssessmentItemScoreFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<AssessmentItemScoreFilterInput> | null | undefined;
  /** 得分 Points given, from 0 to the maximum. */
  score?: DecimalOperationFilterInput | null | undefined;
};

/** Conditions on a value over all `AssessmentItemScore` items of a list together; all that are given must hold. */
export type AssessmentItemScoreMeanFilterInput = {
  /** 得分 Points given, from 0 to the maximum. */
  score?: DecimalOperationFilterInput | null | undefined;
};

/** Conditions on a value over all `AssessmentItemScore` items of a list together; all that are given must hold. */
export type AssessmentItemScoreSumFilterInput = {
  /** 得分 Points given, from 0 to the maximum. */
  score?: DecimalOperationFilterInput | null | undefined;
};

/** Conditions on a value over all `Assessment` items of a list together; all that are given must hold. */
export type AssessmentMeanFilterInput = {
  /** 加分 Bonus; no cap is stated. */
  bonusScore?: DecimalOperationFilterInput | null | undefined;
  /** 固定项目得分 Sum of the item scores and of a survey, where the scheme scores one; from 0 to the scheme's total, 100 in 004. */
  fixedScore?: DecimalOperationFilterInput | null | undefined;
  /** 总分 Fixed score and bonus. */
  totalScore?: DecimalOperationFilterInput | null | undefined;
  /** 年度 The assessed year. */
  year?: DecimalOperationFilterInput | null | undefined;
};

/** A number of `Assessment` whose sum or mean orders. */
export type AssessmentNumberSortInput = {
  /** 加分 Bonus; no cap is stated. */
  bonusScore?: SortEnumType | null | undefined;
  /** 固定项目得分 Sum of the item scores and of a survey, where the scheme scores one; from 0 to the scheme's total, 100 in 004. */
  fixedScore?: SortEnumType | null | undefined;
  /** 总分 Fixed score and bonus. */
  totalScore?: SortEnumType | null | undefined;
  /** 年度 The assessed year. */
  year?: SortEnumType | null | undefined;
};

/** An order by all `AssessmentRound` items of a list together. */
export type AssessmentRoundAggregateSortInput = {
  /** By the mean over the items, rounded to 6 places; null where there are none. */
  avg?: AssessmentRoundNumberSortInput | null | undefined;
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: AssessmentRoundExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: AssessmentRoundExtremeSortInput | null | undefined;
  /** By the sum over the items; null where there are none. */
  sum?: AssessmentRoundNumberSortInput | null | undefined;
};

/** Conditions on a value over all `AssessmentRound` items of a list together; all that are given must hold. */
export type AssessmentRoundExtremeFilterInput = {
  /** 年度 The assessed year. */
  year?: IntOperationFilterInput | null | undefined;
};

/** A value of `AssessmentRound` whose least or greatest orders. */
export type AssessmentRoundExtremeSortInput = {
  /** 年度 The assessed year. */
  year?: SortEnumType | null | undefined;
};

/** Conditions on `AssessmentRound`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type AssessmentRoundFilterInput = {
  /** All of these hold. */
  and?: Array<AssessmentRoundFilterInput> | null | undefined;
  /** The committee that assesses. */
  committee?: CommitteeFilterInput | null | undefined;
  /** 参评 The branches that are assessed. */
  entries?: ListFilterInputTypeOfAssessmentEntryFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: AssessmentRoundFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<AssessmentRoundFilterInput> | null | undefined;
  /** 状态 Open, or issued as a whole. */
  status?: RoundStatusOperationFilterInput | null | undefined;
  /** 年度 The assessed year. */
  year?: IntOperationFilterInput | null | undefined;
};

/** Conditions on a value over all `AssessmentRound` items of a list together; all that are given must hold. */
export type AssessmentRoundMeanFilterInput = {
  /** 年度 The assessed year. */
  year?: DecimalOperationFilterInput | null | undefined;
};

/** A number of `AssessmentRound` whose sum or mean orders. */
export type AssessmentRoundNumberSortInput = {
  /** 年度 The assessed year. */
  year?: SortEnumType | null | undefined;
};

/** Conditions on a value over all `AssessmentRound` items of a list together; all that are given must hold. */
export type AssessmentRoundSumFilterInput = {
  /** 年度 The assessed year. */
  year?: LongOperationFilterInput | null | undefined;
};

/** 部分 Section of the assessment scheme (004). */
export type AssessmentSection =
  /** 书记年度述职测评 */
  | 'DEBRIEF'
  /** 组织建设 */
  | 'ORGANIZATION'
  /** Another one, that a scheme has of its own: its code and title stand beside it. */
  | 'OTHER'
  /** 政治建设 */
  | 'POLITICAL'
  /** 参与社会治理 */
  | 'SOCIAL_GOVERNANCE'
  /** 班子建设 */
  | 'TEAM';

/** An order of `Assessment`: one field per entry, several are an error. */
export type AssessmentSortInput = {
  /** 加分 Bonus; no cap is stated. */
  bonusScore?: SortEnumType | null | undefined;
  /** The assessed branch. */
  branch?: BranchSortInput | null | undefined;
  /** The document that issued it; null where it is not known. */
  document?: PolicyDocumentSortInput | null | undefined;
  /** 参评 The way through the round that led to it: stages, scores, claims, findings. Null for years that were not run here. */
  entry?: AssessmentEntrySortInput | null | undefined;
  /** 固定项目得分 Sum of the item scores and of a survey, where the scheme scores one; from 0 to the scheme's total, 100 in 004. */
  fixedScore?: SortEnumType | null | undefined;
  /**
   * 等次 What the grade stands for, the same for every scheme; `gradeName` is what a scheme with grades of its own calls it. A fail rule
   * overrides any score.
   */
  grade?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** 总分 Fixed score and bonus. */
  totalScore?: SortEnumType | null | undefined;
  /** 年度 The assessed year. */
  year?: SortEnumType | null | undefined;
};

/** 阶段 Stage of an assessment (004 第六条). */
export type AssessmentStage =
  /** 述职测评 */
  | 'DEBRIEFED'
  /** 正式发文 */
  | 'ISSUED'
  /** 党委评定 */
  | 'REVIEWED'
  /** 自查自评 */
  | 'SELF'
  /** 督导团初评 */
  | 'SUPERVISED';

/** Conditions on a value of `AssessmentStage`; all that are given must hold. */
export type AssessmentStageOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: AssessmentStage | null | undefined;
  /** Equal to one of these. */
  in?: Array<AssessmentStage | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: AssessmentStage | null | undefined;
  /** Equal to none of these. */
  nin?: Array<AssessmentStage | null | undefined> | null | undefined;
};

/** An order of `AssessmentStanding`: one field per entry, several are an error. */
export type AssessmentStandingSortInput = {
  /** 加分 Accepted bonus: one piece of evidence once, at its highest level, up to the scheme's cap. */
  bonusScore?: SortEnumType | null | undefined;
  /** Whether a finding that stands makes it fail. */
  hasFailed?: SortEnumType | null | undefined;
  /** 评定得分 Sum of what the committee decided; null before it did. */
  reviewScore?: SortEnumType | null | undefined;
  /** 自评得分 Sum of what the branch gave itself; null before it did. */
  selfScore?: SortEnumType | null | undefined;
};

/** Conditions on a value over all `Assessment` items of a list together; all that are given must hold. */
export type AssessmentSumFilterInput = {
  /** 加分 Bonus; no cap is stated. */
  bonusScore?: DecimalOperationFilterInput | null | undefined;
  /** 固定项目得分 Sum of the item scores and of a survey, where the scheme scores one; from 0 to the scheme's total, 100 in 004. */
  fixedScore?: DecimalOperationFilterInput | null | undefined;
  /** 总分 Fixed score and bonus. */
  totalScore?: DecimalOperationFilterInput | null | undefined;
  /** 年度 The assessed year. */
  year?: LongOperationFilterInput | null | undefined;
};

/** Decision on a bonus claim. */
export type BonusClaimStatus =
  /** 已认定 */
  | 'ACCEPTED'
  /** 已申报 */
  | 'CLAIMED'
  /** 不予认定 */
  | 'REFUSED';

/** Conditions on a value of `BonusClaimStatus`; all that are given must hold. */
export type BonusClaimStatusOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: BonusClaimStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<BonusClaimStatus | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: BonusClaimStatus | null | undefined;
  /** Equal to none of these. */
  nin?: Array<BonusClaimStatus | null | undefined> | null | undefined;
};

/** 级别 Level at which a bonus is given (004 （六）). */
export type BonusLevel =
  /** 中央 */
  | 'CENTRAL'
  /** 所在部门 */
  | 'DEPARTMENT'
  /** 市级 */
  | 'MUNICIPAL'
  /** Another one, that a scheme has of its own: its code and name stand beside it. */
  | 'OTHER';

/** Conditions on a value of `BonusLevel`; all that are given must hold. */
export type BonusLevelOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: BonusLevel | null | undefined;
  /** Equal to one of these. */
  in?: Array<BonusLevel | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: BonusLevel | null | undefined;
  /** Equal to none of these. */
  nin?: Array<BonusLevel | null | undefined> | null | undefined;
};

/** Conditions on a value of `Boolean`; all that are given must hold. */
export type BooleanOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: boolean | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: boolean | null | undefined;
};

/** An order by all `Branch` items of a list together. */
export type BranchAggregateSortInput = {
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: BranchExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: BranchExtremeSortInput | null | undefined;
};

/** Conditions on `BranchAlias`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type BranchAliasFilterInput = {
  /** The other name, as it appears. */
  alias?: StringOperationFilterInput | null | undefined;
  /** All of these hold. */
  and?: Array<BranchAliasFilterInput> | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: BranchAliasFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<BranchAliasFilterInput> | null | undefined;
};

/** 所属机构 Body of a society that has a party organization (002 §3). */
export type BranchBody =
  /** 办事机构 */
  | 'OFFICE'
  /** 学会本身 */
  | 'SOCIETY'
  /** 分支机构 */
  | 'SUB_SOCIETY';

/** Conditions on a value of `BranchBody`; all that are given must hold. */
export type BranchBodyOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: BranchBody | null | undefined;
  /** Equal to one of these. */
  in?: Array<BranchBody | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: BranchBody | null | undefined;
  /** Equal to none of these. */
  nin?: Array<BranchBody | null | undefined> | null | undefined;
};

/** 分类 Category of a branch (000 §二). */
export type BranchCategory =
  /** 直管: all members' affiliations are with the society party committee. */
  | 'A'
  /** 双重管理: the society has a supporting unit and all members are its staff. */
  | 'B'
  /** 功能型特设: the members' affiliations are not with the committee. */
  | 'C'
  /** 未分类: nothing states a category, or the membership fits none. */
  | 'UNCLASSIFIED';

/** Conditions on a value of `BranchCategory`; all that are given must hold. */
export type BranchCategoryOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: BranchCategory | null | undefined;
  /** Equal to one of these. */
  in?: Array<BranchCategory | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: BranchCategory | null | undefined;
  /** Equal to none of these. */
  nin?: Array<BranchCategory | null | undefined> | null | undefined;
};

/** Conditions on a value over all `Branch` items of a list together; all that are given must hold. */
export type BranchExtremeFilterInput = {
  /** 终止日期 First day without a temporary organization, which may be to come; null: it is not temporary. */
  endsOn?: DateOperationFilterInput | null | undefined;
  /** First day of the present status; null where it is not stated. */
  statusSince?: DateOperationFilterInput | null | undefined;
};

/** A value of `Branch` whose least or greatest orders. */
export type BranchExtremeSortInput = {
  /** 终止日期 First day without a temporary organization, which may be to come; null: it is not temporary. */
  endsOn?: SortEnumType | null | undefined;
  /** First day of the present status; null where it is not stated. */
  statusSince?: SortEnumType | null | undefined;
};

/** Conditions on `Branch`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type BranchFilterInput = {
  /** 活动 Its activities, planned and held (004 组织建设-2). */
  activities?: ListFilterInputTypeOfActivityFilterInput | null | undefined;
  /** 曾用名 Other names under which it appears. */
  aliases?: ListFilterInputTypeOfBranchAliasFilterInput | null | undefined;
  /** All of these hold. */
  and?: Array<BranchFilterInput> | null | undefined;
  /** 考核 Its issued results, one a year: the versions that stand. What is still open is in `assessmentEntries`. */
  assessments?: ListFilterInputTypeOfAssessmentFilterInput | null | undefined;
  /** 所属机构 Which body of its society it is of (002 §3). */
  body?: BranchBodyOperationFilterInput | null | undefined;
  /** 下级党组织 The organizations that it leads (002 §3). */
  branches?: ListFilterInputTypeOfBranchFilterInput | null | undefined;
  /** 分类 Category (000 §二); `UNCLASSIFIED` on a day for which none is stated. */
  category?: BranchCategoryOperationFilterInput | null | undefined;
  /** 分类沿革 Categories over time, the latest first. */
  categoryHistory?: ListFilterInputTypeOfCategoryPeriodFilterInput | null | undefined;
  /** 隶属党委 The committee above it; null of a joint branch that is another committee's, out of the caller's sight. */
  committee?: CommitteeFilterInput | null | undefined;
  /** 终止日期 First day without a temporary organization, which may be to come; null: it is not temporary. */
  endsOn?: DateOperationFilterInput | null | undefined;
  /** 组织形式 Form; where it is one of the rule set's own, the usual one that it stands for. */
  form?: OrganizationFormOperationFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** 最近考核 The issued result of its latest assessed year; null where it has none yet. */
  latestAssessment?: AssessmentFilterInput | null | undefined;
  /**
   * 党员 The members that belong to it today; those whose membership ended are not among them. With `asOf` those of that day, with the status that they had
   * then; a filter or order by the number of members asks for today.
   */
  members?: ListFilterInputTypeOfMemberFilterInput | null | undefined;
  /** Name as published; nothing is corrected. */
  name?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: BranchFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<BranchFilterInput> | null | undefined;
  /** 上级党组织 The party committee or general branch that leads it (002 §3); null: the committee leads it directly. */
  parent?: BranchFilterInput | null | undefined;
  /** All societies that it stands for; several for a joint branch. */
  societies?: ListFilterInputTypeOfSocietyFilterInput | null | undefined;
  /** The society that it stands for; of a joint branch, the one that leads. Null where none is known. */
  society?: SocietyFilterInput | null | undefined;
  /** 状态 Present status. */
  status?: BranchStatusOperationFilterInput | null | undefined;
  /** 状态沿革 Statuses over time, the latest first. On a day outside of them the organization did not exist or nothing is stated. */
  statusHistory?: ListFilterInputTypeOfStatusPeriodFilterInput | null | undefined;
  /** First day of the present status; null where it is not stated. */
  statusSince?: DateOperationFilterInput | null | undefined;
  /** 支撑单位 The supporting unit of its society; null where none is known. */
  supportingUnit?: SupportingUnitFilterInput | null | undefined;
};

/** An order of `Branch`: one field per entry, several are an error. */
export type BranchSortInput = {
  /** 活动 Its activities, planned and held (004 组织建设-2). */
  activities?: ActivityAggregateSortInput | null | undefined;
  /** 考核 Its issued results, one a year: the versions that stand. What is still open is in `assessmentEntries`. */
  assessments?: AssessmentAggregateSortInput | null | undefined;
  /** 所属机构 Which body of its society it is of (002 §3). */
  body?: SortEnumType | null | undefined;
  /** 下级党组织 The organizations that it leads (002 §3). */
  branches?: BranchAggregateSortInput | null | undefined;
  /** 分类 Category (000 §二); `UNCLASSIFIED` on a day for which none is stated. */
  category?: SortEnumType | null | undefined;
  /** 隶属党委 The committee above it; null of a joint branch that is another committee's, out of the caller's sight. */
  committee?: CommitteeSortInput | null | undefined;
  /** 终止日期 First day without a temporary organization, which may be to come; null: it is not temporary. */
  endsOn?: SortEnumType | null | undefined;
  /** 佐证记录 What is recorded of it, such as 六有: states that hold on a day, and events up to it. No record means unknown, never no. */
  evidence?: EvidenceRecordAggregateSortInput | null | undefined;
  /** 佐证沿革 All its records, void ones too. */
  evidenceHistory?: EvidenceRecordAggregateSortInput | null | undefined;
  /** 组织形式 Form; where it is one of the rule set's own, the usual one that it stands for. */
  form?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** 最近考核 The issued result of its latest assessed year; null where it has none yet. */
  latestAssessment?: AssessmentSortInput | null | undefined;
  /**
   * 党员 The members that belong to it today; those whose membership ended are not among them. With `asOf` those of that day, with the status that they had
   * then; a filter or order by the number of members asks for today.
   */
  members?: MemberAggregateSortInput | null | undefined;
  /** 修订记录 Records of it that were corrected, moved or declared void. */
  mendings?: MendedRecordAggregateSortInput | null | undefined;
  /** Name as published; nothing is corrected. */
  name?: SortEnumType | null | undefined;
  /** 上级党组织 The party committee or general branch that leads it (002 §3); null: the committee leads it directly. */
  parent?: BranchSortInput | null | undefined;
  /** All societies that it stands for; several for a joint branch. */
  societies?: SocietyAggregateSortInput | null | undefined;
  /** The society that it stands for; of a joint branch, the one that leads. Null where none is known. */
  society?: SocietySortInput | null | undefined;
  /** 状态 Present status. */
  status?: SortEnumType | null | undefined;
  /** First day of the present status; null where it is not stated. */
  statusSince?: SortEnumType | null | undefined;
  /** 支撑单位 The supporting unit of its society; null where none is known. */
  supportingUnit?: SupportingUnitSortInput | null | undefined;
};

/** 状态 Status of a party organization. */
export type BranchStatus =
  /** 已撤销 */
  | 'DISSOLVED'
  /** 已成立 */
  | 'ESTABLISHED'
  /** 推进中 */
  | 'PROPOSED';

/** Conditions on a value of `BranchStatus`; all that are given must hold. */
export type BranchStatusOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: BranchStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<BranchStatus | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: BranchStatus | null | undefined;
  /** Equal to none of these. */
  nin?: Array<BranchStatus | null | undefined> | null | undefined;
};

/** How much a broken rule weighs; a rule set says it. */
export type BreachSeverity =
  /** A mutation that breaks it is refused; what stands here came in another way or became so. */
  | 'ERROR'
  /** It is done, and shown. */
  | 'WARNING';

/** Condition of a category, or of the upgrade to A (000 §二, §四). */
export type CategoryCondition =
  /** All members' affiliations are with branches of the committee. */
  | 'ALL_AFFILIATIONS_WITH_COMMITTEE'
  /** All members are staff of the supporting unit. */
  | 'ALL_STAFF_OF_SUPPORTING_UNIT'
  /** 已成立 The branch is established. */
  | 'ESTABLISHED'
  /** The branch has members. */
  | 'HAS_MEMBERS'
  /** The society has a supporting unit. */
  | 'HAS_SUPPORTING_UNIT'
  /** All members' affiliations are elsewhere. */
  | 'NO_AFFILIATION_WITH_COMMITTEE';

/** Conditions on a value over all `CategoryPeriod` items of a list together; all that are given must hold. */
export type CategoryPeriodExtremeFilterInput = {
  /** First day; null where the start is not stated. */
  validFrom?: DateOperationFilterInput | null | undefined;
  /** First day after the period; null while it lasts. */
  validTo?: DateOperationFilterInput | null | undefined;
};

/** Conditions on `CategoryPeriod`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type CategoryPeriodFilterInput = {
  /** All of these hold. */
  and?: Array<CategoryPeriodFilterInput> | null | undefined;
  /** The category. */
  category?: BranchCategoryOperationFilterInput | null | undefined;
  /** The document that states it; null where none does. */
  document?: PolicyDocumentFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: CategoryPeriodFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<CategoryPeriodFilterInput> | null | undefined;
  /** First day; null where the start is not stated. */
  validFrom?: DateOperationFilterInput | null | undefined;
  /** First day after the period; null while it lasts. */
  validTo?: DateOperationFilterInput | null | undefined;
};

/** Why a category is derived, or none (000 §二). */
export type CategoryReason =
  /** 组织关系混合 Some affiliations are with the committee, others elsewhere. */
  | 'AFFILIATIONS_MIXED'
  /** 组织关系不明 Of some members it is not stated where their affiliation lies. */
  | 'AFFILIATION_NOT_STATED'
  /** Its conditions hold. */
  | 'CONDITIONS_MET'
  /** The conditions of no category hold. */
  | 'NO_CATEGORY_FITS'
  /** 无党员 The branch has no members. */
  | 'NO_MEMBERS';

/** 五个清 Aspects of a ledger (002 §2). */
export type ClarityAspect =
  /** 业务运行情况清 */
  | 'OPERATION'
  /** 党员队伍情况清 */
  | 'PARTY_MEMBERS'
  /** 负责人情况清 */
  | 'PERSON_IN_CHARGE'
  /** 职工队伍情况清 */
  | 'STAFF'
  /** 未建党组织原因清: entered with `recordUncoveredReason`. */
  | 'UNCOVERED_REASON';

/** Whether an aspect is clear. */
export type ClarityState =
  /** 清 */
  | 'CLEAR'
  /** 不适用: no reason is asked of a society that has an organization. */
  | 'NOT_APPLICABLE'
  /** 未登记 */
  | 'NOT_RECORDED'
  /** 不清: it was looked at and is not clear. */
  | 'UNCLEAR';

/** An order by all `Committee` items of a list together. */
export type CommitteeAggregateSortInput = {
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: CommitteeExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: CommitteeExtremeSortInput | null | undefined;
};

/** Conditions on `CommitteeAlias`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type CommitteeAliasFilterInput = {
  /** The other name, as it appears. */
  alias?: StringOperationFilterInput | null | undefined;
  /** All of these hold. */
  and?: Array<CommitteeAliasFilterInput> | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: CommitteeAliasFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<CommitteeAliasFilterInput> | null | undefined;
};

/** Conditions on a value over all `Committee` items of a list together; all that are given must hold. */
export type CommitteeExtremeFilterInput = {
  /** First day without the committee; null while it exists. */
  abolishedOn?: DateOperationFilterInput | null | undefined;
  /** Date of establishment; null where it is not stated. */
  establishedOn?: DateOperationFilterInput | null | undefined;
};

/** A value of `Committee` whose least or greatest orders. */
export type CommitteeExtremeSortInput = {
  /** First day without the committee; null while it exists. */
  abolishedOn?: SortEnumType | null | undefined;
  /** Date of establishment; null where it is not stated. */
  establishedOn?: SortEnumType | null | undefined;
};

/** Conditions on `Committee`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type CommitteeFilterInput = {
  /** 撤销原因 Why it was abolished; null while it exists, or where it is not stated. */
  abolishReason?: StringOperationFilterInput | null | undefined;
  /** First day without the committee; null while it exists. */
  abolishedOn?: DateOperationFilterInput | null | undefined;
  /** 曾用名 Other names under which it appears. */
  aliases?: ListFilterInputTypeOfCommitteeAliasFilterInput | null | undefined;
  /** All of these hold. */
  and?: Array<CommitteeFilterInput> | null | undefined;
  /** 年度考核 Its rounds of assessment. */
  assessmentRounds?: ListFilterInputTypeOfAssessmentRoundFilterInput | null | undefined;
  /** The party organizations that it leads. */
  branches?: ListFilterInputTypeOfBranchFilterInput | null | undefined;
  /** 下级党委 The committees below it. */
  children?: ListFilterInputTypeOfCommitteeFilterInput | null | undefined;
  /** Date of establishment; null where it is not stated. */
  establishedOn?: DateOperationFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** 层级 Administrative level, that of its region. */
  level?: LevelOperationFilterInput | null | undefined;
  /** Name as published. */
  name?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: CommitteeFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<CommitteeFilterInput> | null | undefined;
  /** 上级党委 The committee above it; null at the top, or where it is not stated. */
  parent?: CommitteeFilterInput | null | undefined;
  /** 行政区划 Region whose science association the committee belongs to. */
  region?: RegionFilterInput | null | undefined;
  /** The lists that it published. */
  rosters?: ListFilterInputTypeOfRosterFilterInput | null | undefined;
  /** The societies that it is responsible for. */
  societies?: ListFilterInputTypeOfSocietyFilterInput | null | undefined;
  /** This `Committee`, or one that is below it today. */
  within?: string | null | undefined;
};

/** An order of `Committee`: one field per entry, several are an error. */
export type CommitteeSortInput = {
  /** 撤销原因 Why it was abolished; null while it exists, or where it is not stated. */
  abolishReason?: SortEnumType | null | undefined;
  /** First day without the committee; null while it exists. */
  abolishedOn?: SortEnumType | null | undefined;
  /** 年度考核 Its rounds of assessment. */
  assessmentRounds?: AssessmentRoundAggregateSortInput | null | undefined;
  /** The party organizations that it leads. */
  branches?: BranchAggregateSortInput | null | undefined;
  /** 下级党委 The committees below it. */
  children?: CommitteeAggregateSortInput | null | undefined;
  /** Date of establishment; null where it is not stated. */
  establishedOn?: SortEnumType | null | undefined;
  /** 佐证记录 What is recorded of the committee itself: states that hold on a day, and events up to it. */
  evidence?: EvidenceRecordAggregateSortInput | null | undefined;
  /** 佐证沿革 All records of the committee itself, void ones too. */
  evidenceHistory?: EvidenceRecordAggregateSortInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** 不合规 Rules of leading groups that its societies break or broke. */
  leadingGroupBreaches?: LeadingGroupBreachAggregateSortInput | null | undefined;
  /** 层级 Administrative level, that of its region. */
  level?: SortEnumType | null | undefined;
  /** 修订记录 Records of it, its societies and branches that were corrected, moved or declared void. */
  mendings?: MendedRecordAggregateSortInput | null | undefined;
  /** Name as published. */
  name?: SortEnumType | null | undefined;
  /** 上级党委 The committee above it; null at the top, or where it is not stated. */
  parent?: CommitteeSortInput | null | undefined;
  /** 行政区划 Region whose science association the committee belongs to. */
  region?: RegionSortInput | null | undefined;
  /** The lists that it published. */
  rosters?: RosterAggregateSortInput | null | undefined;
  /** The societies that it is responsible for. */
  societies?: SocietyAggregateSortInput | null | undefined;
};

/** Another period. */
export type ComparedPeriod =
  /** 环比 The one before: of the same length, or with a length of time in `by` the month, quarter, half-year or year before. */
  | 'PERIOD_BEFORE'
  /** 同比 The same months a year before. */
  | 'YEAR_BEFORE';

/** What to set beside a value: another period, another rule set, or both. */
export type ComparisonInput = {
  /** First month of another period of the same length; instead of `period`. */
  from?: string | null | undefined;
  /** Another period. */
  period?: ComparedPeriod | null | undefined;
  /** Code of another rule set. */
  ruleSet?: string | null | undefined;
};

/** An order of `CouncilTerm`: one field per entry, several are an error. */
export type CouncilTermSortInput = {
  /** 换届 First day after the term: that of its renewal. */
  endsOn?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** The society. */
  society?: SocietySortInput | null | undefined;
  /** First day. */
  startedOn?: SortEnumType | null | undefined;
  /** 第几届 Number of the term, from 1. */
  termNumber?: SortEnumType | null | undefined;
  /** Counts changes, from 1. */
  version?: SortEnumType | null | undefined;
};

/** Which societies take part in a coverage rate. */
export type CoverageFilterInput = {
  /** All of these hold. */
  and?: Array<CoverageFilterInput> | null | undefined;
  /** 分类 Category of the society's branch. */
  category?: BranchCategoryOperationFilterInput | null | undefined;
  /** 科技社团党委 The society's committee. */
  committee?: IdOperationFilterInput | null | undefined;
  /** Code of the discipline. */
  discipline?: StringOperationFilterInput | null | undefined;
  /** 层级 Level of the society. */
  level?: LevelOperationFilterInput | null | undefined;
  /** First day of the month. */
  month?: DateOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: CoverageFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<CoverageFilterInput> | null | undefined;
  /** 科技社团 The society. */
  society?: IdOperationFilterInput | null | undefined;
  /** 类型 Kind of the society. */
  societyKind?: SocietyKindOperationFilterInput | null | undefined;
};

/** Conditions on a value of `Date`; all that are given must hold. */
export type DateOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: string | null | undefined;
  /** Greater than this. */
  gt?: string | null | undefined;
  /** Greater than or equal to this. */
  gte?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string | null | undefined> | null | undefined;
  /** Less than this. */
  lt?: string | null | undefined;
  /** Less than or equal to this. */
  lte?: string | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: string | null | undefined;
  /** Not greater than this. */
  ngt?: string | null | undefined;
  /** Neither greater than nor equal to this. */
  ngte?: string | null | undefined;
  /** Equal to none of these. */
  nin?: Array<string | null | undefined> | null | undefined;
  /** Not less than this. */
  nlt?: string | null | undefined;
  /** Neither less than nor equal to this. */
  nlte?: string | null | undefined;
};

/** How a secretary reported (004 （五）). */
export type DebriefBasis =
  /** 现场述职 */
  | 'IN_PERSON'
  /** 书面述职: the secretary was absent. */
  | 'WRITTEN';

/** An order of `Debrief`: one field per entry, several are an error. */
export type DebriefSortInput = {
  /** Number of ballots. */
  ballotCount?: SortEnumType | null | undefined;
  /** Present, or in writing. */
  basis?: SortEnumType | null | undefined;
  /** When. */
  heldOn?: SortEnumType | null | undefined;
  /** Mean of their rates, from 0 to 1. */
  meanRate?: SortEnumType | null | undefined;
  /** 述职人 The secretary who reported; null where nobody is known. */
  reporter?: PersonSortInput | null | undefined;
  /** 得分 The item's maximum times the mean rate. */
  score?: SortEnumType | null | undefined;
};

/** Conditions on a value of `Decimal`; all that are given must hold. */
export type DecimalOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: number | null | undefined;
  /** Greater than this. */
  gt?: number | null | undefined;
  /** Greater than or equal to this. */
  gte?: number | null | undefined;
  /** Equal to one of these. */
  in?: Array<number | null | undefined> | null | undefined;
  /** Less than this. */
  lt?: number | null | undefined;
  /** Less than or equal to this. */
  lte?: number | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: number | null | undefined;
  /** Not greater than this. */
  ngt?: number | null | undefined;
  /** Neither greater than nor equal to this. */
  ngte?: number | null | undefined;
  /** Equal to none of these. */
  nin?: Array<number | null | undefined> | null | undefined;
  /** Not less than this. */
  nlt?: number | null | undefined;
  /** Neither less than nor equal to this. */
  nlte?: number | null | undefined;
};

/** Conditions on `Discipline`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type DisciplineFilterInput = {
  /** All of these hold. */
  and?: Array<DisciplineFilterInput> | null | undefined;
  /** Upper-case word, for example `SCIENCE`. */
  code?: StringOperationFilterInput | null | undefined;
  /** Chinese name, for example 理. */
  name?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: DisciplineFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<DisciplineFilterInput> | null | undefined;
};

/** An order of `Discipline`: one field per entry, several are an error. */
export type DisciplineSortInput = {
  /** Upper-case word, for example `SCIENCE`. */
  code?: SortEnumType | null | undefined;
  /** Chinese name, for example 理. */
  name?: SortEnumType | null | undefined;
};

/** Kind of a discrepancy. */
export type DiscrepancyCode =
  /** The stated and the listed number of a category differ. */
  | 'COUNT_DIFFERS'
  /** A society's name does not tell its kind. */
  | 'KIND_NOT_STATED'
  /** A branch of the committee that the list leaves out. */
  | 'NOT_LISTED';

/** Conditions on a value of `DiscrepancyCode`; all that are given must hold. */
export type DiscrepancyCodeOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: DiscrepancyCode | null | undefined;
  /** Equal to one of these. */
  in?: Array<DiscrepancyCode | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: DiscrepancyCode | null | undefined;
  /** Equal to none of these. */
  nin?: Array<DiscrepancyCode | null | undefined> | null | undefined;
};

/** Conditions on a value over all `Discrepancy` items of a list together; all that are given must hold. */
export type DiscrepancyExtremeFilterInput = {
  /** Listed number, where it is about numbers. */
  listed?: IntOperationFilterInput | null | undefined;
  /** Stated number, where it is about numbers. */
  stated?: IntOperationFilterInput | null | undefined;
};

/** Conditions on `Discrepancy`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type DiscrepancyFilterInput = {
  /** All of these hold. */
  and?: Array<DiscrepancyFilterInput> | null | undefined;
  /** What kind of thing it is. */
  code?: DiscrepancyCodeOperationFilterInput | null | undefined;
  /** Listed number, where it is about numbers. */
  listed?: IntOperationFilterInput | null | undefined;
  /** A sentence for people. */
  message?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: DiscrepancyFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<DiscrepancyFilterInput> | null | undefined;
  /** Stated number, where it is about numbers. */
  stated?: IntOperationFilterInput | null | undefined;
  /** What it is about: a category or a name. */
  subject?: StringOperationFilterInput | null | undefined;
};

/** Conditions on a value over all `Discrepancy` items of a list together; all that are given must hold. */
export type DiscrepancyMeanFilterInput = {
  /** Listed number, where it is about numbers. */
  listed?: DecimalOperationFilterInput | null | undefined;
  /** Stated number, where it is about numbers. */
  stated?: DecimalOperationFilterInput | null | undefined;
};

/** Conditions on a value over all `Discrepancy` items of a list together; all that are given must hold. */
export type DiscrepancySumFilterInput = {
  /** Listed number, where it is about numbers. */
  listed?: LongOperationFilterInput | null | undefined;
  /** Stated number, where it is about numbers. */
  stated?: LongOperationFilterInput | null | undefined;
};

/** Conditions on `Duty`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type DutyFilterInput = {
  /** All of these hold. */
  and?: Array<DutyFilterInput> | null | undefined;
  /** The committee to which it is due. */
  committee?: CommitteeFilterInput | null | undefined;
  /** Day on which everything was done; null where something is missing. */
  doneOn?: DateOperationFilterInput | null | undefined;
  /** Last day in time. */
  dueOn?: DateOperationFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** What it is. */
  kind?: DutyKindOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: DutyFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<DutyFilterInput> | null | undefined;
  /** `2023`, `2023Q1` and the like; the stage to reach for `RECTIFICATION`, the event's day for `EVENT_FILING`. */
  period?: StringOperationFilterInput | null | undefined;
  /** The committee member from whom it is due, for `CONTACT_POINT`. */
  person?: PersonFilterInput | null | undefined;
  /** The society from which it is due; null where it is not one's. */
  society?: SocietyFilterInput | null | undefined;
  /** 办理情况 How it stands. */
  state?: DutyStateOperationFilterInput | null | undefined;
};

/** 应办事项 Kind of what is due. */
export type DutyKind =
  /** 党委会 (001 §16) */
  | 'COMMITTEE_MEETING'
  /** 社区报到 (001 §12) */
  | 'COMMUNITY_CHECK_IN'
  /** 党建联系点 (001 §16) */
  | 'CONTACT_POINT'
  /** 论坛报备 (004 政治建设-4) */
  | 'EVENT_FILING'
  /** 双高资金季报 (001 §11) */
  | 'FUND_REPORT'
  /** 整改 (001 §7): one for each stage to reach. */
  | 'RECTIFICATION'
  /** 党建工作例会 (001 §16) */
  | 'WORK_MEETING';

/** Conditions on a value of `DutyKind`; all that are given must hold. */
export type DutyKindOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: DutyKind | null | undefined;
  /** Equal to one of these. */
  in?: Array<DutyKind | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: DutyKind | null | undefined;
  /** Equal to none of these. */
  nin?: Array<DutyKind | null | undefined> | null | undefined;
};

/** An order of `Duty`: one field per entry, several are an error. */
export type DutySortInput = {
  /** The committee to which it is due. */
  committee?: CommitteeSortInput | null | undefined;
  /** Last day in time. */
  dueOn?: SortEnumType | null | undefined;
  /** The event to file, for `EVENT_FILING`. */
  eventFiling?: EventFilingSortInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** The committee member from whom it is due, for `CONTACT_POINT`. */
  person?: PersonSortInput | null | undefined;
  /** The problem to rectify, for `RECTIFICATION`. */
  rectification?: RectificationSortInput | null | undefined;
  /** The society from which it is due; null where it is not one's. */
  society?: SocietySortInput | null | undefined;
};

/** 办理情况 How something that is due stands. */
export type DutyState =
  /** 已办 Done in time. */
  | 'DONE'
  /** 逾期办结 Done, after its last day. */
  | 'DONE_LATE'
  /** 待办 There is time, and it is not done. */
  | 'DUE'
  /** 逾期 Its last day is over, and it is not done. */
  | 'LATE';

/** Conditions on a value of `DutyState`; all that are given must hold. */
export type DutyStateOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: DutyState | null | undefined;
  /** Equal to one of these. */
  in?: Array<DutyState | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: DutyState | null | undefined;
  /** Equal to none of these. */
  nin?: Array<DutyState | null | undefined> | null | undefined;
};

/** An order of `EventFiling`: one field per entry, several are an error. */
export type EventFilingSortInput = {
  /** Its title. */
  event?: SortEnumType | null | undefined;
  /** Day on which it was filed; null where it was not. */
  filedOn?: SortEnumType | null | undefined;
  /** Day on which it is held. */
  heldOn?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** The society. */
  society?: SocietySortInput | null | undefined;
  /** Counts changes, from 1. */
  version?: SortEnumType | null | undefined;
};

/** Conditions on `EvidenceDue`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type EvidenceDueFilterInput = {
  /** All of these hold. */
  and?: Array<EvidenceDueFilterInput> | null | undefined;
  /** The committee to which it is due; it owes it itself where `subjectKind` is `COMMITTEE`. */
  committee?: CommitteeFilterInput | null | undefined;
  /** The kind, as the rule set defines it. */
  definition?: EvidenceKindFilterInput | null | undefined;
  /** Last day in time. */
  dueOn?: DateOperationFilterInput | null | undefined;
  /** 类别代码 Code of the kind, for example `GROUP_YEAR_REPORT`. */
  kind?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: EvidenceDueFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<EvidenceDueFilterInput> | null | undefined;
  /** 办理情况 How it stands. */
  state?: DutyStateOperationFilterInput | null | undefined;
  /** Who owes it; a person owes nothing. */
  subjectKind?: EvidenceSubjectOperationFilterInput | null | undefined;
};

/** An order of `EvidenceDue`: one field per entry, several are an error. */
export type EvidenceDueSortInput = {
  /** The committee to which it is due; it owes it itself where `subjectKind` is `COMMITTEE`. */
  committee?: CommitteeSortInput | null | undefined;
  /** The kind, as the rule set defines it. */
  definition?: EvidenceKindSortInput | null | undefined;
  /** Last day in time. */
  dueOn?: SortEnumType | null | undefined;
};

/** Conditions on `EvidenceKind`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type EvidenceKindFilterInput = {
  /** All of these hold. */
  and?: Array<EvidenceKindFilterInput> | null | undefined;
  /** Code, for example `SIX_HAVES`. */
  code?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: EvidenceKindFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<EvidenceKindFilterInput> | null | undefined;
};

/** An order of `EvidenceKind`: one field per entry, several are an error. */
export type EvidenceKindSortInput = {
  /** Code, for example `SIX_HAVES`. */
  code?: SortEnumType | null | undefined;
};

/** An order by all `EvidenceRecord` items of a list together. */
export type EvidenceRecordAggregateSortInput = {
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: EvidenceRecordExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: EvidenceRecordExtremeSortInput | null | undefined;
};

/** A value of `EvidenceRecord` whose least or greatest orders. */
export type EvidenceRecordExtremeSortInput = {
  /** Day on which it was found or happened. */
  heldOn?: SortEnumType | null | undefined;
  /** 作废 Day on which it was declared void, as entered in error; null where it stands. */
  voidedOn?: SortEnumType | null | undefined;
};

/** Whom an evidence record is about. */
export type EvidenceSubject =
  /** 党组织 */
  | 'BRANCH'
  /** 科技社团党委 */
  | 'COMMITTEE'
  /** 党建工作领导小组 */
  | 'LEADING_GROUP'
  /** 人员 */
  | 'PERSON'
  /** 科技社团 */
  | 'SOCIETY';

/** Conditions on a value of `EvidenceSubject`; all that are given must hold. */
export type EvidenceSubjectOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: EvidenceSubject | null | undefined;
  /** Equal to one of these. */
  in?: Array<EvidenceSubject | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: EvidenceSubject | null | undefined;
  /** Equal to none of these. */
  nin?: Array<EvidenceSubject | null | undefined> | null | undefined;
};

/** 情形 What records can put to a committee as a finding. */
export type FindingCause =
  /** 年检不合格 (004 第五条（七）1) */
  | 'INSPECTION_FAILED'
  /** 社团被撤销或注销 (004 第五条（七）1) */
  | 'SOCIETY_CANCELLED'
  /** 一票否决 A veto holds on the cut-off day (002 §10). */
  | 'VETO';

/** Conditions on a value of `ID`; all that are given must hold. */
export type IdOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: string | null | undefined;
  /** Equal to none of these. */
  nin?: Array<string | null | undefined> | null | undefined;
  /** Of something in a tree: this, or one that is below it today. Of anything else an error. */
  within?: string | null | undefined;
};

/** What an indicator can be grouped by. Each has its own: `dimensions`. */
export type IndicatorKey =
  /** 年龄段 */
  | 'AGE_BAND'
  /** 党组织 */
  | 'BRANCH'
  /** 分类 The branch's category. */
  | 'CATEGORY'
  /** 科技社团党委 Each committee by itself. */
  | 'COMMITTEE'
  /** Each committee with all that are below it on the day; groups overlap. */
  | 'COMMITTEE_TREE'
  /** 学科 The society's discipline. */
  | 'DISCIPLINE'
  /** 组织形式 The branch's form. */
  | 'FORM'
  /** 半年 */
  | 'HALF_YEAR'
  /** Kind of activity, meeting, target or problem. */
  | 'KIND'
  /** 层级 The society's administrative level. */
  | 'LEVEL'
  /** 党员身份 */
  | 'MEMBER_STATUS'
  /** 月 */
  | 'MONTH'
  /** 省 The committee's province. */
  | 'PROVINCE'
  /** 季度 */
  | 'QUARTER'
  /** 行政区划 The committee's region. */
  | 'REGION'
  /** 性别 */
  | 'SEX'
  /** 科技社团 Society; of a branch, the lead one. */
  | 'SOCIETY'
  /** 类型 The society's kind. */
  | 'SOCIETY_KIND'
  /** 年 */
  | 'YEAR';

/** What takes part in an indicator. It must be one of its `dimensions`; another one is an error. */
export type IndicatorSubjectFilterInput = {
  /** 年龄段 Age band. */
  ageBand?: StringOperationFilterInput | null | undefined;
  /** All of these hold. */
  and?: Array<IndicatorSubjectFilterInput> | null | undefined;
  /** 党组织 The branch. */
  branch?: IdOperationFilterInput | null | undefined;
  /** 分类 The branch's category. */
  category?: BranchCategoryOperationFilterInput | null | undefined;
  /** 科技社团党委 The committee by itself. */
  committee?: IdOperationFilterInput | null | undefined;
  /** The committee and all that are below it on the day. */
  committeeTree?: IdOperationFilterInput | null | undefined;
  /** Code of the discipline. */
  discipline?: StringOperationFilterInput | null | undefined;
  /** 组织形式 The branch's form. */
  form?: OrganizationFormOperationFilterInput | null | undefined;
  /** Kind of activity, meeting or target. */
  kind?: StringOperationFilterInput | null | undefined;
  /** 层级 The society's administrative level. */
  level?: LevelOperationFilterInput | null | undefined;
  /** 党员身份 Status of the member. */
  memberStatus?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: IndicatorSubjectFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<IndicatorSubjectFilterInput> | null | undefined;
  /** Code of the province (GB/T 2260). */
  province?: StringOperationFilterInput | null | undefined;
  /** Code of the region (GB/T 2260). */
  region?: StringOperationFilterInput | null | undefined;
  /** 性别 Sex. */
  sex?: StringOperationFilterInput | null | undefined;
  /** 科技社团 The society; of a branch, the lead one. */
  society?: IdOperationFilterInput | null | undefined;
  /** 类型 The society's kind. */
  societyKind?: SocietyKindOperationFilterInput | null | undefined;
};

/** What a value is. */
export type IndicatorUnit =
  /** 分 */
  | 'POINTS'
  /** From 0 to 1. */
  | 'RATIO';

/** Conditions on a value of `Int`; all that are given must hold. */
export type IntOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: number | null | undefined;
  /** Greater than this. */
  gt?: number | null | undefined;
  /** Greater than or equal to this. */
  gte?: number | null | undefined;
  /** Equal to one of these. */
  in?: Array<number | null | undefined> | null | undefined;
  /** Less than this. */
  lt?: number | null | undefined;
  /** Less than or equal to this. */
  lte?: number | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: number | null | undefined;
  /** Not greater than this. */
  ngt?: number | null | undefined;
  /** Neither greater than nor equal to this. */
  ngte?: number | null | undefined;
  /** Equal to none of these. */
  nin?: Array<number | null | undefined> | null | undefined;
  /** Not less than this. */
  nlt?: number | null | undefined;
  /** Neither less than nor equal to this. */
  nlte?: number | null | undefined;
};

/** An order by all `LeadingGroupBreach` items of a list together. */
export type LeadingGroupBreachAggregateSortInput = {
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: LeadingGroupBreachExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: LeadingGroupBreachExtremeSortInput | null | undefined;
};

/** Rules of leading groups that can be found broken. */
export type LeadingGroupBreachCode =
  /** Nobody is named who keeps in touch with the committee (003 第九条). */
  | 'CONTACT_MISSING'
  /** No leader (003 第五条). */
  | 'LEADER_MISSING'
  /** A leader who may not lead: neither the council's chair nor, where the chair is no party member, a vice-chair who is one (003 第五条). */
  | 'LEADER_NOT_ELIGIBLE'
  /** An even number of seats (003 第五条). */
  | 'LEADING_GROUP_EVEN'
  /** No group: the society's council has none (003 第二条). */
  | 'LEADING_GROUP_MISSING'
  /** 未经批准: never approved by the committee (003 第六条). */
  | 'LEADING_GROUP_NOT_APPROVED'
  /** 未同步改选: the council was renewed and the group was not re-elected with it (003 第六条). */
  | 'LEADING_GROUP_NOT_REELECTED'
  /** 届满未改选: the council's term is over and the group neither expired nor re-elected (003 第六条). */
  | 'LEADING_GROUP_PAST_ITS_TERM'
  /** 任期不同: submitted outside of the council's term (003 第六条). */
  | 'LEADING_GROUP_TERM_NOT_BOUND'
  /** More seats than it normally has at the most (003 第五条). */
  | 'LEADING_GROUP_TOO_LARGE'
  /** No rules of its own were filed where they must be (003 第二十一条). */
  | 'LOCAL_RULES_MISSING'
  /** Minutes that were not signed in time (003 第二十条). */
  | 'MINUTES_NOT_SIGNED'
  /** A meeting that went on without a quorum (003 第十八条). */
  | 'NOT_QUORATE'
  /** Nobody may lead: neither the chair nor a vice-chair is a party member (003 第五条). */
  | 'NO_ELIGIBLE_LEADER'
  /** A half-year with fewer meetings than asked for (003 第十七条). */
  | 'NO_MEETING_IN_HALF_YEAR'
  /** A seat of somebody who is no party member (003 第五条, 第十五条). */
  | 'SEAT_HOLDER_NOT_IN_PARTY';

/** A value of `LeadingGroupBreach` whose least or greatest orders. */
export type LeadingGroupBreachExtremeSortInput = {
  /** First day on which it holds; of a half-year without a meeting its first day. */
  since?: SortEnumType | null | undefined;
};

/** Conditions on `LeadingGroup`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type LeadingGroupFilterInput = {
  /** All of these hold. */
  and?: Array<LeadingGroupFilterInput> | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: LeadingGroupFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<LeadingGroupFilterInput> | null | undefined;
  /** 科技社团 The society whose council it stands in. */
  society?: SocietyFilterInput | null | undefined;
  /** 状态 Present stage. A change of an approved group is `SUBMITTED` again; the approved seats hold until it is decided. */
  status?: LeadingGroupStatusOperationFilterInput | null | undefined;
};

/** An order by all `LeadingGroupMeeting` items of a list together. */
export type LeadingGroupMeetingAggregateSortInput = {
  /** By the mean over the items, rounded to 6 places; null where there are none. */
  avg?: LeadingGroupMeetingNumberSortInput | null | undefined;
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: LeadingGroupMeetingExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: LeadingGroupMeetingExtremeSortInput | null | undefined;
  /** By the sum over the items; null where there are none. */
  sum?: LeadingGroupMeetingNumberSortInput | null | undefined;
};

/** A value of `LeadingGroupMeeting` whose least or greatest orders. */
export type LeadingGroupMeetingExtremeSortInput = {
  /** The day. */
  heldOn?: SortEnumType | null | undefined;
  /** 签发日期 When the minutes were signed; null while they are not. */
  minutesSignedOn?: SortEnumType | null | undefined;
  /** Counts changes; what a mutation takes as `version`. */
  version?: SortEnumType | null | undefined;
};

/** A number of `LeadingGroupMeeting` whose sum or mean orders. */
export type LeadingGroupMeetingNumberSortInput = {
  /** Counts changes; what a mutation takes as `version`. */
  version?: SortEnumType | null | undefined;
};

/** 职务 Role in a leading group. */
export type LeadingGroupRole =
  /** 副组长 */
  | 'DEPUTY'
  /** 组长: the council's chair if a party member, else a vice-chair who is one (003 第五条). */
  | 'LEADER'
  /** 成员 */
  | 'MEMBER';

/** An order of `LeadingGroup`: one field per entry, several are an error. */
export type LeadingGroupSortInput = {
  /** 学会党建联系人 Who keeps in touch with the committee (003 第九条); null where nobody is named. */
  contact?: PersonSortInput | null | undefined;
  /** 理事会届次 The council's term, which is the group's: it is re-elected with the council (003 第六条). */
  councilTerm?: CouncilTermSortInput | null | undefined;
  /** 佐证记录 What is recorded of it: states that hold on a day, and events up to it. */
  evidence?: EvidenceRecordAggregateSortInput | null | undefined;
  /** 佐证沿革 All its records, void ones too. */
  evidenceHistory?: EvidenceRecordAggregateSortInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** 小组会议 Its meetings (003 第十七条). */
  meetings?: LeadingGroupMeetingAggregateSortInput | null | undefined;
  /** 科技社团 The society whose council it stands in. */
  society?: SocietySortInput | null | undefined;
};

/** 状态 Stage of a leading group (003 第五条, 第六条). */
export type LeadingGroupStatus =
  /** 已批准: the committee approved it. */
  | 'APPROVED'
  /** 已讨论: the party members of the council settled it. */
  | 'DISCUSSED'
  /** 已届满: the council's term is over. */
  | 'EXPIRED'
  /** 已退回: the committee returned it. */
  | 'RETURNED'
  /** 已报批: it waits for the committee. */
  | 'SUBMITTED';

/** Conditions on a value of `LeadingGroupStatus`; all that are given must hold. */
export type LeadingGroupStatusOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: LeadingGroupStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<LeadingGroupStatus | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: LeadingGroupStatus | null | undefined;
  /** Equal to none of these. */
  nin?: Array<LeadingGroupStatus | null | undefined> | null | undefined;
};

/** An order of `LedgerState`: one field per entry, several are an error. */
export type LedgerStateSortInput = {
  /** Aspects that the rule set asks for. */
  aspectCount?: SortEnumType | null | undefined;
  /** Aspects that are clear or not applicable. */
  clearCount?: SortEnumType | null | undefined;
  /** As many are clear as the rule set wants. */
  isComplete?: SortEnumType | null | undefined;
};

/** 层级 Administrative level. */
export type Level =
  /** 县级 */
  | 'COUNTY'
  /** 市级 */
  | 'MUNICIPAL'
  /** 全国 */
  | 'NATIONAL'
  /** 省级 */
  | 'PROVINCIAL';

/** Conditions on a value of `Level`; all that are given must hold. */
export type LevelOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: Level | null | undefined;
  /** Equal to one of these. */
  in?: Array<Level | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: Level | null | undefined;
  /** Equal to none of these. */
  nin?: Array<Level | null | undefined> | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfActivityFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: ActivityFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** The mean over the items, rounded to 6 places; null where there are none. */
  avg?: ActivityMeanFilterInput | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: ActivityExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: ActivityExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: ActivityFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: ActivityFilterInput | null | undefined;
  /** The sum over the items; null where there are none. */
  sum?: ActivitySumFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfAssessmentEntryFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: AssessmentEntryFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: AssessmentEntryFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: AssessmentEntryFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfAssessmentFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: AssessmentFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** The mean over the items, rounded to 6 places; null where there are none. */
  avg?: AssessmentMeanFilterInput | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: AssessmentExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: AssessmentExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: AssessmentFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: AssessmentFilterInput | null | undefined;
  /** The sum over the items; null where there are none. */
  sum?: AssessmentSumFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfAssessmentItemScoreFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: AssessmentItemScoreFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** The mean over the items, rounded to 6 places; null where there are none. */
  avg?: AssessmentItemScoreMeanFilterInput | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: AssessmentItemScoreExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: AssessmentItemScoreExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: AssessmentItemScoreFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: AssessmentItemScoreFilterInput | null | undefined;
  /** The sum over the items; null where there are none. */
  sum?: AssessmentItemScoreSumFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfAssessmentRoundFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: AssessmentRoundFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** The mean over the items, rounded to 6 places; null where there are none. */
  avg?: AssessmentRoundMeanFilterInput | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: AssessmentRoundExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: AssessmentRoundExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: AssessmentRoundFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: AssessmentRoundFilterInput | null | undefined;
  /** The sum over the items; null where there are none. */
  sum?: AssessmentRoundSumFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfBranchAliasFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: BranchAliasFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: BranchAliasFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: BranchAliasFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfBranchFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: BranchFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: BranchExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: BranchExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: BranchFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: BranchFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfCategoryPeriodFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: CategoryPeriodFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: CategoryPeriodExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: CategoryPeriodExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: CategoryPeriodFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: CategoryPeriodFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfCommitteeAliasFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: CommitteeAliasFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: CommitteeAliasFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: CommitteeAliasFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfCommitteeFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: CommitteeFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: CommitteeExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: CommitteeExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: CommitteeFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: CommitteeFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfDiscrepancyFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: DiscrepancyFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** The mean over the items, rounded to 6 places; null where there are none. */
  avg?: DiscrepancyMeanFilterInput | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: DiscrepancyExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: DiscrepancyExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: DiscrepancyFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: DiscrepancyFilterInput | null | undefined;
  /** The sum over the items; null where there are none. */
  sum?: DiscrepancySumFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfMemberFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: MemberFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: MemberFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: MemberFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfRosterEntryFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: RosterEntryFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** The mean over the items, rounded to 6 places; null where there are none. */
  avg?: RosterEntryMeanFilterInput | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: RosterEntryExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: RosterEntryExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: RosterEntryFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: RosterEntryFilterInput | null | undefined;
  /** The sum over the items; null where there are none. */
  sum?: RosterEntrySumFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfRosterFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: RosterFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: RosterFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: RosterFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfSocietyAliasFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: SocietyAliasFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: SocietyAliasFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: SocietyAliasFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfSocietyFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: SocietyFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: SocietyExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: SocietyExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: SocietyFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: SocietyFilterInput | null | undefined;
};

/** Conditions on the items of a list. */
export type ListFilterInputTypeOfStatusPeriodFilterInput = {
  /** Every item fulfils this; also true for no items. */
  all?: StatusPeriodFilterInput | null | undefined;
  /** Whether there is any item at all. */
  any?: boolean | null | undefined;
  /** How many items there are. */
  count?: IntOperationFilterInput | null | undefined;
  /** The greatest value among the items; null where there are none. */
  max?: StatusPeriodExtremeFilterInput | null | undefined;
  /** The least value among the items; null where there are none. */
  min?: StatusPeriodExtremeFilterInput | null | undefined;
  /** No item fulfils this. */
  none?: StatusPeriodFilterInput | null | undefined;
  /** At least one item fulfils this. */
  some?: StatusPeriodFilterInput | null | undefined;
};

/** Conditions on a value of `Long`; all that are given must hold. */
export type LongOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: number | null | undefined;
  /** Greater than this. */
  gt?: number | null | undefined;
  /** Greater than or equal to this. */
  gte?: number | null | undefined;
  /** Equal to one of these. */
  in?: Array<number | null | undefined> | null | undefined;
  /** Less than this. */
  lt?: number | null | undefined;
  /** Less than or equal to this. */
  lte?: number | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: number | null | undefined;
  /** Not greater than this. */
  ngt?: number | null | undefined;
  /** Neither greater than nor equal to this. */
  ngte?: number | null | undefined;
  /** Equal to none of these. */
  nin?: Array<number | null | undefined> | null | undefined;
  /** Not less than this. */
  nlt?: number | null | undefined;
  /** Neither less than nor equal to this. */
  nlte?: number | null | undefined;
};

/** An order by all `Member` items of a list together. */
export type MemberAggregateSortInput = {
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: MemberExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: MemberExtremeSortInput | null | undefined;
};

/** A value of `Member` whose least or greatest orders. */
export type MemberExtremeSortInput = {
  /** 入党日期 First day in the party; null where it is not stated. */
  joinedOn?: SortEnumType | null | undefined;
};

/** Conditions on `Member`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type MemberFilterInput = {
  /** All of these hold. */
  and?: Array<MemberFilterInput> | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: MemberFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<MemberFilterInput> | null | undefined;
  /** 党员状态 Full or probationary. */
  status?: MemberStatusOperationFilterInput | null | undefined;
};

/** 党员状态 Status of a party member. */
export type MemberStatus =
  /** 正式党员 */
  | 'FULL'
  /** 预备党员 */
  | 'PROBATIONARY';

/** Conditions on a value of `MemberStatus`; all that are given must hold. */
export type MemberStatusOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: MemberStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<MemberStatus | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: MemberStatus | null | undefined;
  /** Equal to none of these. */
  nin?: Array<MemberStatus | null | undefined> | null | undefined;
};

/** 党籍终止原因 Why a membership ended. */
export type MembershipEnd =
  /** 去世 */
  | 'DECEASED'
  /** 录入有误 It never was a membership, and counts on no day. */
  | 'ENTERED_IN_ERROR'
  /** 开除党籍 */
  | 'EXPELLED'
  /** 退党 */
  | 'LEFT'
  /** 转出或停止党籍 The affiliation went to a place outside, or the membership rests. The member may come back by a transfer to a branch. */
  | 'MOVED_AWAY'
  /** 处置不合格党员 Found unfit (002 §5). */
  | 'UNFIT';

/** An order by all `MendedRecord` items of a list together. */
export type MendedRecordAggregateSortInput = {
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: MendedRecordExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: MendedRecordExtremeSortInput | null | undefined;
};

/** A value of `MendedRecord` whose least or greatest orders. */
export type MendedRecordExtremeSortInput = {
  /** The day of it, in Beijing. */
  changedOn?: SortEnumType | null | undefined;
};

/** 修订方式 What was done to a record. */
export type MendingAction =
  /** 更正: it said something wrong. */
  | 'CORRECTED'
  /** 改期: it got another day. */
  | 'MOVED'
  /** 作废: it never was. */
  | 'VOIDED';

/** 运行状态 Operating state of a society. */
export type OperatingState =
  /** 撤销或注销 */
  | 'CANCELLED'
  /** 正常运行 */
  | 'OPERATING'
  /** 暂停 */
  | 'SUSPENDED';

/** Conditions on a value of `OperatingState`; all that are given must hold. */
export type OperatingStateOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: OperatingState | null | undefined;
  /** Equal to one of these. */
  in?: Array<OperatingState | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: OperatingState | null | undefined;
  /** Equal to none of these. */
  nin?: Array<OperatingState | null | undefined> | null | undefined;
};

/** 组织形式 Form of a party organization (002 §3, 000 §二). */
export type OrganizationForm =
  /** 党支部 */
  | 'BRANCH'
  /** 功能型特设党支部 */
  | 'FUNCTIONAL_BRANCH'
  /** 党总支 */
  | 'GENERAL_BRANCH'
  /** 联合党支部 */
  | 'JOINT_BRANCH'
  /** 党委 */
  | 'PARTY_COMMITTEE'
  /** 党的工作小组 */
  | 'WORK_GROUP';

/** Conditions on a value of `OrganizationForm`; all that are given must hold. */
export type OrganizationFormOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: OrganizationForm | null | undefined;
  /** Equal to one of these. */
  in?: Array<OrganizationForm | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: OrganizationForm | null | undefined;
  /** Equal to none of these. */
  nin?: Array<OrganizationForm | null | undefined> | null | undefined;
};

/** 比较范围 Others of the same level that a committee is compared with. No committee is in two groups. */
export type PeerGroup =
  /** 其他省的党委 The rest of the nation: other provinces, under other superiors. */
  | 'NATION'
  /** 同一上级党委的其他党委 Under the same superior. */
  | 'PEERS'
  /** 本省其他党委 The rest of the province, under other superiors. */
  | 'PROVINCE';

/** 不公布的原因 Why nothing is told of a group. */
export type PeersWithheld =
  /** One to four of them came or went within a year, or the committee itself was moved: two answers would tell whose figure made the difference. */
  | 'CHANGED'
  /** Fewer than five others have a figure. */
  | 'FEW';

/** Whole months: from one to another, or a word. */
export type PeriodInput = {
  /** A day of the first month. */
  from?: string | null | undefined;
  /** As seen from the newest month that is not to come; instead of `from` and `to`. */
  relative?: RelativePeriod | null | undefined;
  /** A day of the last month. */
  to?: string | null | undefined;
};

/** 权限 What a category allows or does not (000 §三). */
export type Permission =
  /** 收缴党费 */
  | 'COLLECT_DUES'
  /** 审批预备党员转正 */
  | 'CONVERT_PROBATIONARY'
  /** 培养入党积极分子 */
  | 'CULTIVATE_APPLICANTS'
  /** 发展党员 */
  | 'DEVELOP_MEMBERS';

/** Conditions on `Person`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type PersonFilterInput = {
  /** All of these hold. */
  and?: Array<PersonFilterInput> | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: PersonFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<PersonFilterInput> | null | undefined;
  /** Pseudonymous reference under which files and reports know the person. */
  reference?: StringOperationFilterInput | null | undefined;
};

/** An order of `Person`: one field per entry, several are an error. */
export type PersonSortInput = {
  /** 佐证记录 What is recorded of the person: states that hold on a day, and events up to it. */
  evidence?: EvidenceRecordAggregateSortInput | null | undefined;
  /** 佐证沿革 All records of the person, void ones too. */
  evidenceHistory?: EvidenceRecordAggregateSortInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** Pseudonymous reference under which files and reports know the person. */
  reference?: SortEnumType | null | undefined;
};

/** Conditions on `PolicyDocument`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type PolicyDocumentFilterInput = {
  /** All of these hold. */
  and?: Array<PolicyDocumentFilterInput> | null | undefined;
  /** Short code by which `source` and `clause` cite it, for example `001`; null for a document that no rule cites. */
  code?: StringOperationFilterInput | null | undefined;
  /** 文号 Document number; null where the document has none. */
  documentNumber?: StringOperationFilterInput | null | undefined;
  /** Date of issue; null where it is not stated. */
  issuedOn?: DateOperationFilterInput | null | undefined;
  /** Issuing body; null where it is not stated. */
  issuer?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: PolicyDocumentFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<PolicyDocumentFilterInput> | null | undefined;
  /** Title as published. */
  title?: StringOperationFilterInput | null | undefined;
};

/** An order of `PolicyDocument`: one field per entry, several are an error. */
export type PolicyDocumentSortInput = {
  /** Short code by which `source` and `clause` cite it, for example `001`; null for a document that no rule cites. */
  code?: SortEnumType | null | undefined;
  /** 文号 Document number; null where the document has none. */
  documentNumber?: SortEnumType | null | undefined;
  /** Date of issue; null where it is not stated. */
  issuedOn?: SortEnumType | null | undefined;
  /** Issuing body; null where it is not stated. */
  issuer?: SortEnumType | null | undefined;
  /** Title as published. */
  title?: SortEnumType | null | undefined;
};

/** 职务 Post. */
export type Post =
  /** 支委 */
  | 'BRANCH_COMMITTEE_MEMBER'
  /** 支部书记 */
  | 'BRANCH_SECRETARY'
  /** 党委委员 */
  | 'COMMITTEE_MEMBER'
  /** 党委书记 */
  | 'COMMITTEE_SECRETARY'
  /** 理事长 */
  | 'COUNCIL_CHAIR'
  /** 理事 */
  | 'COUNCIL_MEMBER'
  /** 副理事长 */
  | 'COUNCIL_VICE_CHAIR'
  /** 支部副书记 */
  | 'DEPUTY_BRANCH_SECRETARY'
  /** 专职党务干部 */
  | 'FULL_TIME_OFFICER'
  /** 联络员 */
  | 'LIAISON_OFFICER'
  /** 秘书长 */
  | 'SECRETARY_GENERAL';

/** 问题类别 What kind of problem an inspection found. The documents list none: these are the parts of their own requirements. */
export type ProblemKind =
  /** 党建入章 The charter lacks the clause (001 §7, 004 政治建设-2) */
  | 'CHARTER'
  /** 应建未建 No organization where one is due (001 §5, 002 §3) */
  | 'COVERAGE'
  /** 党风廉政 Discipline and money (003 第十四条) */
  | 'DISCIPLINE'
  /** 意识形态 Ideology, events that were not filed (001 §4, 004 政治建设-4) */
  | 'IDEOLOGY'
  /** 台账资料 Ledgers and reports that are missing or late (002 §2, 004 组织建设-5) */
  | 'LEDGER'
  /** 党员教育管理 Members' education, affiliation, dues (004 组织建设-8) */
  | 'MEMBER_MANAGEMENT'
  /** 组织建设 Plans, rules, the six haves, means (004 （三）) */
  | 'ORGANIZATION_BUILDING'
  /** 组织生活 Activities, appraisals and their records (004 组织建设-2) */
  | 'ORGANIZATION_LIFE'
  /** 其他 */
  | 'OTHER'
  /** 政治建设 Political discipline, decisions from above (004 （一）) */
  | 'POLITICAL_BUILDING'
  /** 参与社会治理 Part in the society's own work and its surroundings (004 （四）) */
  | 'SOCIAL_GOVERNANCE'
  /** 班子建设 Posts, division of work, cross appointment (004 （二）) */
  | 'TEAM_BUILDING';

/** Conditions on a value of `ProblemKind`; all that are given must hold. */
export type ProblemKindOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: ProblemKind | null | undefined;
  /** Equal to one of these. */
  in?: Array<ProblemKind | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: ProblemKind | null | undefined;
  /** Equal to none of these. */
  nin?: Array<ProblemKind | null | undefined> | null | undefined;
};

/** 分类调整状态 State of a proposal. */
export type ReclassificationState =
  /** 已批准 */
  | 'APPROVED'
  /** 已提出 */
  | 'PROPOSED'
  /** 未批准 */
  | 'REJECTED'
  /** 已撤回 */
  | 'WITHDRAWN';

/** 记录类型 Kinds of records that can be corrected or declared void. */
export type RecordKind =
  /** 活动 */
  | 'ACTIVITY'
  /** 加分申报 */
  | 'BONUS_CLAIM'
  /** 社区报到 */
  | 'CHECK_IN'
  /** 党委会议 */
  | 'COMMITTEE_MEETING'
  /** 党建联系点 */
  | 'CONTACT_POINT'
  /** 党费收缴 */
  | 'DUES_PAYMENT'
  /** 论坛报备 */
  | 'EVENT_FILING'
  /** 双高资金季报 */
  | 'FUND_REPORT'
  /** 领导小组会议 */
  | 'LEADING_GROUP_MEETING'
  /** 台账登记 */
  | 'LEDGER_ENTRY'
  /** 三同步 */
  | 'SYNC_POINT'
  /** 未建党组织原因 */
  | 'UNCOVERED_REASON'
  /** 年度计划和总结 */
  | 'YEAR_PLAN';

/** Conditions on `Rectification`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type RectificationFilterInput = {
  /** All of these hold. */
  and?: Array<RectificationFilterInput> | null | undefined;
  /** The committee that inspects. */
  committee?: CommitteeFilterInput | null | undefined;
  /** Day on which it was found. */
  foundOn?: DateOperationFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** 问题类别 What kind of problem; null where nobody classified it. */
  kind?: ProblemKindOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: RectificationFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<RectificationFilterInput> | null | undefined;
  /** Where it stands. */
  stage?: RectificationStageNameOperationFilterInput | null | undefined;
};

/** An order of `Rectification`: one field per entry, several are an error. */
export type RectificationSortInput = {
  /** The branch, where the problem is one of it. */
  branch?: BranchSortInput | null | undefined;
  /** The committee that inspects. */
  committee?: CommitteeSortInput | null | undefined;
  /** Day on which it was found. */
  foundOn?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** 问题类别 What kind of problem; null where nobody classified it. */
  kind?: SortEnumType | null | undefined;
  /** The society, where the problem is one of it. */
  society?: SocietySortInput | null | undefined;
  /** Where it stands. */
  stage?: SortEnumType | null | undefined;
};

/** 整改阶段 Stage of a rectification (001 §7). */
export type RectificationStageName =
  /** 办结 */
  | 'CLOSED'
  /** 发现 */
  | 'FOUND'
  /** 建账 */
  | 'LEDGERED'
  /** 通报 */
  | 'NOTIFIED';

/** Conditions on a value of `RectificationStageName`; all that are given must hold. */
export type RectificationStageNameOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: RectificationStageName | null | undefined;
  /** Equal to one of these. */
  in?: Array<RectificationStageName | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: RectificationStageName | null | undefined;
  /** Equal to none of these. */
  nin?: Array<RectificationStageName | null | undefined> | null | undefined;
};

/** Conditions on `Region`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type RegionFilterInput = {
  /** All of these hold. */
  and?: Array<RegionFilterInput> | null | undefined;
  /** Six digits, for example `500000` for 重庆市. */
  code?: StringOperationFilterInput | null | undefined;
  /** 曾用名 What earlier lists called the code, the oldest first, joined by 、; null where they all call it the same. */
  formerNames?: StringOperationFilterInput | null | undefined;
  /** Month, as its first day, of the first list that has the code; null where the oldest known one (December 2002) has it. */
  listedFrom?: DateOperationFilterInput | null | undefined;
  /** Month, as its first day, of the first list that has it no more: the code was valid earlier. Null where the newest list has it. */
  listedTo?: DateOperationFilterInput | null | undefined;
  /** Name, for example 重庆市. */
  name?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: RegionFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<RegionFilterInput> | null | undefined;
  /** The region around it; null for the country. */
  parent?: RegionFilterInput | null | undefined;
};

/** An order of `Region`: one field per entry, several are an error. */
export type RegionSortInput = {
  /** Six digits, for example `500000` for 重庆市. */
  code?: SortEnumType | null | undefined;
  /** 曾用名 What earlier lists called the code, the oldest first, joined by 、; null where they all call it the same. */
  formerNames?: SortEnumType | null | undefined;
  /** Month, as its first day, of the first list that has the code; null where the oldest known one (December 2002) has it. */
  listedFrom?: SortEnumType | null | undefined;
  /** Month, as its first day, of the first list that has it no more: the code was valid earlier. Null where the newest list has it. */
  listedTo?: SortEnumType | null | undefined;
  /** Name, for example 重庆市. */
  name?: SortEnumType | null | undefined;
  /** The region around it; null for the country. */
  parent?: RegionSortInput | null | undefined;
};

/** Which rows of a register take part. What the register does not have is an error; `MEMBER` is asked by committees and places alone, without negations. */
export type RegisterFilterInput = {
  /** All of these hold. */
  and?: Array<RegisterFilterInput> | null | undefined;
  /** 加分项 Code of the bonus item. */
  bonusItem?: StringOperationFilterInput | null | undefined;
  /** 级别 Level of what the bonus is for. */
  bonusLevel?: BonusLevelOperationFilterInput | null | undefined;
  /** 级别代码 Code of the level in its scheme. */
  bonusLevelCode?: StringOperationFilterInput | null | undefined;
  /** 党组织 The branch. */
  branch?: IdOperationFilterInput | null | undefined;
  /** 分类 The branch's category. */
  category?: BranchCategoryOperationFilterInput | null | undefined;
  /** 认定情况 Decision on the claim. */
  claimStatus?: BonusClaimStatusOperationFilterInput | null | undefined;
  /** 科技社团党委 The committee by itself. */
  committee?: IdOperationFilterInput | null | undefined;
  /** The committee and all that are below it on the day. */
  committeeTree?: IdOperationFilterInput | null | undefined;
  /** Code of the discipline. */
  discipline?: StringOperationFilterInput | null | undefined;
  /** 不合格情形 Code of the rule by which the branch failed. */
  failRule?: StringOperationFilterInput | null | undefined;
  /** 固定分 Score of the items. */
  fixedScore?: DecimalOperationFilterInput | null | undefined;
  /** 组织形式 The branch's form. */
  form?: OrganizationFormOperationFilterInput | null | undefined;
  /** 形式代码 Code of the form in the rules. */
  formCode?: StringOperationFilterInput | null | undefined;
  /** 原分类 Category before. */
  fromCategory?: BranchCategoryOperationFilterInput | null | undefined;
  /** 等次 The grade. */
  grade?: AssessmentGradeOperationFilterInput | null | undefined;
  /** 等次代码 Code of the grade in its scheme. */
  gradeCode?: StringOperationFilterInput | null | undefined;
  /** 问题类别 Kind of the problem. */
  kind?: ProblemKindOperationFilterInput | null | undefined;
  /** 层级 The society's administrative level. */
  level?: LevelOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: RegisterFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<RegisterFilterInput> | null | undefined;
  /** 加分 Points of the claim. */
  points?: DecimalOperationFilterInput | null | undefined;
  /** Code of the province (GB/T 2260). */
  province?: StringOperationFilterInput | null | undefined;
  /** 未建党组织原因 Reason. */
  reason?: UncoveredReasonCodeOperationFilterInput | null | undefined;
  /** Code of the region (GB/T 2260). */
  region?: StringOperationFilterInput | null | undefined;
  /** First day of the reason. */
  since?: DateOperationFilterInput | null | undefined;
  /** 科技社团 The society; of a branch, the lead one. */
  society?: IdOperationFilterInput | null | undefined;
  /** 类型 The society's kind. */
  societyKind?: SocietyKindOperationFilterInput | null | undefined;
  /** 整改阶段 Stage of the rectification. */
  stage?: RectificationStageNameOperationFilterInput | null | undefined;
  /** 现分类 Category after. */
  toCategory?: BranchCategoryOperationFilterInput | null | undefined;
  /** 总分 Total score, bonus included. */
  totalScore?: DecimalOperationFilterInput | null | undefined;
};

/** What rows of a register can be grouped by. Each register has its own; another one is an error that names them. */
export type RegisterKey =
  /** 年龄段 Of `MEMBER`. */
  | 'AGE_BAND'
  /** 加分项 Of `BONUS`. */
  | 'BONUS_ITEM'
  /** 级别 Of `BONUS`. */
  | 'BONUS_LEVEL'
  /** 党组织 */
  | 'BRANCH'
  /** 分类 The branch's category. */
  | 'CATEGORY'
  /** Decision on the claim. Of `BONUS`. */
  | 'CLAIM_STATUS'
  /** 科技社团党委 Each committee by itself. */
  | 'COMMITTEE'
  /** Each committee with all that are below it on the day; groups overlap. */
  | 'COMMITTEE_TREE'
  /** 学科 The society's discipline. */
  | 'DISCIPLINE'
  /** 不合格情形 Of `ASSESSMENT` and `FAILURE`. */
  | 'FAIL_RULE'
  /** 组织形式 The branch's form. */
  | 'FORM'
  /** Category before. Of `CATEGORY_CHANGE` and `CATEGORY_TRANSITION`. */
  | 'FROM_CATEGORY'
  /** 等次 Of `ASSESSMENT` and `FAILURE`. */
  | 'GRADE'
  /** What decided the grade. Of `ASSESSMENT` and `FAILURE`. */
  | 'GRADE_BASIS'
  /** 半年 */
  | 'HALF_YEAR'
  /** 问题类别 Of `RECTIFICATION`. */
  | 'KIND'
  /** 层级 The society's administrative level. */
  | 'LEVEL'
  /** 党员身份 Of `MEMBER`. */
  | 'MEMBER_STATUS'
  /** 月 */
  | 'MONTH'
  /** 级别名称 Each level that a scheme has, by its own code and name. Of `BONUS`. */
  | 'OWN_BONUS_LEVEL'
  /** 形式名称 Each form that the rules have, by its own code and name. */
  | 'OWN_FORM'
  /** 等次名称 Each grade that a scheme has, by its own code and name. Of `ASSESSMENT` and `FAILURE`. */
  | 'OWN_GRADE'
  /** 省 The committee's province. */
  | 'PROVINCE'
  /** 季度 */
  | 'QUARTER'
  /** 未建党组织原因 Of `UNCOVERED_SOCIETY`. */
  | 'REASON'
  /** 行政区划 The committee's region. */
  | 'REGION'
  /** 分数段 Five points of the total score. Of `ASSESSMENT` and `FAILURE`. */
  | 'SCORE_BAND'
  /** 性别 Of `MEMBER`. */
  | 'SEX'
  /** 科技社团 Society; of a branch, the lead one. */
  | 'SOCIETY'
  /** 类型 The society's kind. */
  | 'SOCIETY_KIND'
  /** 整改阶段 Of `RECTIFICATION`. */
  | 'STAGE'
  /** Category after. Of `CATEGORY_CHANGE` and `CATEGORY_TRANSITION`. */
  | 'TO_CATEGORY'
  /** 年 */
  | 'YEAR';

/** Order of rows of a register. */
export type RegisterSortInput = {
  /** 加分项 Code of the bonus item. */
  bonusItem?: SortEnumType | null | undefined;
  /** 级别 Level of what the bonus is for. */
  bonusLevel?: SortEnumType | null | undefined;
  /** By the branch's name. */
  branch?: SortEnumType | null | undefined;
  /** 分类 The branch's category. */
  category?: SortEnumType | null | undefined;
  /** By the committee's name. */
  committee?: SortEnumType | null | undefined;
  /** By the discipline's code. */
  discipline?: SortEnumType | null | undefined;
  /** 固定分 Score of the items. */
  fixedScore?: SortEnumType | null | undefined;
  /** 组织形式 The branch's form. */
  form?: SortEnumType | null | undefined;
  /** 原分类 Category before. */
  fromCategory?: SortEnumType | null | undefined;
  /** 等次 The grade. */
  grade?: SortEnumType | null | undefined;
  /** 问题类别 Kind of the problem. */
  kind?: SortEnumType | null | undefined;
  /** 层级 The society's administrative level. */
  level?: SortEnumType | null | undefined;
  /** 日期 Day of the row. */
  on?: SortEnumType | null | undefined;
  /** 加分 Points of the claim. */
  points?: SortEnumType | null | undefined;
  /** 名次 Place among the results. */
  rank?: SortEnumType | null | undefined;
  /** 未建党组织原因 Reason. */
  reason?: SortEnumType | null | undefined;
  /** 起自 First day of the reason. */
  since?: SortEnumType | null | undefined;
  /** By the society's name. */
  society?: SortEnumType | null | undefined;
  /** 类型 The society's kind. */
  societyKind?: SortEnumType | null | undefined;
  /** 整改阶段 Stage of the rectification. */
  stage?: SortEnumType | null | undefined;
  /** 现分类 Category after. */
  toCategory?: SortEnumType | null | undefined;
  /** 总分 Total score, bonus included. */
  totalScore?: SortEnumType | null | undefined;
};

/** A period as seen from the newest month that is not to come. */
export type RelativePeriod =
  /** 近12个月 */
  | 'LAST_12_MONTHS'
  /** 近24个月 */
  | 'LAST_24_MONTHS'
  /** 近36个月 */
  | 'LAST_36_MONTHS'
  /** 上半年度: the half-year before this one */
  | 'LAST_HALF_YEAR'
  /** 上月 */
  | 'LAST_MONTH'
  /** 上季度 */
  | 'LAST_QUARTER'
  /** 去年 */
  | 'LAST_YEAR'
  /** 去年同月 */
  | 'SAME_MONTH_LAST_YEAR'
  /** 本半年, so far */
  | 'THIS_HALF_YEAR'
  /** 本月 */
  | 'THIS_MONTH'
  /** 本季度, so far */
  | 'THIS_QUARTER'
  /** 今年, so far */
  | 'THIS_YEAR';

/** An order by all `Roster` items of a list together. */
export type RosterAggregateSortInput = {
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
};

/** Conditions on a value over all `RosterEntry` items of a list together; all that are given must hold. */
export type RosterEntryExtremeFilterInput = {
  /** Place in the list, from 1. */
  position?: IntOperationFilterInput | null | undefined;
};

/** Conditions on `RosterEntry`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type RosterEntryFilterInput = {
  /** All of these hold. */
  and?: Array<RosterEntryFilterInput> | null | undefined;
  /** The branch. */
  branch?: BranchFilterInput | null | undefined;
  /** The category under which it is listed. */
  category?: BranchCategoryOperationFilterInput | null | undefined;
  /** The name to the letter. */
  namePublished?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: RosterEntryFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<RosterEntryFilterInput> | null | undefined;
  /** Place in the list, from 1. */
  position?: IntOperationFilterInput | null | undefined;
};

/** Conditions on a value over all `RosterEntry` items of a list together; all that are given must hold. */
export type RosterEntryMeanFilterInput = {
  /** Place in the list, from 1. */
  position?: DecimalOperationFilterInput | null | undefined;
};

/** Conditions on a value over all `RosterEntry` items of a list together; all that are given must hold. */
export type RosterEntrySumFilterInput = {
  /** Place in the list, from 1. */
  position?: LongOperationFilterInput | null | undefined;
};

/** Conditions on `Roster`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type RosterFilterInput = {
  /** All of these hold. */
  and?: Array<RosterFilterInput> | null | undefined;
  /** The committee whose branches are listed. */
  committee?: CommitteeFilterInput | null | undefined;
  /** What does not add up. */
  discrepancies?: ListFilterInputTypeOfDiscrepancyFilterInput | null | undefined;
  /** The document that publishes the list. */
  document?: PolicyDocumentFilterInput | null | undefined;
  /** The listed branches, in the list's order. */
  entries?: ListFilterInputTypeOfRosterEntryFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: RosterFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<RosterFilterInput> | null | undefined;
  /** Title of the list as published. */
  title?: StringOperationFilterInput | null | undefined;
};

/** Whether the results of a round are issued. */
export type RoundStatus =
  /** 已发文 */
  | 'ISSUED'
  /** 进行中 */
  | 'OPEN';

/** Conditions on a value of `RoundStatus`; all that are given must hold. */
export type RoundStatusOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: RoundStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<RoundStatus | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: RoundStatus | null | undefined;
  /** Equal to none of these. */
  nin?: Array<RoundStatus | null | undefined> | null | undefined;
};

/** Whose scores take part. */
export type ScoreFilterInput = {
  /** All of these hold. */
  and?: Array<ScoreFilterInput> | null | undefined;
  /** 分类 The branch's category. */
  category?: BranchCategoryOperationFilterInput | null | undefined;
  /** 科技社团党委 The committee by itself. */
  committee?: IdOperationFilterInput | null | undefined;
  /** The committee and all that are below it at the year's end. */
  committeeTree?: IdOperationFilterInput | null | undefined;
  /** Code of the discipline. */
  discipline?: StringOperationFilterInput | null | undefined;
  /** 组织形式 The branch's form. */
  form?: OrganizationFormOperationFilterInput | null | undefined;
  /** Of `ITEM` scores. */
  item?: StringOperationFilterInput | null | undefined;
  /** 层级 The society's administrative level. */
  level?: LevelOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: ScoreFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<ScoreFilterInput> | null | undefined;
  /** Code of the province (GB/T 2260). */
  province?: StringOperationFilterInput | null | undefined;
  /** Code of the region (GB/T 2260). */
  region?: StringOperationFilterInput | null | undefined;
  /** Of `ITEM` scores. */
  section?: StringOperationFilterInput | null | undefined;
  /** 类型 The society's kind. */
  societyKind?: SocietyKindOperationFilterInput | null | undefined;
};

/** An order by all `Society` items of a list together. */
export type SocietyAggregateSortInput = {
  /** By the number of items. */
  count?: SortEnumType | null | undefined;
  /** By the greatest value among the items; null where there are none. */
  max?: SocietyExtremeSortInput | null | undefined;
  /** By the least value among the items; null where there are none. */
  min?: SocietyExtremeSortInput | null | undefined;
};

/** Conditions on `SocietyAlias`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type SocietyAliasFilterInput = {
  /** The other name, as it appears. */
  alias?: StringOperationFilterInput | null | undefined;
  /** All of these hold. */
  and?: Array<SocietyAliasFilterInput> | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: SocietyAliasFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<SocietyAliasFilterInput> | null | undefined;
  /** Where it appears or why it differs; null where nobody said. */
  reason?: StringOperationFilterInput | null | undefined;
};

/** Conditions on `SocietyCoverage`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type SocietyCoverageFilterInput = {
  /** All of these hold. */
  and?: Array<SocietyCoverageFilterInput> | null | undefined;
  /** 正式党员 Full members known: those of its party organizations, or as many as its ledger tells of, where those are more. */
  fullMembers?: IntOperationFilterInput | null | undefined;
  /** 有效覆盖 It is there, and it does what it must (000 §一, I08). */
  isEffective?: BooleanOperationFilterInput | null | undefined;
  /** 有形覆盖 An organization that counts is there: organizational coverage. */
  isNominal?: BooleanOperationFilterInput | null | undefined;
  /** 有力覆盖 It is there, and somebody carries its work (001 §6). */
  isStrong?: BooleanOperationFilterInput | null | undefined;
  /** 工作覆盖 Work coverage (001 §7). */
  isWorked?: BooleanOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: SocietyCoverageFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<SocietyCoverageFilterInput> | null | undefined;
  /** 应建 It has full members enough for an organization of its own (001 §5, 002 §3). */
  shouldBuild?: BooleanOperationFilterInput | null | undefined;
};

/** An order of `SocietyCoverage`: one field per entry, several are an error. */
export type SocietyCoverageSortInput = {
  /** 正式党员 Full members known: those of its party organizations, or as many as its ledger tells of, where those are more. */
  fullMembers?: SortEnumType | null | undefined;
  /** 有效覆盖 It is there, and it does what it must (000 §一, I08). */
  isEffective?: SortEnumType | null | undefined;
  /** 有形覆盖 An organization that counts is there: organizational coverage. */
  isNominal?: SortEnumType | null | undefined;
  /** 有力覆盖 It is there, and somebody carries its work (001 §6). */
  isStrong?: SortEnumType | null | undefined;
  /** 工作覆盖 Work coverage (001 §7). */
  isWorked?: SortEnumType | null | undefined;
  /** 应建 It has full members enough for an organization of its own (001 §5, 002 §3). */
  shouldBuild?: SortEnumType | null | undefined;
};

/** Conditions on a value over all `Society` items of a list together; all that are given must hold. */
export type SocietyExtremeFilterInput = {
  /** 注销日期 First day without it; null while it is there. It counts until the day before. */
  cancelledOn?: DateOperationFilterInput | null | undefined;
  /** 成立日期 First day; null: it was always there as far as anyone knows. It counts from this day on. */
  foundedOn?: DateOperationFilterInput | null | undefined;
};

/** A value of `Society` whose least or greatest orders. */
export type SocietyExtremeSortInput = {
  /** 注销日期 First day without it; null while it is there. It counts until the day before. */
  cancelledOn?: SortEnumType | null | undefined;
  /** 成立日期 First day; null: it was always there as far as anyone knows. It counts from this day on. */
  foundedOn?: SortEnumType | null | undefined;
};

/** Conditions on `Society`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type SocietyFilterInput = {
  /** Other names under which it appears. */
  aliases?: ListFilterInputTypeOfSocietyAliasFilterInput | null | undefined;
  /** All of these hold. */
  and?: Array<SocietyFilterInput> | null | undefined;
  /** The party organizations that stand for it. */
  branches?: ListFilterInputTypeOfBranchFilterInput | null | undefined;
  /** 注销日期 First day without it; null while it is there. It counts until the day before. */
  cancelledOn?: DateOperationFilterInput | null | undefined;
  /** The committee that is responsible for it. */
  committee?: CommitteeFilterInput | null | undefined;
  /** 覆盖 What covers it today, by the rules in effect where its committee is. */
  coverage?: SocietyCoverageFilterInput | null | undefined;
  /** 统一社会信用代码 Unified social credit code (GB 32100-2015); null where it is not known. */
  creditCode?: StringOperationFilterInput | null | undefined;
  /** 学科 Discipline; null where nothing states it. */
  discipline?: DisciplineFilterInput | null | undefined;
  /** 成立日期 First day; null: it was always there as far as anyone knows. It counts from this day on. */
  foundedOn?: DateOperationFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** 类型 Kind; null where nothing states it. */
  kind?: SocietyKindOperationFilterInput | null | undefined;
  /** 层级 Administrative level. */
  level?: LevelOperationFilterInput | null | undefined;
  /** Name; for a society known from a published list only: the branch's published name without its ending. */
  name?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: SocietyFilterInput | null | undefined;
  /** 运行状态 Operating state; null where nothing states it. */
  operatingState?: OperatingStateOperationFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<SocietyFilterInput> | null | undefined;
  /** 支撑单位 The supporting unit that leads; null where none is known. */
  supportingUnit?: SupportingUnitFilterInput | null | undefined;
};

/** 类型 Kind of a society. */
export type SocietyKind =
  /** 协会 */
  | 'ASSOCIATION'
  /** 联合会 */
  | 'FEDERATION'
  /** 基金会 */
  | 'FOUNDATION'
  /** 研究院 */
  | 'INSTITUTE'
  /** 学会 */
  | 'LEARNED_SOCIETY'
  /** 民办非企业单位 */
  | 'PRIVATE_NON_ENTERPRISE'
  /** 促进会 */
  | 'PROMOTION_SOCIETY'
  /** 研究会 */
  | 'RESEARCH_SOCIETY';

/** Conditions on a value of `SocietyKind`; all that are given must hold. */
export type SocietyKindOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: SocietyKind | null | undefined;
  /** Equal to one of these. */
  in?: Array<SocietyKind | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: SocietyKind | null | undefined;
  /** Equal to none of these. */
  nin?: Array<SocietyKind | null | undefined> | null | undefined;
};

/** An order of `Society`: one field per entry, several are an error. */
export type SocietySortInput = {
  /** The party organizations that stand for it. */
  branches?: BranchAggregateSortInput | null | undefined;
  /** 注销日期 First day without it; null while it is there. It counts until the day before. */
  cancelledOn?: SortEnumType | null | undefined;
  /** The committee that is responsible for it. */
  committee?: CommitteeSortInput | null | undefined;
  /** 覆盖 What covers it today, by the rules in effect where its committee is. */
  coverage?: SocietyCoverageSortInput | null | undefined;
  /** 统一社会信用代码 Unified social credit code (GB 32100-2015); null where it is not known. */
  creditCode?: SortEnumType | null | undefined;
  /** 学科 Discipline; null where nothing states it. */
  discipline?: DisciplineSortInput | null | undefined;
  /** 佐证记录 What is recorded of it, such as 党建入章: states that hold on a day, and events up to it. No record means unknown, never no. */
  evidence?: EvidenceRecordAggregateSortInput | null | undefined;
  /** 佐证沿革 All its records, void ones too. */
  evidenceHistory?: EvidenceRecordAggregateSortInput | null | undefined;
  /** 成立日期 First day; null: it was always there as far as anyone knows. It counts from this day on. */
  foundedOn?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** 类型 Kind; null where nothing states it. */
  kind?: SortEnumType | null | undefined;
  /** 党建工作领导小组 The leading group of its council (003); null where there is none. */
  leadingGroup?: LeadingGroupSortInput | null | undefined;
  /** 台账 How complete its ledger is today (I17). */
  ledger?: LedgerStateSortInput | null | undefined;
  /** 层级 Administrative level. */
  level?: SortEnumType | null | undefined;
  /** 修订记录 Records of it that were corrected, moved or declared void. */
  mendings?: MendedRecordAggregateSortInput | null | undefined;
  /** Name; for a society known from a published list only: the branch's published name without its ending. */
  name?: SortEnumType | null | undefined;
  /** 运行状态 Operating state; null where nothing states it. */
  operatingState?: SortEnumType | null | undefined;
  /** 支撑单位 The supporting unit that leads; null where none is known. */
  supportingUnit?: SupportingUnitSortInput | null | undefined;
  /** 未建党组织原因 Why it has no party organization (002 §2); null where it has one, or nothing states why. */
  uncoveredReason?: UncoveredReasonSortInput | null | undefined;
  /** 一票否决 The veto that holds on a day; null where none does (002 §10). */
  veto?: VetoSortInput | null | undefined;
};

/** A direction of order. */
export type SortEnumType =
  /** Smallest first; what has no value comes last. */
  | 'ASC'
  /** What has no value, then smallest first. */
  | 'ASC_NULLS_FIRST'
  /** Smallest first, then what has no value. */
  | 'ASC_NULLS_LAST'
  /** Greatest first; what has no value comes first. */
  | 'DESC'
  /** What has no value, then greatest first. */
  | 'DESC_NULLS_FIRST'
  /** Greatest first, then what has no value. */
  | 'DESC_NULLS_LAST';

/** Conditions on a value over all `StatusPeriod` items of a list together; all that are given must hold. */
export type StatusPeriodExtremeFilterInput = {
  /** First day; null where the start is not stated. */
  validFrom?: DateOperationFilterInput | null | undefined;
  /** First day after the period; null while it lasts. */
  validTo?: DateOperationFilterInput | null | undefined;
};

/** Conditions on `StatusPeriod`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type StatusPeriodFilterInput = {
  /** All of these hold. */
  and?: Array<StatusPeriodFilterInput> | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: StatusPeriodFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<StatusPeriodFilterInput> | null | undefined;
  /** The status. */
  status?: BranchStatusOperationFilterInput | null | undefined;
  /** First day; null where the start is not stated. */
  validFrom?: DateOperationFilterInput | null | undefined;
  /** First day after the period; null while it lasts. */
  validTo?: DateOperationFilterInput | null | undefined;
};

/** Conditions on a value of `String`; all that are given must hold. */
export type StringOperationFilterInput = {
  /** All of these hold. */
  and?: Array<StringOperationFilterInput> | null | undefined;
  /** Contains this text. */
  contains?: string | null | undefined;
  /** Ends with this text. */
  endsWith?: string | null | undefined;
  /** Equal to this; null asks for missing values. */
  eq?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string | null | undefined> | null | undefined;
  /** Does not contain this text. */
  ncontains?: string | null | undefined;
  /** Does not end with this text. */
  nendsWith?: string | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: string | null | undefined;
  /** Equal to none of these. */
  nin?: Array<string | null | undefined> | null | undefined;
  /** Does not start with this text. */
  nstartsWith?: string | null | undefined;
  /** At least one of these holds. */
  or?: Array<StringOperationFilterInput> | null | undefined;
  /** Starts with this text. */
  startsWith?: string | null | undefined;
};

/** Conditions on `SupportingUnit`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type SupportingUnitFilterInput = {
  /** All of these hold. */
  and?: Array<SupportingUnitFilterInput> | null | undefined;
  /** 统一社会信用代码 Unified social credit code; null where it is not known. */
  creditCode?: StringOperationFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** Name as published. */
  name?: StringOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: SupportingUnitFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<SupportingUnitFilterInput> | null | undefined;
  /** 行政区划 Region of its seat; null where it is not stated. */
  region?: RegionFilterInput | null | undefined;
  /** The societies that it carries. */
  societies?: ListFilterInputTypeOfSocietyFilterInput | null | undefined;
};

/** An order of `SupportingUnit`: one field per entry, several are an error. */
export type SupportingUnitSortInput = {
  /** 统一社会信用代码 Unified social credit code; null where it is not known. */
  creditCode?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** Name as published. */
  name?: SortEnumType | null | undefined;
  /** 行政区划 Region of its seat; null where it is not stated. */
  region?: RegionSortInput | null | undefined;
  /** The societies that it carries. */
  societies?: SocietyAggregateSortInput | null | undefined;
};

/** 三同步 Occasion (002 §3, §10). */
export type SyncOccasion =
  /** 年检: party building is inspected together with the year's inspection. */
  | 'ANNUAL_INSPECTION'
  /** 申请: members' data is collected together with the application. */
  | 'APPLICATION'
  /** 评估: party building is part of the evaluation. */
  | 'EVALUATION';

/** Result of party building at a sync point. */
export type SyncResult =
  /** 不合格 */
  | 'FAILED'
  /** 合格 */
  | 'PASSED'
  /** 需整改 */
  | 'TO_IMPROVE';

/** 接转状态 State of a transfer. */
export type TransferState =
  /** 已撤回 */
  | 'CANCELLED'
  /** 已接收 */
  | 'COMPLETED'
  /** 已申请 */
  | 'REQUESTED';

/** Conditions on a value of `TransferState`; all that are given must hold. */
export type TransferStateOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: TransferState | null | undefined;
  /** Equal to one of these. */
  in?: Array<TransferState | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: TransferState | null | undefined;
  /** Equal to none of these. */
  nin?: Array<TransferState | null | undefined> | null | undefined;
};

/** 未建党组织原因 Reason for having no party organization (002 §2). */
export type UncoveredReasonCode =
  /** 组织关系在所在单位 */
  | 'AFFILIATIONS_ELSEWHERE'
  /** 已由支撑单位党组织覆盖 */
  | 'COVERED_BY_SUPPORTING_UNIT'
  /** 正在筹建 */
  | 'IN_PREPARATION'
  /** 新成立 */
  | 'NEWLY_FOUNDED'
  /** 未正常运行 */
  | 'NOT_OPERATING'
  /** 无党员 */
  | 'NO_MEMBERS'
  /** 其他 */
  | 'OTHER'
  /** 党员人数不足 */
  | 'TOO_FEW_MEMBERS';

/** Conditions on a value of `UncoveredReasonCode`; all that are given must hold. */
export type UncoveredReasonCodeOperationFilterInput = {
  /** Equal to this; null asks for missing values. */
  eq?: UncoveredReasonCode | null | undefined;
  /** Equal to one of these. */
  in?: Array<UncoveredReasonCode | null | undefined> | null | undefined;
  /** Not equal to this; null asks for present values. */
  neq?: UncoveredReasonCode | null | undefined;
  /** Equal to none of these. */
  nin?: Array<UncoveredReasonCode | null | undefined> | null | undefined;
};

/** An order of `UncoveredReason`: one field per entry, several are an error. */
export type UncoveredReasonSortInput = {
  /** The reason. */
  code?: SortEnumType | null | undefined;
  /** The reason in words; null where the code says it all. */
  explanation?: SortEnumType | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** The society. */
  society?: SocietySortInput | null | undefined;
  /** First day; null where the start is not stated. */
  validFrom?: SortEnumType | null | undefined;
  /** First day after it; null while it lasts. */
  validTo?: SortEnumType | null | undefined;
  /** Counts changes, from 1. */
  version?: SortEnumType | null | undefined;
};

/** Conditions on `UncoveredSociety`; all that are given must hold. Null for a field that can be missing asks for what has none; any other null is no condition. */
export type UncoveredSocietyFilterInput = {
  /** All of these hold. */
  and?: Array<UncoveredSocietyFilterInput> | null | undefined;
  /** Its committee. */
  committee?: CommitteeFilterInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: IdOperationFilterInput | null | undefined;
  /** This does not hold; also true where it cannot be decided, because a value is missing. */
  not?: UncoveredSocietyFilterInput | null | undefined;
  /** At least one of these holds. */
  or?: Array<UncoveredSocietyFilterInput> | null | undefined;
  /** 原因 Why; null where the ledger does not tell. */
  reason?: UncoveredReasonCodeOperationFilterInput | null | undefined;
  /** The society. */
  society?: SocietyFilterInput | null | undefined;
};

/** An order of `UncoveredSociety`: one field per entry, several are an error. */
export type UncoveredSocietySortInput = {
  /** Its committee. */
  committee?: CommitteeSortInput | null | undefined;
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** First day of the reason. */
  since?: SortEnumType | null | undefined;
  /** The society. */
  society?: SocietySortInput | null | undefined;
};

/** An order of `Veto`: one field per entry, several are an error. */
export type VetoSortInput = {
  /** Opaque identity, stable for as long as the thing exists. */
  id?: SortEnumType | null | undefined;
  /** First day without it; null while it holds. */
  liftedOn?: SortEnumType | null | undefined;
  /** First day. */
  raisedOn?: SortEnumType | null | undefined;
  /** The society. */
  society?: SocietySortInput | null | undefined;
};

export type IndicatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type IndicatorsQuery = { indicators: { nodes: Array<{ id: string, nameZh: string, nameEn: string, definition: string, definitionEn: string, numerator: string, numeratorZh: string, denominator: string, denominatorZh: string, unit: IndicatorUnit, dimensions: Array<IndicatorKey>, clauses: Array<{ citation: string, text: string }> }> | null } };

export type IndicatorValuesQueryVariables = Exact<{
  id: string;
  by: Array<IndicatorKey> | IndicatorKey;
  where?: IndicatorSubjectFilterInput | null | undefined;
  period?: PeriodInput | null | undefined;
  compareTo?: ComparisonInput | null | undefined;
  first: number;
  committee?: boolean;
  region?: boolean;
  province?: boolean;
  society?: boolean;
  societyKind?: boolean;
  discipline?: boolean;
  level?: boolean;
  branch?: boolean;
  form?: boolean;
  category?: boolean;
  kind?: boolean;
  ageBand?: boolean;
  sex?: boolean;
  memberStatus?: boolean;
  isCompared?: boolean;
}>;


export type IndicatorValuesQuery = { indicator: { id: string, values: { totalCount: number, nodes: Array<{ periodFrom: string, numerator: number | null, denominator: number | null, value: number | null, isSuppressed: boolean, key: { societyKind?: SocietyKind | null, level?: Level | null, form?: OrganizationForm | null, category?: BranchCategory | null, kind?: string | null, ageBand?: string | null, sex?: string | null, memberStatus?: string | null, committee?: { id: string, name: string } | null, region?: { name: string } | null, province?: { name: string } | null, society?: { id: string, name: string } | null, discipline?: { code: string, name: string } | null, branch?: { id: string, name: string } | null }, compared?: { numerator: number | null, denominator: number | null, value: number | null, difference: number | null } }> | null } } | null };

export type IndicatorRowsQueryVariables = Exact<{
  id: string;
  where?: IndicatorSubjectFilterInput | null | undefined;
  period?: PeriodInput | null | undefined;
  after?: string | null | undefined;
}>;


export type IndicatorRowsQuery = { indicator: { id: string, values: { nodes: Array<{ rows: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ numerator: number, denominator: number, society: { id: string, name: string } | null, branch: { id: string, name: string } | null, committee: { id: string, name: string } | null, activity: { title: string, heldOn: string | null } | null, rectification: { problem: string } | null, eventFiling: { event: string } | null, meeting: { heldOn: string } | null, assessment: { year: number } | null }> | null } }> | null } } | null };

export type AssessmentYearsQueryVariables = Exact<{
  where?: ScoreFilterInput | null | undefined;
  rounds?: AssessmentRoundFilterInput | null | undefined;
  entries?: AssessmentEntryFilterInput | null | undefined;
}>;


export type AssessmentYearsQuery = { scores: { nodes: Array<{ periodFrom: string, assessed: number, mean: number }> | null }, rounds: { groups: { nodes: Array<{ count: number, key: { year: number | null, status: RoundStatus | null } }> | null } }, entries: { groups: { nodes: Array<{ count: number, key: { roundYear: number | null, stage: AssessmentStage | null } }> | null } } };

export type AssessmentOfQueryVariables = Exact<{
  year: number;
  before: number;
  where?: ScoreFilterInput | null | undefined;
  rounds?: AssessmentRoundFilterInput | null | undefined;
}>;


export type AssessmentOfQuery = { total: { nodes: Array<{ assessed: number, mean: number, median: number }> | null }, items: { nodes: Array<{ assessed: number, mean: number, key: { item: string | null } }> | null }, itemsBefore: { nodes: Array<{ mean: number, key: { item: string | null } }> | null }, scheme: { nodes: Array<{ id: string, scheme: { items: Array<{ section: AssessmentSection, sectionCode: string, sectionTitle: string, itemCode: string, text: string, maximum: number }> } }> | null } };

export type AssessmentBandsQueryVariables = Exact<{
  where?: RegisterFilterInput | null | undefined;
  period?: PeriodInput | null | undefined;
}>;


export type AssessmentBandsQuery = { register: { groups: { nodes: Array<{ count: number | null, key: { scoreBand: number | null, grade: AssessmentGrade | null, gradeName: string | null } }> | null } } };

export type AssessmentRankingQueryVariables = Exact<{
  where?: RegisterFilterInput | null | undefined;
  period?: PeriodInput | null | undefined;
  order?: Array<RegisterSortInput> | RegisterSortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AssessmentRankingQuery = { register: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ rank: number | null, category: BranchCategory | null, grade: AssessmentGrade | null, fixedScore: number | null, bonusScore: number | null, totalScore: number | null, committee: { name: string } | null, branch: { id: string, name: string } | null, assessment: { id: string, gradeName: string | null } | null }> | null } };

export type OneEntryQueryVariables = Exact<{
  id: string;
}>;


export type OneEntryQuery = { assessmentEntry: { id: string, version: number, year: number, stage: AssessmentStage, selfSubmittedOn: string | null, notSubmittedOn: string | null, reviewedOn: string | null, satisfactionRate: number | null, branch: { id: string, name: string, category: BranchCategory, committee: { name: string } | null }, round: { id: string, status: RoundStatus, cutOffOn: string, scheme: { items: Array<{ section: AssessmentSection, sectionTitle: string, itemCode: string, text: string, maximum: number, clauses: Array<{ citation: string }> }> } }, stageHistory: Array<{ fromStage: AssessmentStage | null, toStage: AssessmentStage, movedAt: string, movedBy: string, reason: string | null }>, selfScores: Array<{ itemCode: string, score: number }>, suggestedScores: Array<{ itemCode: string, score: number }>, reviewedScores: Array<{ itemCode: string, score: number }>, standing: { selfScore: number | null, reviewScore: number | null, bonusScore: number, hasFailed: boolean }, debrief: { basis: DebriefBasis, heldOn: string, ballotCount: number, meanRate: number, score: number, reporter: { reference: string } | null } | null, proposedFindings: Array<{ cause: FindingCause, failRule: string | null, since: string | null, evidence: string, society: { id: string, name: string } }>, dismissedFindings: Array<{ cause: FindingCause, reason: string, dismissedOn: string }>, bonusClaims: Array<{ id: string, bonusItem: string, level: BonusLevel, levelName: string | null, description: string, points: number, status: BonusClaimStatus, claimedOn: string, reason: string | null }>, failFindings: Array<{ id: string, failRule: string, evidence: string, foundOn: string, withdrawnOn: string | null, clauses: Array<{ citation: string }> }>, results: Array<{ id: string, resultVersion: number, isCurrent: boolean, fixedScore: number, bonusScore: number, totalScore: number, grade: AssessmentGrade, gradeName: string | null, issuedOn: string | null, correctionReason: string | null }>, admonitionTalk: { dueOn: string, heldOn: string | null } | null } | null };

export type AssessmentEntriesQueryVariables = Exact<{
  where?: AssessmentEntryFilterInput | null | undefined;
  first?: number | null | undefined;
}>;


export type AssessmentEntriesQuery = { assessmentEntries: { totalCount: number, nodes: Array<{ id: string, stage: AssessmentStage, selfSubmittedOn: string | null, notSubmittedOn: string | null, branch: { name: string, committee: { name: string } | null } }> | null } };

export type OneBranchQueryVariables = Exact<{
  id: string;
}>;


export type OneBranchQuery = { branch: { id: string, version: number, name: string, category: BranchCategory, form: OrganizationForm, formName: string | null, status: BranchStatus, statusSince: string | null, endsOn: string | null, body: BranchBody, bodyName: string | null, aliases: Array<{ alias: string }>, ends: Array<{ reason: string }>, parent: { id: string, name: string } | null, committee: { id: string, name: string } | null, society: { id: string, name: string } | null, societies: { nodes: Array<{ id: string, name: string }> | null }, supportingUnit: { name: string } | null, secretary: { validFrom: string | null, person: { reference: string } } | null, team: { teamCount: number, crossAppointedCount: number, crossAppointmentRate: number | null }, derivedCategory: { category: BranchCategory, reasonCode: CategoryReason, reason: string, memberCount: number, withCommitteeCount: number, elsewhereCount: number, notStatedCount: number, staffCount: number, clauses: Array<{ citation: string }> } | null, permissions: Array<{ permission: Permission, isAllowed: boolean, clauses: Array<{ citation: string }> }>, upgradePath: Array<{ condition: CategoryCondition, lackingCount: number, clauses: Array<{ citation: string }> }>, reclassifications: Array<{ id: string, fromCategory: BranchCategory, toCategory: BranchCategory, state: ReclassificationState, proposedOn: string, decidedOn: string | null, reason: string }>, categoryHistory: Array<{ category: BranchCategory, validFrom: string | null, validTo: string | null, document: { title: string } | null }>, statusHistory: Array<{ status: BranchStatus, validFrom: string | null }>, restorations: Array<{ dissolvedOn: string, reason: string, restoredBy: string }>, activityCompliance: Array<{ year: number, collectiveCount: number, minimum: number, isMet: boolean, appraisalCount: number, appraisalMinimum: number, heldCount: number, documentedCount: number, expectedCount: number, attendedCount: number }>, activities: { totalCount: number, nodes: Array<{ id: string, kind: ActivityKind, kindName: string | null, title: string, plannedOn: string | null, heldOn: string | null, isCollective: boolean, expectedCount: number | null, attendedCount: number | null }> | null }, members: { totalCount: number, groups: { nodes: Array<{ count: number, key: { status: MemberStatus | null } }> | null } }, dues: Array<{ year: number, quarter: number, payerCount: number, amount: number }>, communityCheckIns: Array<{ id: string, community: string, checkedInOn: string }>, mendings: { totalCount: number, nodes: Array<{ id: string, kind: RecordKind, action: MendingAction, reason: string, changedBy: string, changedOn: string, fields: Array<{ name: string, before: string | null, after: string | null }> }> | null }, assessmentEntries: Array<{ id: string, year: number, stage: AssessmentStage, result: { fixedScore: number, bonusScore: number, totalScore: number, grade: AssessmentGrade, gradeName: string | null } | null }>, assessments: { nodes: Array<{ id: string, year: number, fixedScore: number, bonusScore: number, totalScore: number, grade: AssessmentGrade, gradeName: string | null, issuedOn: string | null }> | null }, evidence: { nodes: Array<{ id: string, kind: string, heldOn: string, isMet: boolean, definition: { name: string, englishName: string } | null }> | null } } | null };

export type BranchMembersQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type BranchMembersQuery = { branch: { id: string, members: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, status: MemberStatus, joinedOn: string | null, person: { reference: string }, transfers: Array<{ id: string, state: TransferState }> }> | null } } | null };

export type OneMemberQueryVariables = Exact<{
  id: string;
}>;


export type OneMemberQuery = { member: { id: string, status: MemberStatus, statusSince: string | null, joinedOn: string | null, person: { id: string, reference: string, appointments: Array<{ id: string, post: Post, postName: string | null, validFrom: string | null, validTo: string | null, branch: { id: string, name: string } | null, committee: { id: string, name: string } | null, society: { id: string, name: string } | null, councilTerm: { termNumber: number, society: { id: string, name: string } } | null }> }, branch: { id: string, name: string, committee: { id: string, name: string } | null }, end: { reason: MembershipEnd, endedOn: string, note: string | null } | null, ends: Array<{ reason: MembershipEnd, endedOn: string, restoredOn: string | null, restoredReason: string | null }>, affiliation: { place: string | null, validFrom: string | null, branch: { id: string, name: string } | null, supportingUnit: { name: string } | null } | null, affiliationHistory: Array<{ place: string | null, validFrom: string | null, validTo: string | null, branch: { name: string } | null, supportingUnit: { name: string } | null }>, transfers: Array<{ id: string, state: TransferState, requestedOn: string, closedOn: string | null, reason: string | null, fromPlace: string | null, toPlace: string | null, fromBranch: { id: string, name: string } | null, fromUnit: { name: string } | null, toBranch: { id: string, name: string } | null, toUnit: { name: string } | null }>, organizationLives: Array<{ validFrom: string | null, validTo: string | null, branch: { id: string, name: string } }>, statusHistory: Array<{ status: MemberStatus, validFrom: string | null, validTo: string | null }> } | null };

export type RatePartsFragment = { numerator: number, denominator: number, value: number | null };

export type RateWordsFragment = { numerator: number, denominator: number, value: number | null, definition: string, source: string, clauses: Array<{ code: string, citation: string, text: string }> };

export type OverviewCoverageQueryVariables = Exact<{
  asOf?: string | null | undefined;
  where?: CoverageFilterInput | null | undefined;
}>;


export type OverviewCoverageQuery = { now: { nodes: Array<{ societies: number, loadedAt: string, organizationCoverage: { numerator: number, denominator: number, value: number | null, definition: string, source: string, clauses: Array<{ code: string, citation: string, text: string }> }, workCoverage: { numerator: number, denominator: number, value: number | null, definition: string, source: string, clauses: Array<{ code: string, citation: string, text: string }> }, strongCoverage: { numerator: number, denominator: number, value: number | null, definition: string, source: string, clauses: Array<{ code: string, citation: string, text: string }> }, effectiveCoverage: { numerator: number, denominator: number, value: number | null, definition: string, source: string, clauses: Array<{ code: string, citation: string, text: string }> } }> | null }, trend: { nodes: Array<{ key: { month: string | null }, organizationCoverage: { numerator: number, denominator: number, value: number | null }, workCoverage: { numerator: number, denominator: number, value: number | null }, strongCoverage: { numerator: number, denominator: number, value: number | null }, effectiveCoverage: { numerator: number, denominator: number, value: number | null } }> | null }, categories: { nodes: Array<{ societies: number, key: { category: BranchCategory | null } }> | null }, committees: { totalCount: number, nodes: Array<{ key: { committee: { id: string, name: string } | null }, organizationCoverage: { numerator: number, denominator: number, value: number | null } }> | null } };

export type OverviewWorkQueryVariables = Exact<{
  asOf?: string | null | undefined;
  late?: DutyFilterInput | null | undefined;
  due?: DutyFilterInput | null | undefined;
}>;


export type OverviewWorkQuery = { late: { groups: { nodes: Array<{ count: number, key: { kind: DutyKind | null } }> | null } }, due: { groups: { nodes: Array<{ count: number, key: { kind: DutyKind | null, dueOnMonth: string | null } }> | null } }, next: { nodes: Array<{ id: string, kind: DutyKind, period: string, dueOn: string, doneOn: string | null, progress: number, target: number, committee: { id: string, name: string }, society: { id: string, name: string } | null, person: { id: string } | null, rectification: { id: string, stage: RectificationStageName } | null, eventFiling: { event: string, heldOn: string } | null }> | null } };

export type OverviewUncoveredQueryVariables = Exact<{
  where?: RegisterFilterInput | null | undefined;
  period?: PeriodInput | null | undefined;
}>;


export type OverviewUncoveredQuery = { register: { totalCount: number, nodes: Array<{ reason: UncoveredReasonCode | null, since: string | null, isWorked: boolean | null, committee: { name: string } | null, society: { id: string, name: string } | null }> | null } };

export type OverviewRoundsQueryVariables = Exact<{
  rounds?: AssessmentRoundFilterInput | null | undefined;
  entries?: AssessmentEntryFilterInput | null | undefined;
}>;


export type OverviewRoundsQuery = { rounds: { groups: { nodes: Array<{ count: number, key: { year: number | null, status: RoundStatus | null } }> | null } }, entries: { groups: { nodes: Array<{ count: number, key: { roundYear: number | null, stage: AssessmentStage | null } }> | null } } };

export type OverviewEvidenceQueryVariables = Exact<{
  asOf?: string | null | undefined;
  where?: EvidenceDueFilterInput | null | undefined;
}>;


export type OverviewEvidenceQuery = { evidenceDue: { groups: { nodes: Array<{ count: number, key: { state: DutyState | null, definition: { code: string, name: string, englishName: string } | null } }> | null } } };

export type OverviewPeersQueryVariables = Exact<{
  committee: string;
}>;


export type OverviewPeersQuery = { committee: { peerComparisons: Array<{ group: PeerGroup, periodFrom: string, periodTo: string, value: number, committeeCount: number | null, meanFrom: number | null, meanTo: number | null, firstQuartileFrom: number | null, firstQuartileTo: number | null, thirdQuartileFrom: number | null, thirdQuartileTo: number | null, withheld: PeersWithheld | null, indicator: { id: string, nameZh: string, nameEn: string, unit: IndicatorUnit } }> } | null };

export type CountSocietiesQueryVariables = Exact<{
  kind?: SocietyFilterInput | null | undefined;
  discipline?: SocietyFilterInput | null | undefined;
  level?: SocietyFilterInput | null | undefined;
  operatingState?: SocietyFilterInput | null | undefined;
  organization: SocietyFilterInput;
}>;


export type CountSocietiesQuery = { kind: { groups: { nodes: Array<{ count: number, key: { kind: SocietyKind | null } }> | null } }, discipline: { groups: { nodes: Array<{ count: number, key: { discipline: { code: string } | null } }> | null } }, level: { groups: { nodes: Array<{ count: number, key: { level: Level | null } }> | null } }, yes: { totalCount: number }, no: { totalCount: number }, operatingState: { groups: { nodes: Array<{ count: number, key: { operatingState: OperatingState | null } }> | null } } };

export type CountBranchesQueryVariables = Exact<{
  category?: BranchFilterInput | null | undefined;
  form?: BranchFilterInput | null | undefined;
  status?: BranchFilterInput | null | undefined;
}>;


export type CountBranchesQuery = { category: { groups: { nodes: Array<{ count: number, key: { category: BranchCategory | null } }> | null } }, form: { groups: { nodes: Array<{ count: number, key: { form: OrganizationForm | null } }> | null } }, status: { groups: { nodes: Array<{ count: number, key: { status: BranchStatus | null } }> | null } } };

export type CountMembersQueryVariables = Exact<{
  category?: BranchFilterInput | null | undefined;
  form?: BranchFilterInput | null | undefined;
}>;


export type CountMembersQuery = { category: { groups: { nodes: Array<{ count: number, key: { category: BranchCategory | null } }> | null } }, form: { groups: { nodes: Array<{ count: number, key: { form: OrganizationForm | null } }> | null } } };

export type CountLeadingGroupsQueryVariables = Exact<{
  status?: LeadingGroupFilterInput | null | undefined;
  kind?: LeadingGroupFilterInput | null | undefined;
  discipline?: LeadingGroupFilterInput | null | undefined;
  level?: LeadingGroupFilterInput | null | undefined;
}>;


export type CountLeadingGroupsQuery = { status: { groups: { nodes: Array<{ count: number, key: { status: LeadingGroupStatus | null } }> | null } }, kind: { groups: { nodes: Array<{ count: number, key: { societyKind: SocietyKind | null } }> | null } }, discipline: { groups: { nodes: Array<{ count: number, key: { societyDiscipline: { code: string } | null } }> | null } }, level: { groups: { nodes: Array<{ count: number, key: { societyLevel: Level | null } }> | null } } };

export type CountDutiesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  kind?: DutyFilterInput | null | undefined;
  state?: DutyFilterInput | null | undefined;
  year?: DutyFilterInput | null | undefined;
}>;


export type CountDutiesQuery = { kind: { groups: { nodes: Array<{ count: number, key: { kind: DutyKind | null } }> | null } }, state: { groups: { nodes: Array<{ count: number, key: { state: DutyState | null } }> | null } }, year: { groups: { nodes: Array<{ count: number, key: { dueOnYear: number | null } }> | null } } };

export type CountRectificationsQueryVariables = Exact<{
  stage?: RectificationFilterInput | null | undefined;
  kind?: RectificationFilterInput | null | undefined;
}>;


export type CountRectificationsQuery = { stage: { groups: { nodes: Array<{ count: number, key: { stage: RectificationStageName | null } }> | null } }, kind: { groups: { nodes: Array<{ count: number, key: { kind: ProblemKind | null } }> | null } } };

export type CountUncoveredQueryVariables = Exact<{
  asOf?: string | null | undefined;
  every?: UncoveredSocietyFilterInput | null | undefined;
}>;


export type CountUncoveredQuery = { every: { groups: { nodes: Array<{ count: number, key: { reason: UncoveredReasonCode | null, societyKind: SocietyKind | null, societyLevel: Level | null } }> | null } } };

export type CountTransfersQueryVariables = Exact<{
  state?: AffiliationTransferFilterInput | null | undefined;
}>;


export type CountTransfersQuery = { state: { groups: { nodes: Array<{ count: number, key: { state: TransferState | null } }> | null } } };

export type CountEvidenceQueryVariables = Exact<{
  asOf?: string | null | undefined;
  kind?: EvidenceDueFilterInput | null | undefined;
  subjectKind?: EvidenceDueFilterInput | null | undefined;
  state?: EvidenceDueFilterInput | null | undefined;
  year?: EvidenceDueFilterInput | null | undefined;
}>;


export type CountEvidenceQuery = { kind: { groups: { nodes: Array<{ count: number, key: { definition: { code: string } | null } }> | null } }, subjectKind: { groups: { nodes: Array<{ count: number, key: { subjectKind: EvidenceSubject | null } }> | null } }, state: { groups: { nodes: Array<{ count: number, key: { state: DutyState | null } }> | null } }, year: { groups: { nodes: Array<{ count: number, key: { dueOnYear: number | null } }> | null } } };

export type RegisterPeopleQueryVariables = Exact<{
  where?: RegisterFilterInput | null | undefined;
  period?: PeriodInput | null | undefined;
  by: Array<RegisterKey> | RegisterKey;
  rows: Array<RegisterKey> | RegisterKey;
  columns: Array<RegisterKey> | RegisterKey;
}>;


export type RegisterPeopleQuery = { cells: { groups: { nodes: Array<{ asOf: string, count: number | null, isSuppressed: boolean, key: { ageBand: string | null, sex: string | null, memberStatus: string | null } }> | null } }, rows: { groups: { nodes: Array<{ asOf: string, count: number | null, isSuppressed: boolean, key: { ageBand: string | null, sex: string | null, memberStatus: string | null } }> | null } }, columns: { groups: { nodes: Array<{ asOf: string, count: number | null, isSuppressed: boolean, key: { ageBand: string | null, sex: string | null, memberStatus: string | null } }> | null } } };

export type PeoplePartsFragment = { asOf: string, count: number | null, isSuppressed: boolean, key: { ageBand: string | null, sex: string | null, memberStatus: string | null } };

export type RegisterSocietiesQueryVariables = Exact<{
  where?: SocietyFilterInput | null | undefined;
  order?: Array<SocietySortInput> | SocietySortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  isSearched?: boolean;
}>;


export type RegisterSocietiesQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, name: string, kind: SocietyKind | null, level: Level, creditCode: string | null, operatingState: OperatingState | null, aliases?: Array<{ alias: string }>, discipline: { code: string, name: string } | null, committee: { id: string, name: string }, supportingUnit: { name: string } | null, branches: { totalCount: number, nodes: Array<{ id: string, name: string, category: BranchCategory, form: OrganizationForm, formName: string | null, status: BranchStatus }> | null }, coverage: { isNominal: boolean, isEffective: boolean, fullMembers: number, shouldBuild: boolean }, uncoveredReason: { code: UncoveredReasonCode } | null, ledger: { clearCount: number, aspectCount: number, isComplete: boolean } }> | null } };

export type RegisterBranchesQueryVariables = Exact<{
  where?: BranchFilterInput | null | undefined;
  order?: Array<BranchSortInput> | BranchSortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  isSearched?: boolean;
}>;


export type RegisterBranchesQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, name: string, category: BranchCategory, form: OrganizationForm, formName: string | null, status: BranchStatus, statusSince: string | null, aliases?: Array<{ alias: string }>, committee: { id: string, name: string } | null, society: { id: string, name: string } | null, members: { totalCount: number }, latestAssessment: { year: number, totalScore: number, grade: AssessmentGrade, gradeName: string | null } | null }> | null } };

export type RegisterMembersQueryVariables = Exact<{
  where?: BranchFilterInput | null | undefined;
  order?: Array<BranchSortInput> | BranchSortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  isSearched?: boolean;
}>;


export type RegisterMembersQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, name: string, category: BranchCategory, aliases?: Array<{ alias: string }>, committee: { id: string, name: string } | null, members: { totalCount: number, groups: { nodes: Array<{ count: number, key: { status: MemberStatus | null } }> | null } }, applicants: Array<{ state: ApplicantState }> }> | null } };

export type RegisterTransfersQueryVariables = Exact<{
  where?: AffiliationTransferFilterInput | null | undefined;
  order?: Array<AffiliationTransferSortInput> | AffiliationTransferSortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type RegisterTransfersQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, state: TransferState, requestedOn: string, closedOn: string | null, reason: string | null, fromPlace: string | null, toPlace: string | null, member: { id: string, person: { reference: string } }, fromBranch: { id: string, name: string } | null, fromUnit: { name: string } | null, toBranch: { id: string, name: string } | null, toUnit: { name: string } | null }> | null } };

export type RegisterLeadingGroupsQueryVariables = Exact<{
  where?: LeadingGroupFilterInput | null | undefined;
  order?: Array<LeadingGroupSortInput> | LeadingGroupSortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  isSearched?: boolean;
}>;


export type RegisterLeadingGroupsQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, status: LeadingGroupStatus, approvedOn: string | null, councilTerm: { termNumber: number, endsOn: string }, seats: Array<{ role: LeadingGroupRole }>, meetings: { totalCount: number }, society: { id: string, name: string, aliases?: Array<{ alias: string }>, committee: { name: string }, leadingGroupBreaches: Array<{ code: LeadingGroupBreachCode, severity: BreachSeverity }> } }> | null } };

export type RegisterDutiesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  where?: DutyFilterInput | null | undefined;
  order?: Array<DutySortInput> | DutySortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type RegisterDutiesQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, kind: DutyKind, period: string, dueOn: string, doneOn: string | null, state: DutyState, progress: number, target: number, clauses: Array<{ citation: string }>, committee: { id: string, name: string }, society: { id: string, name: string } | null, person: { id: string, reference: string, member: { id: string } | null, appointments: Array<{ post: Post, postName: string | null, validTo: string | null, committee: { id: string } | null }> } | null, rectification: { id: string, stage: RectificationStageName } | null, eventFiling: { event: string, heldOn: string } | null }> | null } };

export type RegisterRectificationsQueryVariables = Exact<{
  where?: RectificationFilterInput | null | undefined;
  order?: Array<RectificationSortInput> | RectificationSortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type RegisterRectificationsQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, problem: string, foundOn: string, stage: RectificationStageName, committee: { id: string, name: string }, society: { id: string, name: string } | null, branch: { id: string, name: string } | null, stages: Array<{ toStage: RectificationStageName, movedOn: string }> }> | null } };

export type RegisterUncoveredQueryVariables = Exact<{
  asOf?: string | null | undefined;
  where?: UncoveredSocietyFilterInput | null | undefined;
  order?: Array<UncoveredSocietySortInput> | UncoveredSocietySortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  isSearched?: boolean;
}>;


export type RegisterUncoveredQuery = { list: { pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, reason: UncoveredReasonCode | null, explanation: string | null, since: string | null, committee: { id: string, name: string }, society: { id: string, name: string, kind: SocietyKind | null, aliases?: Array<{ alias: string }>, coverage: { fullMembers: number, shouldBuild: boolean, isWorked: boolean } } }> | null } };

export type CursorsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type RegisterEvidenceQueryVariables = Exact<{
  asOf?: string | null | undefined;
  where?: EvidenceDueFilterInput | null | undefined;
  order?: Array<EvidenceDueSortInput> | EvidenceDueSortInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type RegisterEvidenceQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ reference: string, kind: string, title: string, titleEn: string, subjectKind: EvidenceSubject, period: string, dueOn: string, doneOn: string | null, state: DutyState, progress: number, target: number, clauses: Array<{ citation: string }>, committee: { id: string, name: string }, branch: { id: string, name: string } | null, society: { id: string, name: string } | null, leadingGroup: { id: string } | null }> | null } };

export type OneSocietyQueryVariables = Exact<{
  id: string;
}>;


export type OneSocietyQuery = { society: { id: string, version: number, name: string, kind: SocietyKind | null, level: Level, creditCode: string | null, operatingState: OperatingState | null, foundedOn: string | null, cancelledOn: string | null, cancelReason: string | null, restorations: Array<{ cancelledOn: string, cancelReason: string | null, reason: string, restoredBy: string }>, discipline: { code: string, name: string } | null, committee: { id: string, name: string }, supportingUnit: { name: string } | null, aliases: Array<{ alias: string }>, coverage: { isNominal: boolean, isStrong: boolean, isEffective: boolean, isWorked: boolean, fullMembers: number, shouldBuild: boolean }, uncoveredReason: { code: UncoveredReasonCode, explanation: string | null, validFrom: string | null } | null, clarities: Array<{ aspect: ClarityAspect, state: ClarityState, statement: string | null, counted: number | null, recordedOn: string | null }>, ledgerHistory: Array<{ aspect: ClarityAspect, isClear: boolean, statement: string, validFrom: string }>, syncPoints: Array<{ occasion: SyncOccasion, result: SyncResult, heldOn: string }>, vetoHistory: Array<{ reason: string, raisedOn: string, liftedOn: string | null }>, instructors: Array<{ instructorRef: string, validFrom: string | null }>, leadingGroups: Array<{ id: string, status: LeadingGroupStatus, history: Array<{ toStatus: LeadingGroupStatus, movedOn: string }> }>, leadingGroupBreaches: Array<{ code: LeadingGroupBreachCode, severity: BreachSeverity, message: string, since: string, clauses: Array<{ citation: string }> }>, fundReports: Array<{ period: string, submittedOn: string }>, eventFilings: Array<{ event: string, heldOn: string, filedOn: string | null }>, councilTerms: Array<{ termNumber: number, startedOn: string, endsOn: string }>, evidence: { nodes: Array<{ id: string, kind: string, heldOn: string, isMet: boolean, definition: { name: string, englishName: string } | null }> | null }, branches: { nodes: Array<{ id: string, name: string, category: BranchCategory, form: OrganizationForm, formName: string | null, status: BranchStatus, statusSince: string | null, committee: { id: string } | null, members: { totalCount: number }, statusHistory: Array<{ status: BranchStatus, validFrom: string | null }>, latestAssessment: { year: number, totalScore: number, grade: AssessmentGrade, gradeName: string | null } | null }> | null } } | null };

export type TokenPartsFragment = { name: string, role: AccessRole, subjectName: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null };

export type TokensQueryVariables = Exact<{ [key: string]: never; }>;


export type TokensQuery = { whoAmI: { role: AccessRole, subject: { name: string } | null, tokens: Array<{ name: string, role: AccessRole, subjectName: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null }> } };

export type CommitteePartsFragment = { id: string, name: string, children: { totalCount: number } };

export type ShellQueryVariables = Exact<{
  committee: string;
  isChosen: boolean;
}>;


export type ShellQuery = { warehouse: { asOf: string | null, loadedAt: string | null, waitingCount: number | null, waitingSince: string | null, months: Array<{ month: string, hasCome: boolean }> }, roots: { totalCount: number, nodes: Array<{ id: string, name: string, children: { totalCount: number } }> | null }, committee?: { id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null } | null, children: { totalCount: number } } | null };

export type CommitteeListQueryVariables = Exact<{
  where?: CommitteeFilterInput | null | undefined;
  first: number;
  isSearched?: boolean;
}>;


export type CommitteeListQuery = { committees: { totalCount: number, nodes: Array<{ id: string, name: string, abolishedOn: string | null, aliases?: Array<{ alias: string }> }> | null } };

export type FreshnessQueryVariables = Exact<{ [key: string]: never; }>;


export type FreshnessQuery = { warehouse: { loadedAt: string | null, waitingCount: number | null, waitingSince: string | null } };

export type LoadedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type LoadedSubscription = { coverageLoaded: { loadedAt: string, asOf: string } };

export type WhoQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoQuery = { whoAmI: { actor: string, name: string | null, role: AccessRole, can: Array<AccessRight>, subject: { name: string } | null, roles: Array<{ number: number }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RatePartsFragmentDoc = new TypedDocumentString(`
    fragment RateParts on Rate {
  numerator
  denominator
  value
}
    `, {"fragmentName":"RateParts"}) as unknown as TypedDocumentString<RatePartsFragment, unknown>;
export const RateWordsFragmentDoc = new TypedDocumentString(`
    fragment RateWords on Rate {
  numerator
  denominator
  value
  definition
  source
  clauses {
    code
    citation
    text
  }
}
    `, {"fragmentName":"RateWords"}) as unknown as TypedDocumentString<RateWordsFragment, unknown>;
export const PeoplePartsFragmentDoc = new TypedDocumentString(`
    fragment PeopleParts on RegisterGroup {
  key {
    ageBand
    sex
    memberStatus
  }
  asOf
  count
  isSuppressed
}
    `, {"fragmentName":"PeopleParts"}) as unknown as TypedDocumentString<PeoplePartsFragment, unknown>;
export const CursorsFragmentDoc = new TypedDocumentString(`
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"Cursors"}) as unknown as TypedDocumentString<CursorsFragment, unknown>;
export const TokenPartsFragmentDoc = new TypedDocumentString(`
    fragment TokenParts on AccessToken {
  name
  role
  subjectName
  createdBy
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}
    `, {"fragmentName":"TokenParts"}) as unknown as TypedDocumentString<TokenPartsFragment, unknown>;
export const CommitteePartsFragmentDoc = new TypedDocumentString(`
    fragment CommitteeParts on Committee {
  id
  name
  children(first: 0) {
    totalCount
  }
}
    `, {"fragmentName":"CommitteeParts"}) as unknown as TypedDocumentString<CommitteePartsFragment, unknown>;
export const IndicatorsDocument = new TypedDocumentString(`
    query Indicators {
  indicators(first: 100) {
    nodes {
      id
      nameZh
      nameEn
      definition
      definitionEn
      numerator
      numeratorZh
      denominator
      denominatorZh
      unit
      dimensions
      clauses {
        citation
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IndicatorsQuery, IndicatorsQueryVariables>;
export const IndicatorValuesDocument = new TypedDocumentString(`
    query IndicatorValues($id: ID!, $by: [IndicatorKey!]!, $where: IndicatorSubjectFilterInput, $period: PeriodInput, $compareTo: ComparisonInput, $first: Int!, $committee: Boolean! = false, $region: Boolean! = false, $province: Boolean! = false, $society: Boolean! = false, $societyKind: Boolean! = false, $discipline: Boolean! = false, $level: Boolean! = false, $branch: Boolean! = false, $form: Boolean! = false, $category: Boolean! = false, $kind: Boolean! = false, $ageBand: Boolean! = false, $sex: Boolean! = false, $memberStatus: Boolean! = false, $isCompared: Boolean! = false) {
  indicator(id: $id) {
    id
    values(
      by: $by
      where: $where
      period: $period
      compareTo: $compareTo
      first: $first
    ) {
      totalCount
      nodes {
        key {
          committee @include(if: $committee) {
            id
            name
          }
          region @include(if: $region) {
            name
          }
          province @include(if: $province) {
            name
          }
          society @include(if: $society) {
            id
            name
          }
          societyKind @include(if: $societyKind)
          discipline @include(if: $discipline) {
            code
            name
          }
          level @include(if: $level)
          branch @include(if: $branch) {
            id
            name
          }
          form @include(if: $form)
          category @include(if: $category)
          kind @include(if: $kind)
          ageBand @include(if: $ageBand)
          sex @include(if: $sex)
          memberStatus @include(if: $memberStatus)
        }
        periodFrom
        numerator
        denominator
        value
        isSuppressed
        compared @include(if: $isCompared) {
          numerator
          denominator
          value
          difference
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IndicatorValuesQuery, IndicatorValuesQueryVariables>;
export const IndicatorRowsDocument = new TypedDocumentString(`
    query IndicatorRows($id: ID!, $where: IndicatorSubjectFilterInput, $period: PeriodInput, $after: String) {
  indicator(id: $id) {
    id
    values(by: [], where: $where, period: $period, first: 1) {
      nodes {
        rows(first: 100, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            numerator
            denominator
            society {
              id
              name
            }
            branch {
              id
              name
            }
            committee {
              id
              name
            }
            activity {
              title
              heldOn
            }
            rectification {
              problem
            }
            eventFiling {
              event
            }
            meeting {
              heldOn
            }
            assessment {
              year
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IndicatorRowsQuery, IndicatorRowsQueryVariables>;
export const AssessmentYearsDocument = new TypedDocumentString(`
    query AssessmentYears($where: ScoreFilterInput, $rounds: AssessmentRoundFilterInput, $entries: AssessmentEntryFilterInput) {
  scores(score: TOTAL, by: [YEAR], where: $where, first: 50) {
    nodes {
      periodFrom
      assessed
      mean
    }
  }
  rounds: assessmentRounds(where: $rounds) {
    groups(by: [YEAR, STATUS], first: 100) {
      nodes {
        key {
          year
          status
        }
        count
      }
    }
  }
  entries: assessmentEntries(where: $entries) {
    groups(by: [ROUND_YEAR, STAGE], first: 200) {
      nodes {
        key {
          roundYear
          stage
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssessmentYearsQuery, AssessmentYearsQueryVariables>;
export const AssessmentOfDocument = new TypedDocumentString(`
    query AssessmentOf($year: Int!, $before: Int!, $where: ScoreFilterInput, $rounds: AssessmentRoundFilterInput) {
  total: scores(score: TOTAL, from: $year, to: $year, where: $where) {
    nodes {
      assessed
      mean
      median
    }
  }
  items: scores(
    score: ITEM
    by: [ITEM]
    from: $year
    to: $year
    where: $where
    first: 100
  ) {
    nodes {
      key {
        item
      }
      assessed
      mean
    }
  }
  itemsBefore: scores(
    score: ITEM
    by: [ITEM]
    from: $before
    to: $before
    where: $where
    first: 100
  ) {
    nodes {
      key {
        item
      }
      mean
    }
  }
  scheme: assessmentRounds(where: $rounds, order: [{year: DESC}], first: 1) {
    nodes {
      id
      scheme {
        items {
          section
          sectionCode
          sectionTitle
          itemCode
          text
          maximum
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssessmentOfQuery, AssessmentOfQueryVariables>;
export const AssessmentBandsDocument = new TypedDocumentString(`
    query AssessmentBands($where: RegisterFilterInput, $period: PeriodInput) {
  register(kind: ASSESSMENT, where: $where, period: $period) {
    groups(by: [SCORE_BAND, GRADE, OWN_GRADE], first: 500) {
      nodes {
        key {
          scoreBand
          grade
          gradeName
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssessmentBandsQuery, AssessmentBandsQueryVariables>;
export const AssessmentRankingDocument = new TypedDocumentString(`
    query AssessmentRanking($where: RegisterFilterInput, $period: PeriodInput, $order: [RegisterSortInput!], $first: Int, $after: String, $last: Int, $before: String) {
  register(
    kind: ASSESSMENT
    where: $where
    period: $period
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    nodes {
      rank
      category
      grade
      fixedScore
      bonusScore
      totalScore
      committee {
        name
      }
      branch {
        id
        name
      }
      assessment {
        id
        gradeName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssessmentRankingQuery, AssessmentRankingQueryVariables>;
export const OneEntryDocument = new TypedDocumentString(`
    query OneEntry($id: ID!) {
  assessmentEntry(id: $id) {
    id
    version
    year
    stage
    selfSubmittedOn
    notSubmittedOn
    reviewedOn
    satisfactionRate
    branch {
      id
      name
      category
      committee {
        name
      }
    }
    round {
      id
      status
      cutOffOn
      scheme {
        items {
          section
          sectionTitle
          itemCode
          text
          maximum
          clauses {
            citation
          }
        }
      }
    }
    stageHistory {
      fromStage
      toStage
      movedAt
      movedBy
      reason
    }
    selfScores {
      itemCode
      score
    }
    suggestedScores {
      itemCode
      score
    }
    reviewedScores {
      itemCode
      score
    }
    standing {
      selfScore
      reviewScore
      bonusScore
      hasFailed
    }
    debrief {
      basis
      heldOn
      ballotCount
      meanRate
      score
      reporter {
        reference
      }
    }
    proposedFindings {
      cause
      failRule
      since
      evidence
      society {
        id
        name
      }
    }
    dismissedFindings {
      cause
      reason
      dismissedOn
    }
    bonusClaims {
      id
      bonusItem
      level
      levelName
      description
      points
      status
      claimedOn
      reason
    }
    failFindings {
      id
      failRule
      evidence
      foundOn
      withdrawnOn
      clauses {
        citation
      }
    }
    results {
      id
      resultVersion
      isCurrent
      fixedScore
      bonusScore
      totalScore
      grade
      gradeName
      issuedOn
      correctionReason
    }
    admonitionTalk {
      dueOn
      heldOn
    }
  }
}
    `) as unknown as TypedDocumentString<OneEntryQuery, OneEntryQueryVariables>;
export const AssessmentEntriesDocument = new TypedDocumentString(`
    query AssessmentEntries($where: AssessmentEntryFilterInput, $first: Int) {
  assessmentEntries(where: $where, first: $first) {
    totalCount
    nodes {
      id
      stage
      selfSubmittedOn
      notSubmittedOn
      branch {
        name
        committee {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssessmentEntriesQuery, AssessmentEntriesQueryVariables>;
export const OneBranchDocument = new TypedDocumentString(`
    query OneBranch($id: ID!) {
  branch(id: $id) {
    id
    version
    name
    aliases {
      alias
    }
    category
    form
    formName
    status
    statusSince
    endsOn
    ends {
      reason
    }
    body
    bodyName
    parent {
      id
      name
    }
    committee {
      id
      name
    }
    society {
      id
      name
    }
    societies(first: 20) {
      nodes {
        id
        name
      }
    }
    supportingUnit {
      name
    }
    secretary {
      person {
        reference
      }
      validFrom
    }
    team {
      teamCount
      crossAppointedCount
      crossAppointmentRate
    }
    derivedCategory {
      category
      reasonCode
      reason
      memberCount
      withCommitteeCount
      elsewhereCount
      notStatedCount
      staffCount
      clauses {
        citation
      }
    }
    permissions {
      permission
      isAllowed
      clauses {
        citation
      }
    }
    upgradePath {
      condition
      lackingCount
      clauses {
        citation
      }
    }
    reclassifications {
      id
      fromCategory
      toCategory
      state
      proposedOn
      decidedOn
      reason
    }
    categoryHistory {
      category
      validFrom
      validTo
      document {
        title
      }
    }
    statusHistory {
      status
      validFrom
    }
    restorations {
      dissolvedOn
      reason
      restoredBy
    }
    activityCompliance {
      year
      collectiveCount
      minimum
      isMet
      appraisalCount
      appraisalMinimum
      heldCount
      documentedCount
      expectedCount
      attendedCount
    }
    activities(first: 12, order: [{heldOn: DESC}]) {
      totalCount
      nodes {
        id
        kind
        kindName
        title
        plannedOn
        heldOn
        isCollective
        expectedCount
        attendedCount
      }
    }
    members(first: 0) {
      totalCount
      groups(by: [STATUS]) {
        nodes {
          key {
            status
          }
          count
        }
      }
    }
    dues {
      year
      quarter
      payerCount
      amount
    }
    communityCheckIns {
      id
      community
      checkedInOn
    }
    mendings(first: 20, order: [{changedOn: DESC}]) {
      totalCount
      nodes {
        id
        kind
        action
        reason
        changedBy
        changedOn
        fields {
          name
          before
          after
        }
      }
    }
    assessmentEntries {
      id
      year
      stage
      result {
        fixedScore
        bonusScore
        totalScore
        grade
        gradeName
      }
    }
    assessments(first: 10, order: [{year: DESC}]) {
      nodes {
        id
        year
        fixedScore
        bonusScore
        totalScore
        grade
        gradeName
        issuedOn
      }
    }
    evidence(first: 20) {
      nodes {
        id
        kind
        heldOn
        isMet
        definition {
          name
          englishName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OneBranchQuery, OneBranchQueryVariables>;
export const BranchMembersDocument = new TypedDocumentString(`
    query BranchMembers($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  branch(id: $id) {
    id
    members(
      order: [{joinedOn: ASC}]
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        status
        joinedOn
        person {
          reference
        }
        transfers {
          id
          state
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BranchMembersQuery, BranchMembersQueryVariables>;
export const OneMemberDocument = new TypedDocumentString(`
    query OneMember($id: ID!) {
  member(id: $id) {
    id
    status
    statusSince
    joinedOn
    person {
      id
      reference
      appointments {
        id
        post
        postName
        validFrom
        validTo
        branch {
          id
          name
        }
        committee {
          id
          name
        }
        society {
          id
          name
        }
        councilTerm {
          termNumber
          society {
            id
            name
          }
        }
      }
    }
    branch {
      id
      name
      committee {
        id
        name
      }
    }
    end {
      reason
      endedOn
      note
    }
    ends {
      reason
      endedOn
      restoredOn
      restoredReason
    }
    affiliation {
      branch {
        id
        name
      }
      supportingUnit {
        name
      }
      place
      validFrom
    }
    affiliationHistory {
      branch {
        name
      }
      supportingUnit {
        name
      }
      place
      validFrom
      validTo
    }
    transfers {
      id
      state
      requestedOn
      closedOn
      reason
      fromBranch {
        id
        name
      }
      fromUnit {
        name
      }
      fromPlace
      toBranch {
        id
        name
      }
      toUnit {
        name
      }
      toPlace
    }
    organizationLives {
      branch {
        id
        name
      }
      validFrom
      validTo
    }
    statusHistory {
      status
      validFrom
      validTo
    }
  }
}
    `) as unknown as TypedDocumentString<OneMemberQuery, OneMemberQueryVariables>;
export const OverviewCoverageDocument = new TypedDocumentString(`
    query OverviewCoverage($asOf: Date, $where: CoverageFilterInput) {
  now: coverage(by: [], asOf: $asOf, where: $where) {
    nodes {
      societies
      loadedAt
      organizationCoverage {
        ...RateWords
      }
      workCoverage {
        ...RateWords
      }
      strongCoverage {
        ...RateWords
      }
      effectiveCoverage {
        ...RateWords
      }
    }
  }
  trend: coverage(by: [MONTH], asOf: $asOf, where: $where, last: 24) {
    nodes {
      key {
        month
      }
      organizationCoverage {
        ...RateParts
      }
      workCoverage {
        ...RateParts
      }
      strongCoverage {
        ...RateParts
      }
      effectiveCoverage {
        ...RateParts
      }
    }
  }
  categories: coverage(by: [CATEGORY], asOf: $asOf, where: $where) {
    nodes {
      key {
        category
      }
      societies
    }
  }
  committees: coverage(
    by: [COMMITTEE]
    asOf: $asOf
    where: $where
    order: [{organizationCoverage: ASC}]
    first: 8
  ) {
    totalCount
    nodes {
      key {
        committee {
          id
          name
        }
      }
      organizationCoverage {
        ...RateParts
      }
    }
  }
}
    fragment RateParts on Rate {
  numerator
  denominator
  value
}
fragment RateWords on Rate {
  numerator
  denominator
  value
  definition
  source
  clauses {
    code
    citation
    text
  }
}`) as unknown as TypedDocumentString<OverviewCoverageQuery, OverviewCoverageQueryVariables>;
export const OverviewWorkDocument = new TypedDocumentString(`
    query OverviewWork($asOf: Date, $late: DutyFilterInput, $due: DutyFilterInput) {
  late: duties(asOf: $asOf, where: $late) {
    groups(by: [KIND], first: 50) {
      nodes {
        key {
          kind
        }
        count
      }
    }
  }
  due: duties(asOf: $asOf, where: $due) {
    groups(by: [KIND, DUE_ON_MONTH], first: 500) {
      nodes {
        key {
          kind
          dueOnMonth
        }
        count
      }
    }
  }
  next: duties(asOf: $asOf, where: $due, order: [{dueOn: ASC}], first: 6) {
    nodes {
      id
      kind
      period
      dueOn
      doneOn
      progress
      target
      committee {
        id
        name
      }
      society {
        id
        name
      }
      person {
        id
      }
      rectification {
        id
        stage
      }
      eventFiling {
        event
        heldOn
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewWorkQuery, OverviewWorkQueryVariables>;
export const OverviewUncoveredDocument = new TypedDocumentString(`
    query OverviewUncovered($where: RegisterFilterInput, $period: PeriodInput) {
  register(kind: UNCOVERED_SOCIETY, where: $where, period: $period, first: 6) {
    totalCount
    nodes {
      reason
      since
      isWorked
      committee {
        name
      }
      society {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewUncoveredQuery, OverviewUncoveredQueryVariables>;
export const OverviewRoundsDocument = new TypedDocumentString(`
    query OverviewRounds($rounds: AssessmentRoundFilterInput, $entries: AssessmentEntryFilterInput) {
  rounds: assessmentRounds(where: $rounds) {
    groups(by: [YEAR, STATUS], first: 100) {
      nodes {
        key {
          year
          status
        }
        count
      }
    }
  }
  entries: assessmentEntries(where: $entries) {
    groups(by: [ROUND_YEAR, STAGE], first: 200) {
      nodes {
        key {
          roundYear
          stage
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewRoundsQuery, OverviewRoundsQueryVariables>;
export const OverviewEvidenceDocument = new TypedDocumentString(`
    query OverviewEvidence($asOf: Date, $where: EvidenceDueFilterInput) {
  evidenceDue(asOf: $asOf, where: $where) {
    groups(by: [DEFINITION, STATE], first: 500) {
      nodes {
        key {
          definition {
            code
            name
            englishName
          }
          state
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewEvidenceQuery, OverviewEvidenceQueryVariables>;
export const OverviewPeersDocument = new TypedDocumentString(`
    query OverviewPeers($committee: ID!) {
  committee(id: $committee) {
    peerComparisons {
      indicator {
        id
        nameZh
        nameEn
        unit
      }
      group
      periodFrom
      periodTo
      value
      committeeCount
      meanFrom
      meanTo
      firstQuartileFrom
      firstQuartileTo
      thirdQuartileFrom
      thirdQuartileTo
      withheld
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewPeersQuery, OverviewPeersQueryVariables>;
export const CountSocietiesDocument = new TypedDocumentString(`
    query CountSocieties($kind: SocietyFilterInput, $discipline: SocietyFilterInput, $level: SocietyFilterInput, $operatingState: SocietyFilterInput, $organization: SocietyFilterInput!) {
  kind: societies(where: $kind) {
    groups(by: [KIND], first: 50) {
      nodes {
        key {
          kind
        }
        count
      }
    }
  }
  discipline: societies(where: $discipline) {
    groups(by: [DISCIPLINE], first: 50) {
      nodes {
        key {
          discipline {
            code
          }
        }
        count
      }
    }
  }
  level: societies(where: $level) {
    groups(by: [LEVEL], first: 50) {
      nodes {
        key {
          level
        }
        count
      }
    }
  }
  yes: societies(
    where: {and: [$organization, {branches: {some: {status: {eq: ESTABLISHED}}}}]}
  ) {
    totalCount
  }
  no: societies(
    where: {and: [$organization, {not: {branches: {some: {status: {eq: ESTABLISHED}}}}}]}
  ) {
    totalCount
  }
  operatingState: societies(where: $operatingState) {
    groups(by: [OPERATING_STATE], first: 50) {
      nodes {
        key {
          operatingState
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountSocietiesQuery, CountSocietiesQueryVariables>;
export const CountBranchesDocument = new TypedDocumentString(`
    query CountBranches($category: BranchFilterInput, $form: BranchFilterInput, $status: BranchFilterInput) {
  category: branches(where: $category) {
    groups(by: [CATEGORY], first: 50) {
      nodes {
        key {
          category
        }
        count
      }
    }
  }
  form: branches(where: $form) {
    groups(by: [FORM], first: 50) {
      nodes {
        key {
          form
        }
        count
      }
    }
  }
  status: branches(where: $status) {
    groups(by: [STATUS], first: 50) {
      nodes {
        key {
          status
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountBranchesQuery, CountBranchesQueryVariables>;
export const CountMembersDocument = new TypedDocumentString(`
    query CountMembers($category: BranchFilterInput, $form: BranchFilterInput) {
  category: branches(where: $category) {
    groups(by: [CATEGORY], first: 50) {
      nodes {
        key {
          category
        }
        count
      }
    }
  }
  form: branches(where: $form) {
    groups(by: [FORM], first: 50) {
      nodes {
        key {
          form
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountMembersQuery, CountMembersQueryVariables>;
export const CountLeadingGroupsDocument = new TypedDocumentString(`
    query CountLeadingGroups($status: LeadingGroupFilterInput, $kind: LeadingGroupFilterInput, $discipline: LeadingGroupFilterInput, $level: LeadingGroupFilterInput) {
  status: leadingGroups(where: $status) {
    groups(by: [STATUS], first: 50) {
      nodes {
        key {
          status
        }
        count
      }
    }
  }
  kind: leadingGroups(where: $kind) {
    groups(by: [SOCIETY_KIND], first: 50) {
      nodes {
        key {
          societyKind
        }
        count
      }
    }
  }
  discipline: leadingGroups(where: $discipline) {
    groups(by: [SOCIETY_DISCIPLINE], first: 50) {
      nodes {
        key {
          societyDiscipline {
            code
          }
        }
        count
      }
    }
  }
  level: leadingGroups(where: $level) {
    groups(by: [SOCIETY_LEVEL], first: 50) {
      nodes {
        key {
          societyLevel
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountLeadingGroupsQuery, CountLeadingGroupsQueryVariables>;
export const CountDutiesDocument = new TypedDocumentString(`
    query CountDuties($asOf: Date, $kind: DutyFilterInput, $state: DutyFilterInput, $year: DutyFilterInput) {
  kind: duties(asOf: $asOf, where: $kind) {
    groups(by: [KIND], first: 50) {
      nodes {
        key {
          kind
        }
        count
      }
    }
  }
  state: duties(asOf: $asOf, where: $state) {
    groups(by: [STATE], first: 50) {
      nodes {
        key {
          state
        }
        count
      }
    }
  }
  year: duties(asOf: $asOf, where: $year) {
    groups(by: [DUE_ON_YEAR], first: 50) {
      nodes {
        key {
          dueOnYear
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountDutiesQuery, CountDutiesQueryVariables>;
export const CountRectificationsDocument = new TypedDocumentString(`
    query CountRectifications($stage: RectificationFilterInput, $kind: RectificationFilterInput) {
  stage: rectifications(where: $stage) {
    groups(by: [STAGE], first: 50) {
      nodes {
        key {
          stage
        }
        count
      }
    }
  }
  kind: rectifications(where: $kind) {
    groups(by: [KIND], first: 50) {
      nodes {
        key {
          kind
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountRectificationsQuery, CountRectificationsQueryVariables>;
export const CountUncoveredDocument = new TypedDocumentString(`
    query CountUncovered($asOf: Date, $every: UncoveredSocietyFilterInput) {
  every: uncoveredSocieties(asOf: $asOf, where: $every) {
    groups(by: [REASON, SOCIETY_KIND, SOCIETY_LEVEL], first: 500) {
      nodes {
        key {
          reason
          societyKind
          societyLevel
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountUncoveredQuery, CountUncoveredQueryVariables>;
export const CountTransfersDocument = new TypedDocumentString(`
    query CountTransfers($state: AffiliationTransferFilterInput) {
  state: affiliationTransfers(where: $state) {
    groups(by: [STATE], first: 50) {
      nodes {
        key {
          state
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountTransfersQuery, CountTransfersQueryVariables>;
export const CountEvidenceDocument = new TypedDocumentString(`
    query CountEvidence($asOf: Date, $kind: EvidenceDueFilterInput, $subjectKind: EvidenceDueFilterInput, $state: EvidenceDueFilterInput, $year: EvidenceDueFilterInput) {
  kind: evidenceDue(asOf: $asOf, where: $kind) {
    groups(by: [DEFINITION], first: 100) {
      nodes {
        key {
          definition {
            code
          }
        }
        count
      }
    }
  }
  subjectKind: evidenceDue(asOf: $asOf, where: $subjectKind) {
    groups(by: [SUBJECT_KIND], first: 50) {
      nodes {
        key {
          subjectKind
        }
        count
      }
    }
  }
  state: evidenceDue(asOf: $asOf, where: $state) {
    groups(by: [STATE], first: 50) {
      nodes {
        key {
          state
        }
        count
      }
    }
  }
  year: evidenceDue(asOf: $asOf, where: $year) {
    groups(by: [DUE_ON_YEAR], first: 50) {
      nodes {
        key {
          dueOnYear
        }
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountEvidenceQuery, CountEvidenceQueryVariables>;
export const RegisterPeopleDocument = new TypedDocumentString(`
    query RegisterPeople($where: RegisterFilterInput, $period: PeriodInput, $by: [RegisterKey!]!, $rows: [RegisterKey!]!, $columns: [RegisterKey!]!) {
  cells: register(kind: MEMBER, where: $where, period: $period) {
    groups(by: $by, first: 500) {
      nodes {
        ...PeopleParts
      }
    }
  }
  rows: register(kind: MEMBER, where: $where, period: $period) {
    groups(by: $rows, first: 100) {
      nodes {
        ...PeopleParts
      }
    }
  }
  columns: register(kind: MEMBER, where: $where, period: $period) {
    groups(by: $columns, first: 100) {
      nodes {
        ...PeopleParts
      }
    }
  }
}
    fragment PeopleParts on RegisterGroup {
  key {
    ageBand
    sex
    memberStatus
  }
  asOf
  count
  isSuppressed
}`) as unknown as TypedDocumentString<RegisterPeopleQuery, RegisterPeopleQueryVariables>;
export const RegisterSocietiesDocument = new TypedDocumentString(`
    query RegisterSocieties($where: SocietyFilterInput, $order: [SocietySortInput!], $first: Int, $after: String, $last: Int, $before: String, $isSearched: Boolean! = false) {
  list: societies(
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...Cursors
    }
    nodes {
      id
      name
      aliases @include(if: $isSearched) {
        alias
      }
      kind
      level
      creditCode
      operatingState
      discipline {
        code
        name
      }
      committee {
        id
        name
      }
      supportingUnit {
        name
      }
      branches(first: 2) {
        totalCount
        nodes {
          id
          name
          category
          form
          formName
          status
        }
      }
      coverage {
        isNominal
        isEffective
        fullMembers
        shouldBuild
      }
      uncoveredReason {
        code
      }
      ledger {
        clearCount
        aspectCount
        isComplete
      }
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterSocietiesQuery, RegisterSocietiesQueryVariables>;
export const RegisterBranchesDocument = new TypedDocumentString(`
    query RegisterBranches($where: BranchFilterInput, $order: [BranchSortInput!], $first: Int, $after: String, $last: Int, $before: String, $isSearched: Boolean! = false) {
  list: branches(
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...Cursors
    }
    nodes {
      id
      name
      aliases @include(if: $isSearched) {
        alias
      }
      category
      form
      formName
      status
      statusSince
      committee {
        id
        name
      }
      society {
        id
        name
      }
      members(first: 0) {
        totalCount
      }
      latestAssessment {
        year
        totalScore
        grade
        gradeName
      }
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterBranchesQuery, RegisterBranchesQueryVariables>;
export const RegisterMembersDocument = new TypedDocumentString(`
    query RegisterMembers($where: BranchFilterInput, $order: [BranchSortInput!], $first: Int, $after: String, $last: Int, $before: String, $isSearched: Boolean! = false) {
  list: branches(
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...Cursors
    }
    nodes {
      id
      name
      aliases @include(if: $isSearched) {
        alias
      }
      category
      committee {
        id
        name
      }
      members(first: 0) {
        totalCount
        groups(by: [STATUS]) {
          nodes {
            key {
              status
            }
            count
          }
        }
      }
      applicants {
        state
      }
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterMembersQuery, RegisterMembersQueryVariables>;
export const RegisterTransfersDocument = new TypedDocumentString(`
    query RegisterTransfers($where: AffiliationTransferFilterInput, $order: [AffiliationTransferSortInput!], $first: Int, $after: String, $last: Int, $before: String) {
  list: affiliationTransfers(
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...Cursors
    }
    nodes {
      id
      state
      requestedOn
      closedOn
      reason
      member {
        id
        person {
          reference
        }
      }
      fromBranch {
        id
        name
      }
      fromUnit {
        name
      }
      fromPlace
      toBranch {
        id
        name
      }
      toUnit {
        name
      }
      toPlace
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterTransfersQuery, RegisterTransfersQueryVariables>;
export const RegisterLeadingGroupsDocument = new TypedDocumentString(`
    query RegisterLeadingGroups($where: LeadingGroupFilterInput, $order: [LeadingGroupSortInput!], $first: Int, $after: String, $last: Int, $before: String, $isSearched: Boolean! = false) {
  list: leadingGroups(
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...Cursors
    }
    nodes {
      id
      status
      approvedOn
      councilTerm {
        termNumber
        endsOn
      }
      seats {
        role
      }
      meetings(first: 0) {
        totalCount
      }
      society {
        id
        name
        aliases @include(if: $isSearched) {
          alias
        }
        committee {
          name
        }
        leadingGroupBreaches {
          code
          severity
        }
      }
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterLeadingGroupsQuery, RegisterLeadingGroupsQueryVariables>;
export const RegisterDutiesDocument = new TypedDocumentString(`
    query RegisterDuties($asOf: Date, $where: DutyFilterInput, $order: [DutySortInput!], $first: Int, $after: String, $last: Int, $before: String) {
  list: duties(
    asOf: $asOf
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...Cursors
    }
    nodes {
      id
      kind
      period
      dueOn
      doneOn
      state
      progress
      target
      clauses {
        citation
      }
      committee {
        id
        name
      }
      society {
        id
        name
      }
      person {
        id
        reference
        member {
          id
        }
        appointments {
          post
          postName
          validTo
          committee {
            id
          }
        }
      }
      rectification {
        id
        stage
      }
      eventFiling {
        event
        heldOn
      }
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterDutiesQuery, RegisterDutiesQueryVariables>;
export const RegisterRectificationsDocument = new TypedDocumentString(`
    query RegisterRectifications($where: RectificationFilterInput, $order: [RectificationSortInput!], $first: Int, $after: String, $last: Int, $before: String) {
  list: rectifications(
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...Cursors
    }
    nodes {
      id
      problem
      foundOn
      stage
      committee {
        id
        name
      }
      society {
        id
        name
      }
      branch {
        id
        name
      }
      stages {
        toStage
        movedOn
      }
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterRectificationsQuery, RegisterRectificationsQueryVariables>;
export const RegisterUncoveredDocument = new TypedDocumentString(`
    query RegisterUncovered($asOf: Date, $where: UncoveredSocietyFilterInput, $order: [UncoveredSocietySortInput!], $first: Int, $after: String, $last: Int, $before: String, $isSearched: Boolean! = false) {
  list: uncoveredSocieties(
    asOf: $asOf
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    pageInfo {
      ...Cursors
    }
    nodes {
      id
      reason
      explanation
      since
      committee {
        id
        name
      }
      society {
        id
        name
        aliases @include(if: $isSearched) {
          alias
        }
        kind
        coverage {
          fullMembers
          shouldBuild
          isWorked
        }
      }
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterUncoveredQuery, RegisterUncoveredQueryVariables>;
export const RegisterEvidenceDocument = new TypedDocumentString(`
    query RegisterEvidence($asOf: Date, $where: EvidenceDueFilterInput, $order: [EvidenceDueSortInput!], $first: Int, $after: String, $last: Int, $before: String) {
  list: evidenceDue(
    asOf: $asOf
    where: $where
    order: $order
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...Cursors
    }
    nodes {
      reference
      kind
      title
      titleEn
      subjectKind
      period
      dueOn
      doneOn
      state
      progress
      target
      clauses {
        citation
      }
      committee {
        id
        name
      }
      branch {
        id
        name
      }
      society {
        id
        name
      }
      leadingGroup {
        id
      }
    }
  }
}
    fragment Cursors on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RegisterEvidenceQuery, RegisterEvidenceQueryVariables>;
export const OneSocietyDocument = new TypedDocumentString(`
    query OneSociety($id: ID!) {
  society(id: $id) {
    id
    version
    name
    kind
    level
    creditCode
    operatingState
    foundedOn
    cancelledOn
    cancelReason
    restorations {
      cancelledOn
      cancelReason
      reason
      restoredBy
    }
    discipline {
      code
      name
    }
    committee {
      id
      name
    }
    supportingUnit {
      name
    }
    aliases {
      alias
    }
    coverage {
      isNominal
      isStrong
      isEffective
      isWorked
      fullMembers
      shouldBuild
    }
    uncoveredReason {
      code
      explanation
      validFrom
    }
    clarities {
      aspect
      state
      statement
      counted
      recordedOn
    }
    ledgerHistory {
      aspect
      isClear
      statement
      validFrom
    }
    syncPoints {
      occasion
      result
      heldOn
    }
    vetoHistory {
      reason
      raisedOn
      liftedOn
    }
    instructors {
      instructorRef
      validFrom
    }
    leadingGroups {
      id
      status
      history {
        toStatus
        movedOn
      }
    }
    leadingGroupBreaches {
      code
      severity
      message
      since
      clauses {
        citation
      }
    }
    fundReports {
      period
      submittedOn
    }
    eventFilings {
      event
      heldOn
      filedOn
    }
    councilTerms {
      termNumber
      startedOn
      endsOn
    }
    evidence(first: 20) {
      nodes {
        id
        kind
        heldOn
        isMet
        definition {
          name
          englishName
        }
      }
    }
    branches(first: 20) {
      nodes {
        id
        name
        category
        form
        formName
        status
        statusSince
        committee {
          id
        }
        members(first: 0) {
          totalCount
        }
        statusHistory {
          status
          validFrom
        }
        latestAssessment {
          year
          totalScore
          grade
          gradeName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OneSocietyQuery, OneSocietyQueryVariables>;
export const TokensDocument = new TypedDocumentString(`
    query Tokens {
  whoAmI {
    role
    subject {
      name
    }
    tokens {
      ...TokenParts
    }
  }
}
    fragment TokenParts on AccessToken {
  name
  role
  subjectName
  createdBy
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<TokensQuery, TokensQueryVariables>;
export const ShellDocument = new TypedDocumentString(`
    query Shell($committee: ID!, $isChosen: Boolean!) {
  warehouse {
    asOf
    loadedAt
    waitingCount
    waitingSince
    months {
      month
      hasCome
    }
  }
  roots: committees(
    where: {parent: null}
    order: [{region: {code: ASC}}]
    first: 1
  ) {
    totalCount
    nodes {
      ...CommitteeParts
    }
  }
  committee(id: $committee) @include(if: $isChosen) {
    ...CommitteeParts
    parent {
      id
      name
      parent {
        id
        name
        parent {
          id
          name
        }
      }
    }
  }
}
    fragment CommitteeParts on Committee {
  id
  name
  children(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<ShellQuery, ShellQueryVariables>;
export const CommitteeListDocument = new TypedDocumentString(`
    query CommitteeList($where: CommitteeFilterInput, $first: Int!, $isSearched: Boolean! = false) {
  committees(where: $where, order: [{region: {code: ASC}}], first: $first) {
    totalCount
    nodes {
      id
      name
      abolishedOn
      aliases @include(if: $isSearched) {
        alias
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CommitteeListQuery, CommitteeListQueryVariables>;
export const FreshnessDocument = new TypedDocumentString(`
    query Freshness {
  warehouse {
    loadedAt
    waitingCount
    waitingSince
  }
}
    `) as unknown as TypedDocumentString<FreshnessQuery, FreshnessQueryVariables>;
export const LoadedDocument = new TypedDocumentString(`
    subscription Loaded {
  coverageLoaded {
    loadedAt
    asOf
  }
}
    `) as unknown as TypedDocumentString<LoadedSubscription, LoadedSubscriptionVariables>;
export const WhoDocument = new TypedDocumentString(`
    query Who {
  whoAmI {
    actor
    name
    role
    subject {
      name
    }
    can
    roles {
      number
    }
  }
}
    `) as unknown as TypedDocumentString<WhoQuery, WhoQueryVariables>;