import {
  CountBranchesDocument,
  CountDutiesDocument,
  CountEvidenceDocument,
  CountLeadingGroupsDocument,
  CountMembersDocument,
  CountRectificationsDocument,
  CountSocietiesDocument,
  CountTransfersDocument,
  CountUncoveredDocument,
  RegisterBranchesDocument,
  RegisterDutiesDocument,
  RegisterEvidenceDocument,
  RegisterLeadingGroupsDocument,
  RegisterMembersDocument,
  RegisterRectificationsDocument,
  RegisterSocietiesDocument,
  RegisterTransfersDocument,
  RegisterUncoveredDocument,
  type RegisterBranchesQuery,
  type RegisterDutiesQuery,
  type RegisterEvidenceQuery,
  type RegisterLeadingGroupsQuery,
  type RegisterMembersQuery,
  type RegisterRectificationsQuery,
  type RegisterSocietiesQuery,
  type RegisterTransfersQuery,
  type RegisterUncoveredQuery,
} from '@/gql/graphql';
import { disciplines } from '@/lib/disciplines';
import { dash, daysBetween, period, points, shortName, today } from '@/lib/format';
import { formerly } from '@/lib/former';
import { label, t, valuesOf, isChinese, type Key } from '@/lib/language';
import { branchPath, memberPath, societyPath } from '@/lib/links';
import { mayChange } from '@/lib/rights';
import { dutyForm, evidenceForm, rectificationForm } from './forms';
import { evidenceKinds } from './evidence';
import type { Cell, Filter, Register } from './register';

type RowOf<Query extends { list: { nodes: readonly unknown[] | null } }> = NonNullable<Query['list']['nodes']>[number];

const ofEnum = (name: string, type: string, title: Key): Filter => ({
  name,
  title,
  options: () => valuesOf(type).map((value) => ({ value, text: label(type, value) })),
  where: (value) => ({ [name]: { eq: value } }),
});

/** A filter on the society of a row. */
const ofSociety = (filter: Filter): Filter => ({ ...filter, where: (value) => ({ society: filter.where(value) }) });

const committee = { name: 'committee', title: 'word.committee' as Key, order: 'committee.name', cell: (row: { committee: { name: string } | null }): Cell => ({ text: row.committee ? shortName(row.committee.name) : '—', tone: undefined }) };

/** What had the name once is found, too. */
const byName = (text: string) => ({ or: [{ name: { contains: text } }, { aliases: { some: { alias: { contains: text } } } }] });
const bySociety = (text: string) => ({ society: byName(text) });

interface Named {
  name: string;
  aliases?: readonly { alias: string }[];
}

/** Under the present name: the former one that was searched for. */
function former({ name, aliases }: Named, text: string): string | undefined {
  const found = formerly(name, aliases, text);
  return found && t('register.formerly', { name: found });
}

const discipline: Filter = {
  name: 'discipline',
  title: 'word.discipline',
  options: () => disciplines.map((value) => ({ value, text: t(`discipline.${value}`) })),
  where: (value) => ({ discipline: { code: { eq: value } } }),
};

export const disciplineName = (one: { code: string; name: string } | null | undefined) => (one ? (isChinese.value ? one.name : label('DisciplineCode', one.code)) : dash);

const categoryLetter = (category: string) => (category === 'UNCLASSIFIED' ? label('BranchCategory', category) : category);

const isBuilt = { branches: { some: { status: { eq: 'ESTABLISHED' } } } };

// What is no more is not missing an organization.
const isToBuild = { not: isBuilt, or: [{ operatingState: { eq: null } }, { operatingState: { neq: 'CANCELLED' } }] };

