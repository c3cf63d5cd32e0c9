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
}

export interface Column<Row> {
  name: string;
  title: Key;
  /** Path of the order; without it the column does not sort. */
  order?: string;
  isNumber?: boolean;
  /** Shown when somebody asks for it. */
  isExtra?: boolean;
  cell: (row: Row) => Cell;
}

export interface Filter {
  name: string;
  title: Key;
  options: () => { value: string; text: string }[];
  where: (value: string) => object;
}

export interface Register<Row> {
  /** Name in the address. */
  name: string;
  /** Name of the list in `GET /export`. */
  list: string;
  document: TypedDocumentString<unknown, Record<string, unknown>>;
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
  totalCount: number;
  nodes: Row[] | null;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

export const pageSize = 25;

/** `-a.b` → `{ a: { b: "DESC" } }`. */
export function orderOf(text: string): object {
  const names = text.replace(/^-/, '').split('.');
  return names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), text.startsWith('-') ? 'DESC' : 'ASC') as object;
}
