import type { IndicatorKey, IndicatorValuesQuery } from '@/gql/graphql';
import { ageBand, dash, percent, points, shortName } from '@/lib/format';
import { isChinese, label, t } from '@/lib/language';

export type Value = NonNullable<NonNullable<IndicatorValuesQuery['indicator']>['values']['nodes']>[number];

export const times: IndicatorKey[] = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'];

/** Which fields of a group's key are asked for: those of the others are null in every row. */
export const keysOf = (by: readonly IndicatorKey[]): Record<string, boolean> => Object.fromEntries(by.filter((one) => !times.includes(one)).map((one) => [one === 'COMMITTEE_TREE' ? 'committee' : one.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), true]));

/** What the group of a value is called in one dimension. */
export function nameOf(key: IndicatorKey, { key: of, periodFrom }: Value): string {
  const unknown = t('analysis.unknown');
  const month = Number(periodFrom.slice(5, 7));
  switch (key) {
    case 'COMMITTEE':
    case 'COMMITTEE_TREE':
      return of.committee ? shortName(of.committee.name) : unknown;
    case 'REGION':
      return of.region?.name ?? unknown;
    case 'PROVINCE':
      return of.province?.name ?? unknown;
    case 'SOCIETY':
      return of.society?.name ?? unknown;
    case 'SOCIETY_KIND':
      return of.societyKind ? label('SocietyKind', of.societyKind) : unknown;
    case 'DISCIPLINE':
      return of.discipline ? (isChinese.value ? of.discipline.name : label('DisciplineCode', of.discipline.code)) : unknown;
    case 'LEVEL':
      return of.level ? label('Level', of.level) : unknown;
    case 'BRANCH':
      return of.branch?.name ?? unknown;
    case 'FORM':
      return of.form ? label('OrganizationForm', of.form) : unknown;
    case 'CATEGORY':
      return of.category ? label('BranchCategory', of.category) : t('overview.noBranch');
    case 'KIND':
      return of.kind ? label('ActivityKind', of.kind) : unknown;
    case 'AGE_BAND':
      return of.ageBand ? ageBand(of.ageBand) : unknown;
    case 'SEX':
      return of.sex && of.sex !== 'UNKNOWN' ? label('Sex', of.sex) : unknown;
    case 'MEMBER_STATUS':
      return of.memberStatus ? label('MemberStatus', of.memberStatus) : unknown;
    case 'YEAR':
      return periodFrom.slice(0, 4);
    case 'HALF_YEAR':
      return `${periodFrom.slice(0, 4)} H${month <= 6 ? 1 : 2}`;
    case 'QUARTER':
      return `${periodFrom.slice(0, 4)} Q${Math.ceil(month / 3)}`;
    default:
      return periodFrom.slice(0, 7);
  }
}

/** Rows and columns in the order in which they come, which is that of their keys. */
export function pivotOf(values: readonly Value[], row: IndicatorKey | null, column: IndicatorKey | null) {
  const columns = column === null ? [''] : [...new Set(values.map((value) => nameOf(column, value)))];
  const rows = new Map<string, Map<string, Value>>();
  for (const value of values) {
    const name = row === null ? t('app.total') : nameOf(row, value);
    if (!rows.has(name)) rows.set(name, new Map());
    rows.get(name)!.set(column === null ? '' : nameOf(column, value), value);
  }
  return { columns, rows: [...rows].map(([name, cells]) => ({ name, cells: columns.map((one) => cells.get(one)) })) };
}

/** Groups that are things of one committee have none of another's to stand beside. */
export const ofOneCommittee: IndicatorKey[] = ['COMMITTEE', 'COMMITTEE_TREE', 'REGION', 'SOCIETY', 'BRANCH'];

/** The same groups of another committee set beside those of the first. */
export function beside(values: readonly Value[], others: readonly Value[], by: readonly IndicatorKey[]): Value[] {
  const place = (value: Value) => by.map((key) => nameOf(key, value)).join('\n');
  const found = new Map(others.map((other) => [place(other), other]));
  const none = { numerator: null, denominator: null, value: null };
  const pairs = values.map((value) => ({ value, other: found.get(place(value)) }));
  const known = new Set(values.map(place));
  // What only the other has is a row, too.
  const more = others.filter((other) => !known.has(place(other))).map((other) => ({ value: { ...other, ...none, isSuppressed: false } as Value, other }));
  return [...pairs, ...more].map(({ value, other }) => ({
    ...value,
    compared: {
      numerator: other?.numerator ?? null,
      denominator: other?.denominator ?? null,
      value: other?.value ?? null,
      difference: value.value == null || other?.value == null ? null : value.value - other.value,
    },
  }));
}

export function shown(value: number | null | undefined, unit: string): string {
  if (value == null) return dash;
  return unit === 'RATIO' ? percent(value) : points(value);
}

/** A difference of rates is in points of a hundred. */
export function difference(value: number | null | undefined, unit: string): string {
  if (value == null) return dash;
  const number = unit === 'RATIO' ? value * 100 : value;
  const text = Math.abs(number).toFixed(unit === 'RATIO' ? 1 : 2);
  return Number(text) === 0 ? '0' : `${number > 0 ? '+' : '−'}${text}`;
}

/** A value as GraphQL writes it. */
export function literal(value: unknown, isEnum = false): string {
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, isEnum)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([name, one]) => `${name}: ${literal(one, ['relative', 'period'].includes(name))}`).join(', ')} }`;
  return isEnum ? String(value) : JSON.stringify(value);
}