type Society = RowOf<RegisterSocietiesQuery>;
const societies: Register<Society> = {
  name: 'societies',
  list: 'societies',
  document: RegisterSocietiesDocument as never,
  counts: CountSocietiesDocument as never,
  unit: 'unit.societies',
  none: 'none.societies',
  search: byName,
  placeholder: 'register.byName',
  inCommittees: (where) => ({ committee: where }),
  order: 'name',
  filters: [
    ofEnum('kind', 'SocietyKind', 'word.kind'),
    discipline,
    ofEnum('level', 'Level', 'word.level'),
    {
      name: 'organization',
      title: 'word.organization',
      options: () => ['yes', 'no'].map((value) => ({ value, text: t(`organization.${value}` as Key) })),
      where: (value) => (value === 'yes' ? isBuilt : isToBuild),
    },
    ofEnum('operatingState', 'OperatingState', 'word.operatingState'),
  ],
  columns: [
    { name: 'name', title: 'word.name', order: 'name', cell: (row, text) => ({ text: row.name, to: societyPath(row.id), under: former(row, text) }) },
    { name: 'kind', title: 'word.kind', order: 'kind', hasGaps: true, cell: (row) => ({ text: label('SocietyKind', row.kind) }) },
    { name: 'discipline', title: 'word.discipline', order: 'discipline.code', hasGaps: true, cell: (row) => ({ text: disciplineName(row.discipline) }) },
    { ...committee },
    { name: 'organization', title: 'word.organization', cell: (row) => organizationOf(row) },
    { name: 'fullMembers', title: 'word.fullMembers', order: 'coverage.fullMembers', isNumber: true, cell: (row) => ({ text: String(row.coverage.fullMembers) }) },
    {
      name: 'ledger',
      title: 'word.clarities',
      order: 'ledger.clearCount',
      isNumber: true,
      cell: ({ ledger }) => ({ text: `${ledger.clearCount} / ${ledger.aspectCount}`, tone: ledger.isComplete ? undefined : 'soon' }),
    },
    { name: 'effective', title: 'coverage.effective', order: 'coverage.isEffective', cell: (row) => ({ text: t(row.coverage.isEffective ? 'app.yes' : 'app.no'), tone: row.coverage.isEffective ? 'fine' : 'quiet' }) },
    { name: 'level', title: 'word.level', order: 'level', isExtra: true, cell: (row) => ({ text: label('Level', row.level) }) },
    { name: 'creditCode', title: 'word.creditCode', order: 'creditCode', hasGaps: true, isExtra: true, cell: (row) => ({ text: row.creditCode ?? dash }) },
    { name: 'operatingState', title: 'word.operatingState', order: 'operatingState', hasGaps: true, isExtra: true, cell: (row) => ({ text: label('OperatingState', row.operatingState) }) },
    { name: 'supportingUnit', title: 'word.supportingUnit', order: 'supportingUnit.name', hasGaps: true, isExtra: true, cell: (row) => ({ text: row.supportingUnit?.name ?? dash }) },
  ],
};

function organizationOf(row: Society): Cell {
  const branch = row.branches.nodes?.find((one) => one.status === 'ESTABLISHED') ?? row.branches.nodes?.[0];
  if (!row.coverage.isNominal) {
    if (row.operatingState === 'CANCELLED') {
      return { text: label('OperatingState', row.operatingState), tone: 'quiet' };
    }

    const reason = row.uncoveredReason ? ` · ${label('UncoveredReasonCode', row.uncoveredReason.code)}` : '';
    return { text: branch?.status === 'PROPOSED' ? label('BranchStatus', 'PROPOSED') : `${t('word.notBuilt')}${reason}`, tone: branch?.status === 'PROPOSED' ? 'soon' : 'late' };
  }
  return branch ? { badge: categoryLetter(branch.category), text: branch.formName ?? label('OrganizationForm', branch.form) } : { text: dash };
}

const grade = (row: RowOf<RegisterBranchesQuery>) => row.latestAssessment;
const branchFilters: Filter[] = [ofEnum('category', 'BranchCategory', 'word.category'), ofEnum('form', 'OrganizationForm', 'word.form'), ofEnum('status', 'BranchStatus', 'word.status')];

