import type { RouteLocationRaw } from 'vue-router';
import type { TypedDocumentString } from '@/gql/graphql';
import type { Key } from '@/lib/language';

/** What stands in one cell. */
export interface Cell {
  text: string;
  to?: string;
  /** A letter in a box before the text. */
  badge?: string;
  tone?: 'late' | 'soon' | 'fine' | 'quiet';
  under?: string;
  /** Opens a form for what the row is about. */
  change?: RouteLocationRaw;
  /** What else may be done about it. */
  also?: { text: string; change: RouteLocationRaw };
}

export interface Column<Row> {
  name: string;
  title: Key;
  /** Path of the order; without it the column does not sort. */
  order?: string;
  /** Some rows have no value: they come last whichever way one sorts. */
  hasGaps?: boolean;
  isNumber?: boolean;
  /** It tells of today alone, so a past day has no such column. */
  isToday?: boolean;
  /** Shown when somebody asks for it. */
  isExtra?: boolean;
  /** `text` is what was searched for. */
  cell: (row: Row, text: string) => Cell;
}

export interface Filter {
  /** Name in the address, and in the document that counts. */
  name: string;
  title: Key;
  options: () => { value: string; text: string }[];
  where: (value: string) => object;
  /** What holds while the address says nothing; `all` there asks for every row. */
  initial?: string;
  /** Options that stand for several of the others, and of which. */
  sums?: Record<string, string[]>;
}

/** In the address: no condition, where there is an initial one. */
export const every = 'all';

export interface Register<Row> {
  /** Name in the address. */
  name: string;
  /** Name of the list in `GET /export`. */
  list: string;
  document: TypedDocumentString<unknown, Record<string, unknown>>;
  /** Counts what each option of each filter would leave; takes a condition by each filter's name. */
  counts: TypedDocumentString<unknown, Record<string, unknown>>;
  /**
   * What is computed of each row costs as much to count as to group: one question, `every`, groups by all filters at once, tells how many there
   * are, and what each option would leave. By each filter's name: the key of the groups.
   */
  together?: Record<string, string>;
  /** It is asked as of a day; else it knows today only. */
  isDated?: boolean;
  unit: Key;
  none: Key;
  /** The condition that a text in the search field is. */
  search?: (text: string) => object;
  placeholder?: Key;
  inCommittees: (where: object) => object;
  /** Holds always. */
  always?: object;
  filters: Filter[];
  columns: Column<Row>[];
  /** Order without a click on a header, which the address does not name. */
  order: string;
}

export interface Page<Row> {
  /** Left out where it is counted together with the filters. */
  totalCount?: number;
  nodes: Row[] | null;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

export const pageSize = 25;

/** `-a.b` → `{ a: { b: "DESC" } }`. */
export function orderOf(text: string, hasGaps = false): object {
  const names = text.replace(/^-/, '').split('.');
  // Ascending, what has no value is last anyway, and an index gives that order.
  return names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), text.startsWith('-') ? (hasGaps ? 'DESC_NULLS_LAST' : 'DESC') : 'ASC') as object;
}

interface Groups {
  groups: { nodes: readonly { key: Record<string, unknown>; count: number }[] | null };
}

/** Of a list that is counted together: how many rows each option leaves beside what else was chosen; without a filter, how many there are. */
export function sumsOf(together: Record<string, string>, chosen: { filter: Filter; value: string }[], data: unknown, filter?: Filter): Map<string, number> {
  const groups = (data as { every: Groups } | undefined)?.every.groups.nodes ?? [];
  const left = groups.filter(({ key }) => chosen.every((one) => one.filter === filter || key[together[one.filter.name]!] === one.value));
  const sums = new Map<string, number>();
  for (const { key, count } of left) {
    const option = filter ? String(key[together[filter.name]!]) : '';
    sums.set(option, (sums.get(option) ?? 0) + count);
  }
  return sums;
}

/** By option: how many rows it would leave. */
export function countsOf(filter: Filter, data: unknown): Map<string, number> {
  const all = (data ?? {}) as Record<string, Groups & { totalCount: number }>;
  const own = all[filter.name];
  if (own) {
    // Several things may have one code: a kind of evidence that two rule sets define.
    const counts = new Map<string, number>();
    for (const { key, count } of own.groups.nodes ?? []) {
      const option = String(Object.entries(key).filter(([name]) => name !== '__typename').map(([, value]) => (value as { code?: string } | null)?.code ?? value)[0]);
      counts.set(option, (counts.get(option) ?? 0) + count);
    }
    for (const [sum, parts] of Object.entries(filter.sums ?? {})) counts.set(sum, parts.reduce((all, part) => all + (counts.get(part) ?? 0), 0));
    return counts;
  }
  // What is no key of groups is counted option by option.
  return new Map(filter.options().flatMap(({ value }) => (all[value] ? [[value, all[value].totalCount] as const] : [])));
}
