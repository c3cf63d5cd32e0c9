import { post } from '@/lib/api';
import { label, isChinese } from '@/lib/language';
import { leavesOf } from './introspection';
import { typeOfThing } from './identities';
import { fieldName } from './words';

/** What a form read of the thing that it is about: by field what it is called and its value. */
export type Snapshot = Map<string, { name: string; value: string }>;

export interface Difference {
  name: string;
  before: string;
  after: string;
}

/** Everything of a thing that is one value, as it is now. */
export async function snapshot(field: string, id: string): Promise<Snapshot> {
  const type = await typeOfThing(field, id);
  if (!type) return new Map();
  const leaves = await leavesOf(type);
  const { node } = await post<{ node: Record<string, unknown> | null }>(`query Now($id: ID!) { node(id: $id) { ... on ${type} { ${leaves.map((leaf) => leaf.selection).join(' ')} } } }`, { id });
  return new Map(leaves.map((leaf) => [leaf.name, { name: fieldName(leaf.name, leaf.description), value: shown(leaf.type, node?.[leaf.name]) }]));
}

/** What differs: what the other did. */
export const between = (before: Snapshot, after: Snapshot): Difference[] =>
  [...after].flatMap(([key, { name, value }]) => (before.has(key) && before.get(key)!.value !== value ? [{ name, before: before.get(key)!.value, after: value }] : []));

function shown(type: string, value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return isChinese.value ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (typeof value === 'object') return String(Object.values(value)[0] ?? '—');
  return typeof value === 'string' && /^[A-Z][A-Z_]*$/.test(value) ? label(type, value) : String(value);
}
