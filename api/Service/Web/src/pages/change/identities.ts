import { post } from '@/lib/api';
import { label } from '@/lib/language';
import known from './identities.json';

interface Kind {
  /** What a thing is called: names of what it belongs to, words and days. An alias that is an enum's name shows that enum's word. */
  own: string;
  /** Ways to find things by a text; `@` stands for the thing. */
  search: string[];
}

const kinds = known.things as Record<string, Kind>;

/** The type that a field's identity names. The contract's ID has no type, but one name stands for one type everywhere; a test holds it. */
export const typeOf = (field: string): string | undefined => (known.types as Record<string, string>)[field];

export interface Found {
  id: string;
  text: string;
}

type Node = { [name: string]: unknown };

/** Things of the field's type whose name, or whose owner's name, has the text. */
export async function find(field: string, text: string): Promise<Found[]> {
  const type = typeOf(field);
  const kind = type ? kinds[type] : undefined;
  if (!type || !kind) return [];
  const answers = await Promise.all(kind.search.map((way) => post<{ found: Node }>(`query Find($text: String!) { found: ${way.replace('@', `__typename id ${kind.own}`)} }`, { text })));
  const things = answers.flatMap(({ found }) => within(found, type));
  return [...new Map(things.map((one) => [one.id as string, { id: one.id as string, text: called(one) }])).values()].slice(0, 40);
}

/** What a thing is called, and the version of it that a form reads; null where it is not there or is another thing. */
export async function describe(field: string, id: string): Promise<{ text: string; version: number | null } | null> {
  const type = typeOf(field);
  const kind = type ? kinds[type] : undefined;
  if (!kind) return { text: id, version: null };
  const { node } = await post<{ node: Node | null }>(`query Describe($id: ID!) { node(id: $id) { __typename ... on ${type} { id ${kind.own} } } }`, { id });
  return node && node.__typename === type ? { text: called(node), version: typeof node.version === 'number' ? node.version : null } : null;
}

/** The things of a type in an answer, however deep. */
function within(value: unknown, type: string): Node[] {
  if (Array.isArray(value)) return value.flatMap((one) => within(one, type));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return node.__typename === type ? [node] : Object.values(node).flatMap((one) => within(one, type));
}

const silent = ['__typename', 'id', 'version'];

function called(node: Node): string {
  const words = Object.entries(node).flatMap(([name, value]) => {
    if (silent.includes(name) || value === null || value === undefined) return [];
    if (typeof value === 'object') return [called(value as Node)];
    return [/^[A-Z]/.test(name) ? label(name, String(value)) : String(value)];
  });
  return words.join(' · ');
}
