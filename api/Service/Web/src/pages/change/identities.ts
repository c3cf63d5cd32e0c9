import { post } from '@/lib/api';
import { period, today } from '@/lib/format';
import { formerly } from '@/lib/former';
import { label, t } from '@/lib/language';
import known from './identities.json';

interface Kind {
  /** What a thing is called: names of what it belongs to, words and days. An alias that is an enum's name shows that enum's word. */
  own: string;
  /** Ways to find things by a text; `@` stands for the thing. */
  search: string[];
}

const kinds = known.things as Record<string, Kind>;

/** The types that a field's identity may name. The contract's ID has no type, but one name stands for the same everywhere; a test holds it. */
const typesOf = (field: string): string[] => (known.types as Record<string, string>)[field]?.split('|') ?? [];

/** The one type that a field's identity names; undefined where it names none or one of several. */
export const typeOf = (field: string): string | undefined => (typesOf(field).length === 1 ? typesOf(field)[0] : undefined);

/** The type of what an identity names, of those that the field takes. */
export async function typeOfThing(field: string, id: string): Promise<string | undefined> {
  const types = typesOf(field);
  if (types.length <= 1) return types[0];
  const { node } = await post<{ node: Node | null }>('query Which($id: ID!) { node(id: $id) { __typename } }', { id });
  return types.find((type) => type === node?.__typename);
}

export interface Found {
  id: string;
  text: string;
}

type Node = { [name: string]: unknown };

/** Things of the field's types whose name, or whose owner's name, has the text. */
export async function find(field: string, text: string): Promise<Found[]> {
  const found = await Promise.all(typesOf(field).map((type) => findOf(type, text)));
  return found.flat().slice(0, 40);
}

async function findOf(type: string, text: string): Promise<Found[]> {
  const kind = kinds[type];
  if (!kind) return [];
  const answers = await Promise.all(kind.search.map((way) => post<{ found: Node }>(`query Find($text: String!) { found: ${way.replace('@', `__typename id ${kind.own}`)} }`, { text })));
  const things = answers.flatMap(({ found }) => within(found, type));
  return [...new Map(things.map((one) => [one.id as string, { id: one.id as string, text: `${called(one)}${former(one, text)}${gone(one)}` }])).values()];
}

/** What a thing is called, and the version of it that a form reads; null where it is not there or is another thing. */
export async function describe(field: string, id: string): Promise<{ text: string; version: number | null } | null> {
  if (typesOf(field).length === 0) return { text: id, version: null };
  const type = await typeOfThing(field, id);
  if (!type) return null;
  const kind = kinds[type];
  if (!kind) return { text: id, version: null };
  const { node } = await post<{ node: Node | null }>(`query Describe($id: ID!) { node(id: $id) { __typename ... on ${type} { id ${kind.own} } } }`, { id });
  return node && node.__typename === type ? { text: `${called(node)}${gone(node)}`, version: typeof node.version === 'number' ? node.version : null } : null;
}

/** The things of a type in an answer, however deep. */
function within(value: unknown, type: string): Node[] {
  if (Array.isArray(value)) return value.flatMap((one) => within(one, type));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return node.__typename === type ? [node] : Object.values(node).flatMap((one) => within(one, type));
}

/** Behind a name: the former one that was searched for. */
function former(node: Node, text: string): string {
  const found = formerly(String(node.name), node.aliases as { alias: string }[] | undefined, text);
  return found ? ` · ${t('register.formerly', { name: found })}` : '';
}

/** Behind the name of a committee that is no more: a past day or its restoration may mean it, a form of today hardly. */
const gone = ({ abolishedOn }: Node): string =>
  typeof abolishedOn === 'string' && abolishedOn <= today() ? t('scope.abolished', { day: abolishedOn }) : '';

const silent = ['__typename', 'id', 'version', 'aliases', 'abolishedOn'];

function called(node: Node): string {
  const words = Object.entries(node).flatMap(([name, value]) => {
    if (silent.includes(name) || value === null || value === undefined) return [];
    if (typeof value === 'object') return [called(value as Node)];
    return [/^[A-Z]/.test(name) ? label(name, String(value)) : name === 'period' ? period(String(value)) : String(value)];
  });
  return words.join(' · ');
}
