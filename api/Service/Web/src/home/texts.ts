import type { Text } from './language';

export const texts = {
  title: ['科技社团党建组织图谱', 'Party-building graph of science-and-technology societies'],
  lead: [
    '科协所属科技社团的党组织、分类、名单与覆盖率：一个 GraphQL 接口，一条查询，一次往返。',
    'Party organizations of a science association’s societies, their categories, published lists and coverage: one GraphQL API, one query, one round trip.',
  ],
  open: ['打开查询页', 'Open the query page'],
  what: ['这里有什么', 'What is here'],
  graph: ['组织图谱', 'The graph'],
  graphText: [
    '科技社团党委、社团、支撑单位与党组织，连同分类沿革和公开名单。名称与数字照原文件载入，不合之处列出，不作改动。',
    'Committees, societies, supporting units and party organizations, with their categories over time and the published lists. Names and numbers are kept as published; what does not add up is shown, not mended.',
  ],
  warehouse: ['报表仓库', 'The warehouse'],
  warehouseText: [
    '按月快照的组织覆盖与工作覆盖。每个比率都带分子、分母、口径和出处；分母为零则为空，不写成零。',
    'Monthly snapshots of organizational and work coverage. Every rate comes with numerator, denominator, definition and source; a denominator of zero gives nothing, not zero.',
  ],
  api: ['查询接口', 'The API'],
  apiText: [
    '图谱与仓库同在 /graphql：程序用 POST，浏览器打开即是查询页（Altair），附结构说明。',
    'Graph and warehouse are both at /graphql: programs POST to it, a browser finds the query page there (Altair), with the schema’s documentation.',
  ],
  examples: ['三个查询，实时回答', 'Three queries, answered live'],
  examplesText: ['下面的回答由本服务刚刚给出。', 'The answers below were given by this service just now.'],
  footer: ['不设统计跟踪，不向外部地址取用任何内容。', 'No tracking; nothing is fetched from anywhere else.'],
  query: ['查询', 'Query'],
  answer: ['回答', 'Answer'],
  table: ['表格', 'Table'],
  json: ['JSON', 'JSON'],
  tryIt: ['在查询页中打开', 'Open in the query page'],
  again: ['重试', 'Try again'],
  loading: ['正在查询…', 'Asking…'],
  unreachable: ['服务没有回答', 'The service did not answer'],
  refused: ['服务报告了错误', 'The service reported an error'],
  partly: ['部分内容有错误', 'Parts of the answer have errors'],
  empty: ['尚无数据。载入后再看。', 'There is no data yet; load some first.'],
  skip: ['跳到正文', 'Skip to the content'],
} as const satisfies Record<string, Text>;

export type TextName = keyof typeof texts;

export const categories: Record<string, Text> = {
  A: ['A 直管', 'A direct management'],
  B: ['B 双重管理', 'B dual management'],
  C: ['C 功能型特设', 'C functional'],
  UNCLASSIFIED: ['未分类', 'Unclassified'],
};

export const noBranch: Text = ['无党组织', 'No branch'];

export const statuses: Record<string, Text> = {
  PROPOSED: ['推进中', 'Proposed'],
  ESTABLISHED: ['已成立', 'Established'],
  DISSOLVED: ['已撤销', 'Dissolved'],
};

export const kinds: Record<string, Text> = {
  LEARNED_SOCIETY: ['学会', 'Learned society'],
  ASSOCIATION: ['协会', 'Association'],
  RESEARCH_SOCIETY: ['研究会', 'Research society'],
  PROMOTION_SOCIETY: ['促进会', 'Promotion society'],
  FEDERATION: ['联合会', 'Federation'],
  PRIVATE_NON_ENTERPRISE: ['民办非企业单位', 'Private non-enterprise unit'],
  FOUNDATION: ['基金会', 'Foundation'],
  INSTITUTE: ['研究院', 'Institute'],
};