const branches: Register<RowOf<RegisterBranchesQuery>> = {
  name: 'branches',
  list: 'branches',
  document: RegisterBranchesDocument as never,
  counts: CountBranchesDocument as never,
  unit: 'unit.branches',
  none: 'none.branches',
  search: byName,
  placeholder: 'register.byName',
  inCommittees: (where) => ({ committee: where }),
  order: 'name',
  filters: branchFilters,
  columns: [
    { name: 'name', title: 'word.name', order: 'name', cell: (row, text) => ({ text: row.name, to: branchPath(row.id), under: former(row, text) }) },
    { name: 'category', title: 'word.category', order: 'category', cell: (row) => ({ text: label('BranchCategory', row.category) }) },
    { name: 'form', title: 'word.form', order: 'form', cell: (row) => ({ text: row.formName ?? label('OrganizationForm', row.form) }) },
    { ...committee },
    { name: 'status', title: 'word.status', order: 'status', cell: (row) => ({ text: label('BranchStatus', row.status), tone: row.status === 'ESTABLISHED' ? 'fine' : row.status === 'PROPOSED' ? 'soon' : 'quiet' }) },
    { name: 'members', title: 'word.members', order: 'members.count', isNumber: true, cell: (row) => ({ text: String(row.members.totalCount) }) },
    { name: 'score', title: 'word.score', order: 'latestAssessment.totalScore', hasGaps: true, isNumber: true, cell: (row) => ({ text: points(grade(row)?.totalScore), under: grade(row) ? String(grade(row)!.year) : undefined }) },
    { name: 'grade', title: 'word.grade', order: 'latestAssessment.grade', hasGaps: true, cell: (row) => ({ text: grade(row)?.gradeName ?? label('AssessmentGrade', grade(row)?.grade) }) },
    { name: 'society', title: 'word.society', order: 'society.name', isExtra: true, cell: (row) => (row.society ? { text: row.society.name, to: societyPath(row.society.id) } : { text: dash }) },
    { name: 'since', title: 'word.since', order: 'statusSince', hasGaps: true, isExtra: true, isNumber: true, cell: (row) => ({ text: row.statusSince ?? dash }) },
  ],
};

type Members = RowOf<RegisterMembersQuery>;
const ofStatus = (row: Members, status: string) => row.members.groups.nodes?.find((group) => group.key.status === status)?.count ?? 0;
const members: Register<Members> = {
  name: 'members',
  list: 'branches',
  document: RegisterMembersDocument as never,
  counts: CountMembersDocument as never,
  unit: 'unit.branches',
  none: 'none.branches',
  search: byName,
  placeholder: 'register.byName',
  inCommittees: (where) => ({ committee: where }),
  always: { status: { eq: 'ESTABLISHED' } },
  order: '-members.count',
  filters: branchFilters.slice(0, 2),
  columns: [
    { name: 'name', title: 'word.branch', order: 'name', cell: (row, text) => ({ text: row.name, to: branchPath(row.id), under: former(row, text) }) },
    { ...committee },
    { name: 'category', title: 'word.category', order: 'category', cell: (row) => ({ text: label('BranchCategory', row.category) }) },
    { name: 'full', title: 'word.fullMembers', isNumber: true, cell: (row) => ({ text: String(ofStatus(row, 'FULL')) }) },
    { name: 'probationary', title: 'word.probationary', isNumber: true, cell: (row) => ({ text: String(ofStatus(row, 'PROBATIONARY')) }) },
    { name: 'all', title: 'app.total', order: 'members.count', isNumber: true, cell: (row) => ({ text: String(row.members.totalCount) }) },
    { name: 'applicants', title: 'word.applicants', isNumber: true, cell: (row) => ({ text: String(row.applicants.filter((one) => one.state === 'CULTIVATED').length) }) },
  ],
};

