import { post } from '@/lib/api';
import { typeOfThing } from './identities';
import { leavesOf } from './introspection';
import { isUnchanged, saysCleared, type Part } from './form';

/** Changes of what is recorded: the form shows it, and somebody changes a field of it. */
export const correctsWhatIsThere = (mutation: string) => /^(correct|update|move)[A-Z]/.test(mutation);

/** Each change has a reason of its own, and says since when it holds; the thing's own are others. */
const ofTheChange = ['reason', 'holdsFrom', 'correctedOn'];

/** Where the thing calls it otherwise. */
const otherNames: Record<string, string> = { item: 'bonusItem' };

/** Takes away what another thing had. */
export function forgetPresent(parts: Part[]) {
  for (const part of parts) {
    if (part.present !== undefined) part.value = '';
    part.present = undefined;
  }
}

/** Fills in what the thing has now; what somebody has changed already stays. */
export async function fillPresent(parts: Part[], subject: Part, description: string) {
  const type = await typeOfThing(subject.field.name, subject.value);
  if (!type) return;
  const leaves = new Map((await leavesOf(type)).map((leaf) => [leaf.name, leaf]));
  const asked = parts.flatMap((part) => {
    const leaf = leaves.get(otherNames[part.field.name] ?? part.field.name);
    if (!leaf || part === subject || part.field.isList || ofTheChange.includes(part.field.name)) return [];
    // Of another thing a field takes the identity or the code.
    const inner = leaf.selection === leaf.name ? '' : part.field.type === 'ID' ? ' { id }' : ' { code }';
    part.isClearable = !leaf.isRequired && saysCleared(description);
    return [{ part, name: leaf.name, selection: `${leaf.name}${inner}` }];
  });
  const scores = parts.find((part) => part.field.type === 'ItemScoreInput' && part.captions.length > 0 && type === 'Assessment');
  const selections = [...asked.map(({ selection }) => selection), ...(scores ? ['items { itemCode score }'] : [])];
  if (selections.length === 0) return;
  const { node } = await post<{ node: Record<string, unknown> | null }>(`query Present($id: ID!) { node(id: $id) { __typename ... on ${type} { ${selections.join(' ')} } } }`, { id: subject.value });
  if (!node) return;
  for (const { part, name } of asked) show(part, textOf(node[name]));
  const known = new Map(((node.items ?? []) as { itemCode: string; score: number }[]).map((one) => [one.itemCode, String(one.score)]));
  for (const [key, value] of scores?.items ?? []) show(value!, known.get(key!.value) ?? '');
}

function show(part: Part, now: string) {
  if (part.value === '' || isUnchanged(part)) part.value = now;
  part.present = now;
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? textOf(Object.values(value)[0]) : String(value));

/** A correction that corrects nothing. */
export const changesNothing = (parts: Part[], subject: Part | undefined) =>
  parts.some((part) => part.present !== undefined) &&
  parts.every((part) =>
    part === subject || ofTheChange.includes(part.field.name) || isUnchanged(part) || (part.field.isList ? part.items.every((item) => part.captions.length > 0 && (isUnchanged(item[1]!) || item[1]!.value === '')) : part.present === undefined && part.value === '' && !part.isCleared),
  );
