import { reactive } from 'vue';
import { fieldsOf, type InputField } from './introspection';

export type Value = string | boolean | null | Value[] | { [name: string]: Value };

/** A part of the form: a field, or a list of them, or an object of them, with what is filled in. */
export interface Part {
  field: InputField;
  path: string[];
  value: string;
  items: Part[][];
  /** Fields of an input object; of a list, of each of its items. */
  inner: InputField[];
  /** What stands there is to be taken away: null is sent, which is not the same as nothing. */
  isCleared: boolean;
  /** An identity for which something was typed and nothing chosen. */
  isOpen: boolean;
  /** What the thing has now, where the form corrects it: it stands there and is not sent as long as nobody changes it. */
  present?: string;
  /** What is there can be taken away. */
  isClearable?: boolean;
  /** Of a list whose items are known: what each is called. Its first field is then given, its second one is filled in. */
  captions: Caption[];
}

export interface Caption {
  name: string;
  /** At most how much, or what it takes. */
  limit: string;
  isRequired: boolean;
  /** Empty where something is typed. */
  choices: { value: string; name: string }[];
  isDay: boolean;
}

/** What the page says itself; the version is read, not typed. */
const ofRequest = ['idempotencyKey', 'acceptedWarnings'];

export async function partsOf(input: string, path: string[], given: Record<string, string>): Promise<Part[]> {
  const fields = await fieldsOf(input);
  return Promise.all(fields.filter((field) => !ofRequest.includes(field.name)).map((field) => partOf(field, [...path, field.name], given[field.name] ?? '')));
}

async function partOf(field: InputField, path: string[], value: string): Promise<Part> {
  const part: Part = reactive({ field, path, value: field.isList ? '' : value || defaultOf(field), items: [], inner: field.kind === 'INPUT_OBJECT' ? await fieldsOf(field.type) : [], isCleared: false, isOpen: false, captions: [] });
  if (field.isList && (field.isRequired || value)) add(part, value);
  return part;
}

const defaultOf = (field: InputField) => (field.defaultValue === null ? '' : field.defaultValue.replace(/^"|"$/g, ''));

/** Adds an item to a list. */
export function add(part: Part, value = '') {
  const at = String(part.items.length);
  const fields = part.field.kind === 'INPUT_OBJECT' ? part.inner : [{ ...part.field, isList: false, isRequired: true }];
  part.items.push(fields.map((field) => reactive({ field, path: [...part.path, at, ...(part.field.kind === 'INPUT_OBJECT' ? [field.name] : [])], value: value || defaultOf(field), items: [], inner: [], isCleared: false, isOpen: false, captions: [] })));
}

export function remove(part: Part, index: number) {
  part.items.splice(index, 1);
  number(part);
}

/** Fills a list with one item for each key, and keeps what was filled in for it. */
export function fill(part: Part, rows: { key: string; caption: Caption }[]) {
  const given = new Map(part.items.map((item) => [item[0]!.value, item[1]!.value]));
  part.items = [];
  for (const row of rows) {
    add(part);
    const [key, value] = part.items.at(-1)!;
    key!.value = row.key;
    value!.value = given.get(row.key) ?? '';
  }
  part.captions = rows.map((row) => row.caption);
}

const isLeftOut = (part: Part, item: Part[]) => part.captions.length > 0 && !part.captions[part.items.indexOf(item)]?.isRequired && (isEmpty(item[1]!) || isUnchanged(item[1]!));

/** As it is now. */
export const isUnchanged = (part: Part) => part.present !== undefined && !part.isCleared && textOf(part.value) === part.present;

/** What was there is emptied: it is to be taken away, where the contract allows that. */
const isEmptied = (part: Part) => part.present !== undefined && part.present !== '' && isEmpty(part);

/** The contract says of which what is there can be taken away: of a field, or of all that a thing need not have. */
export const saysCleared = (description: string) => /清空|null/.test(description);
export const canBeCleared = ({ field, isClearable }: Part) => !field.isRequired && (isClearable || saysCleared(field.description));

/** Gives items the places that they have in what is sent: errors come back with them. */
export function number(part: Part) {
  let at = 0;
  for (const item of part.items) {
    const place = isLeftOut(part, item) ? '-' : String(at++);
    for (const one of item) one.path = [...part.path, place, ...one.path.slice(part.path.length + 1)];
  }
}

/** The input as the contract takes it; what is empty is left out. */
export function inputOf(parts: Part[]): Record<string, unknown> {
  return Object.fromEntries(parts.map((part) => [part.field.name, valueOf(part)]).filter(([, value]) => value !== undefined));
}

function valueOf(part: Part): unknown {
  if (part.field.isList) {
    number(part);
    const items = part.items.filter((item) => !isLeftOut(part, item)).map((item) => (part.field.kind === 'INPUT_OBJECT' ? inputOf(item) : leaf(item[0]!))).filter((item) => item !== undefined);
    return items.length === 0 && !part.field.isRequired ? undefined : items;
  }
  return leaf(part);
}

function leaf(part: Part): unknown {
  const { field, value, isCleared } = part;
  if (isCleared || (isEmptied(part) && canBeCleared(part))) return null;
  if (isUnchanged(part) && !field.isRequired) return undefined;
  const text = textOf(value);
  if (text === '') return undefined;
  if (field.type === 'Boolean') return text === 'true';
  if (field.type === 'Int' || field.type === 'Long') return Number(text);
  // Digits are kept as they were typed.
  return text;
}

// Vue makes a number of what stands in a number's field.
const textOf = (value: unknown) => String(value ?? '').trim();
const isEmpty = (part: Part) => textOf(part.value) === '';

/** Identities that were typed and not chosen: their paths. */
export const unsettled = (parts: Part[]): string[] => parts.flatMap((part) => [...(part.isOpen ? [part.path.join('.')] : []), ...part.items.flatMap((item) => unsettled(item))]);

/** Numbers that are none: their paths. The whole input would be refused, and at no field. */
export function malformed(parts: Part[]): string[] {
  return parts.flatMap((part) => {
    const { type } = part.field;
    const isWhole = type === 'Int' || type === 'Long';
    const isRight = isEmpty(part) || part.field.isList || (isWhole ? /^-?\d{1,9}$/ : type === 'Decimal' ? /^-?\d{1,15}(\.\d{1,9})?$/ : /^/).test(textOf(part.value));
    return [...(isRight ? [] : [part.path.join('.')]), ...part.items.flatMap((item) => malformed(item))];
  });
}

/** Fields that must be filled in and are not: their paths. */
export function missing(parts: Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.field.isList) return part.field.isRequired && part.items.length === 0 ? [part.path.join('.')] : part.items.filter((item) => !isLeftOut(part, item)).flatMap((item) => missing(item));
    return (part.field.isRequired && isEmpty(part)) || (isEmptied(part) && !canBeCleared(part)) ? [part.path.join('.')] : [];
  });
}