type Group = RowOf<RegisterLeadingGroupsQuery>;
const groupTone = ({ status }: Group) => (status === 'APPROVED' ? 'fine' : status === 'EXPIRED' ? 'quiet' : 'soon');
const groups: Register<Group> = {
  name: 'leading-groups',
  list: 'leadingGroups',
  document: RegisterLeadingGroupsDocument as never,
  counts: CountLeadingGroupsDocument as never,
  unit: 'unit.branches',
  none: 'none.groups',
  search: bySociety,
  placeholder: 'register.byName',
  inCommittees: (where) => ({ society: { committee: where } }),
  order: 'society.name',
  filters: [ofEnum('status', 'LeadingGroupStatus', 'word.status'), ofSociety(ofEnum('kind', 'SocietyKind', 'word.kind')), ofSociety(discipline), ofSociety(ofEnum('level', 'Level', 'word.level'))],
  columns: [
    { name: 'name', title: 'word.society', order: 'society.name', cell: (row, text) => ({ text: row.society.name, to: societyPath(row.society.id), under: former(row.society, text) }) },
    { name: 'committee', title: 'word.committee', order: 'society.committee.name', cell: (row) => ({ text: shortName(row.society.committee.name) }) },
    { name: 'group', title: 'word.status', cell: (row) => ({ text: label('LeadingGroupStatus', row.status), tone: groupTone(row) }) },
    { name: 'seats', title: 'word.seats', isNumber: true, cell: (row) => ({ text: String(row.seats.length) }) },
    { name: 'meetings', title: 'word.meetings', isNumber: true, cell: (row) => ({ text: String(row.meetings.totalCount) }) },
    { name: 'approvedOn', title: 'word.approvedOn', isNumber: true, cell: (row) => ({ text: row.approvedOn ?? dash }) },
    { name: 'term', title: 'word.councilTerm', cell: (row) => ({ text: t('word.termUntil', { n: row.councilTerm.termNumber, day: row.councilTerm.endsOn }) }) },
    {
      name: 'breaches',
      title: 'word.breaches',
      isNumber: true,
      cell: ({ society: { leadingGroupBreaches: found } }) => ({ text: String(found.length), tone: found.some((one) => one.severity === 'ERROR') ? 'late' : found.length ? 'soon' : undefined }),
    },
  ],
};

// An office opens the list to see what it has to do.
const open = 'OPEN';
const openStates = ['LATE', 'DUE'];
const dutyState: Filter = {
  ...ofEnum('state', 'DutyState', 'word.state'),
  initial: open,
  options: () => [{ value: open, text: t('register.open') }, ...valuesOf('DutyState').map((value) => ({ value, text: label('DutyState', value) }))],
  where: (value) => ({ state: value === open ? { in: openStates } : { eq: value } }),
  sums: { [open]: openStates },
};

type Duty = RowOf<RegisterDutiesQuery>;
const dueYear: Filter = {
  name: 'year',
  title: 'word.year',
  options: () => Array.from({ length: 6 }, (_, index) => String(Number(today().slice(0, 4)) + 1 - index)).map((value) => ({ value, text: value })),
  where: (value) => ({ dueOn: { gte: `${value}-01-01`, lte: `${value}-12-31` } }),
};
const dutyTone = (row: { state: string }) => (row.state === 'LATE' ? 'late' : row.state === 'DUE' ? 'soon' : 'fine');
const duties: Register<Duty> = {
  name: 'duties',
  list: 'duties',
  document: RegisterDutiesDocument as never,
  counts: CountDutiesDocument as never,
  isDated: true,
  unit: 'unit.items',
  none: 'none.items',
  inCommittees: (where) => ({ committee: where }),
  order: 'dueOn',
  filters: [
    ofEnum('kind', 'DutyKind', 'word.duty'),
    dutyState,
    dueYear,
  ],
  columns: [
    { name: 'kind', title: 'word.duty', cell: (row) => ({ text: label('DutyKind', row.kind) }) },
    { name: 'period', title: 'word.period', cell: (row) => ({ text: period(row.period) }) },
    { ...committee },
    { name: 'whose', title: 'overview.whose', order: 'society.name', cell: (row) => whose(row) },
    { name: 'progress', title: 'overview.progress', isNumber: true, cell: (row) => ({ text: `${row.progress} / ${row.target}` }) },
    {
      name: 'dueOn',
      title: 'overview.due',
      order: 'dueOn',
      isNumber: true,
      cell: (row) => ({ text: row.dueOn, under: row.state === 'DUE' ? t('overview.inDays', { n: daysBetween(today(), row.dueOn) }) : row.state === 'LATE' ? t('register.lateDays', { n: daysBetween(row.dueOn, today()) }) : undefined }),
    },
    { name: 'state', title: 'word.state', cell: (row) => ({ text: label('DutyState', row.state), tone: dutyTone(row) }) },
    { name: 'change', title: 'nav.change', isToday: true, cell: (row) => dutyCell(row) },
    { name: 'doneOn', title: 'word.doneOn', isExtra: true, isNumber: true, cell: (row) => ({ text: row.doneOn ?? dash }) },
    { name: 'clause', title: 'word.clause', isExtra: true, cell: (row) => ({ text: row.clauses.map((one) => one.citation).join('；') || dash }) },
  ],
};

const rectifications: Register<RowOf<RegisterRectificationsQuery>> = {
  name: 'rectifications',
  list: 'rectifications',
  document: RegisterRectificationsDocument as never,
  counts: CountRectificationsDocument as never,
  unit: 'unit.items',
  none: 'none.items',
  inCommittees: (where) => ({ committee: where }),
  order: '-foundOn',
  filters: [ofEnum('stage', 'RectificationStageName', 'word.stage'), ofEnum('kind', 'ProblemKind', 'word.problemKind')],
  columns: [
    { name: 'problem', title: 'word.problem', cell: (row) => ({ text: row.problem }) },
    { name: 'of', title: 'overview.whose', cell: (row) => (row.society ? { text: row.society.name, to: societyPath(row.society.id) } : row.branch ? { text: row.branch.name, to: branchPath(row.branch.id) } : { text: dash }) },
    { ...committee },
    { name: 'foundOn', title: 'word.foundOn', order: 'foundOn', isNumber: true, cell: (row) => ({ text: row.foundOn }) },
    { name: 'stage', title: 'word.stage', order: 'stage', cell: (row) => ({ text: label('RectificationStageName', row.stage), tone: row.stage === 'FOUND' ? 'late' : row.stage === 'LEDGERED' ? 'soon' : 'fine' }) },
    { name: 'movedOn', title: 'word.movedOn', isNumber: true, cell: (row) => ({ text: row.stages.at(-1)?.movedOn ?? dash }) },
    { name: 'next', title: 'nav.change', cell: (row) => nextStep(row) },
  ],
};

/** From whom: people have no names here, so a committee's member is called by the post, and by the reference under which files know the person. */
function whose({ society, person, committee }: Duty): Cell {
  if (society) return { text: society.name, to: societyPath(society.id) };
  if (!person) return { text: dash };
  const posts = person.appointments.filter((one) => one.committee?.id === committee.id && (one.validTo === null || one.validTo > today())).map((one) => one.postName ?? label('Post', one.post));
  return { text: [...new Set(posts)].join('、') || person.reference, under: posts.length > 0 ? person.reference : undefined, to: person.member ? memberPath(person.member.id) : undefined };
}

type Transfer = RowOf<RegisterTransfersQuery>;
const placeOf = (branch: { id: string; name: string } | null, unit: { name: string } | null, place: string | null): Cell => (branch ? { text: branch.name, to: branchPath(branch.id) } : { text: unit?.name ?? place ?? t('span.notStated') });
const transfers: Register<Transfer> = {
  name: 'transfers',
  list: 'affiliationTransfers',
  document: RegisterTransfersDocument as never,
  counts: CountTransfersDocument as never,
  unit: 'unit.items',
  none: 'none.transfers',
  // Both ends have something to do with it.
  inCommittees: (where) => ({ or: [{ fromBranch: { committee: where } }, { toBranch: { committee: where } }] }),
  order: 'requestedOn',
  filters: [{ ...ofEnum('state', 'TransferState', 'word.state'), initial: 'REQUESTED' }],
  columns: [
    { name: 'member', title: 'word.member', cell: (row) => ({ text: row.member.person.reference, to: memberPath(row.member.id) }) },
    { name: 'from', title: 'word.transferFrom', cell: (row) => placeOf(row.fromBranch, row.fromUnit, row.fromPlace) },
    { name: 'to', title: 'word.transferTo', cell: (row) => placeOf(row.toBranch, row.toUnit, row.toPlace) },
    {
      name: 'requestedOn',
      title: 'word.requestedOn',
      order: 'requestedOn',
      isNumber: true,
      cell: (row) => ({ text: row.requestedOn, under: row.state === 'REQUESTED' ? t('register.openDays', { n: daysBetween(row.requestedOn, today()) }) : undefined }),
    },
    { name: 'state', title: 'word.state', cell: (row) => ({ text: label('TransferState', row.state), tone: row.state === 'REQUESTED' ? 'soon' : row.state === 'COMPLETED' ? 'fine' : 'quiet' }) },
    { name: 'change', title: 'nav.change', cell: (row) => transferSteps(row) },
    { name: 'closedOn', title: 'word.doneOn', isExtra: true, isNumber: true, cell: (row) => ({ text: row.closedOn ?? dash }) },
    { name: 'reason', title: 'word.reason', isExtra: true, cell: (row) => ({ text: row.reason ?? dash }) },
  ],
};

function transferSteps(row: Transfer): Cell {
  if (row.state !== 'REQUESTED' || !mayChange('completeTransfer')) return { text: dash };
  const step = (name: string) => ({ text: t(`step.${name}` as Key), change: { path: `/change/${name}`, query: { transfer: row.id } } });
  return { ...step('completeTransfer'), also: step('cancelTransfer') };
}

function dutyCell(row: Duty): Cell {
  const form = dutyForm(row);
  return form && mayChange(form.step) ? { text: t(`step.${form.step}` as Key), change: form.to } : { text: dash };
}

function nextStep(row: { id: string; stage: string }): Cell {
  const form = rectificationForm(row);
  return form && mayChange(form.step) ? { text: t(`step.${form.step}` as Key), change: form.to } : { text: dash };
}

type Evidence = RowOf<RegisterEvidenceQuery>;
const evidence: Register<Evidence> = {
  name: 'evidence',
  list: 'evidenceDue',
  document: RegisterEvidenceDocument as never,
  counts: CountEvidenceDocument as never,
  isDated: true,
  unit: 'unit.items',
  none: 'none.items',
  inCommittees: (where) => ({ committee: where }),
  order: 'dueOn',
  filters: [
    { name: 'kind', title: 'word.duty', options: evidenceKinds, where: (value) => ({ kind: { eq: value } }) },
    ofEnum('subjectKind', 'EvidenceSubject', 'word.kind'),
    dutyState,
    dueYear,
  ],
  columns: [
    { name: 'title', title: 'word.duty', cell: (row) => ({ text: isChinese.value ? row.title : row.titleEn }) },
    { ...committee },
    { name: 'whose', title: 'overview.whose', cell: (row) => (row.branch ? { text: row.branch.name, to: branchPath(row.branch.id) } : row.society ? { text: row.society.name, to: societyPath(row.society.id), under: row.leadingGroup ? label('EvidenceSubject', row.subjectKind) : undefined } : { text: shortName(row.committee.name) }) },
    { name: 'progress', title: 'overview.progress', isNumber: true, cell: (row) => ({ text: `${row.progress} / ${row.target}` }) },
    {
      name: 'dueOn',
      title: 'overview.due',
      order: 'dueOn',
      isNumber: true,
      cell: (row) => ({ text: row.dueOn, under: row.state === 'DUE' ? t('overview.inDays', { n: daysBetween(today(), row.dueOn) }) : row.state === 'LATE' ? t('register.lateDays', { n: daysBetween(row.dueOn, today()) }) : undefined }),
    },
    { name: 'state', title: 'word.state', cell: (row) => ({ text: label('DutyState', row.state), tone: dutyTone(row) }) },
    { name: 'change', title: 'nav.change', isToday: true, cell: (row) => (row.doneOn === null && mayChange('recordEvidence') ? { text: t('step.recordEvidence'), change: evidenceForm(row) } : { text: dash }) },
    { name: 'doneOn', title: 'word.doneOn', isExtra: true, isNumber: true, cell: (row) => ({ text: row.doneOn ?? dash }) },
    { name: 'clause', title: 'word.clause', isExtra: true, cell: (row) => ({ text: row.clauses.map((one) => one.citation).join('；') || dash }) },
  ],
};

const uncovered: Register<RowOf<RegisterUncoveredQuery>> = {
  name: 'uncovered',
  list: 'uncoveredSocieties',
  document: RegisterUncoveredDocument as never,
  counts: CountUncoveredDocument as never,
  together: { reason: 'reason', kind: 'societyKind', level: 'societyLevel' },
  isDated: true,
  unit: 'unit.societies',
  none: 'none.societies',
  search: bySociety,
  placeholder: 'register.byName',
  inCommittees: (where) => ({ committee: where }),
  order: 'society.name',
  filters: [ofEnum('reason', 'UncoveredReasonCode', 'word.reason'), ofSociety(ofEnum('kind', 'SocietyKind', 'word.kind')), ofSociety(ofEnum('level', 'Level', 'word.level'))],
  columns: [
    { name: 'name', title: 'word.society', order: 'society.name', cell: (row, text) => ({ text: row.society.name, to: societyPath(row.society.id), under: former(row.society, text) }) },
    { name: 'kind', title: 'word.kind', order: 'society.kind', hasGaps: true, cell: (row) => ({ text: label('SocietyKind', row.society.kind) }) },
    { ...committee },
    { name: 'reason', title: 'word.reason', cell: (row) => (row.reason ? { text: label('UncoveredReasonCode', row.reason), under: row.explanation ?? undefined } : { text: t('overview.noReason'), tone: 'soon' }) },
    { name: 'since', title: 'word.since', order: 'since', hasGaps: true, isNumber: true, cell: (row) => ({ text: row.since ?? dash }) },
    { name: 'fullMembers', title: 'word.fullMembers', isToday: true, order: 'society.coverage.fullMembers', isNumber: true, cell: (row) => ({ text: String(row.society.coverage.fullMembers), under: row.society.coverage.shouldBuild ? t('word.shouldBuild') : undefined }) },
    { name: 'work', title: 'coverage.work', isToday: true, order: 'society.coverage.isWorked', cell: (row) => ({ text: t(row.society.coverage.isWorked ? 'app.yes' : 'app.no'), tone: row.society.coverage.isWorked ? 'fine' : 'late' }) },
    { name: 'change', title: 'nav.change', isToday: true, cell: (row) => ({ text: t('step.recordUncoveredReason'), change: { path: '/change/recordUncoveredReason', query: { society: row.society.id } } }) },
  ],
};

export const registers = [societies, branches, members, transfers, groups, duties, evidence, rectifications, uncovered] as unknown as Register<unknown>[];
