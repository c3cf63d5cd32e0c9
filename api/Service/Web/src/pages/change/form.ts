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
}

const hidden = ['idempotencyKey'];

export async function partsOf(input: string, path: string[], given: Record<string, string>): Promise<Part[]> {
  const fields = await fieldsOf(input);
  return Promise.all(fields.filter((field) => !hidden.includes(field.name)).map((field) => partOf(field, [...path, field.name], given[field.name] ?? '')));
}

async function partOf(field: InputField, path: string[], value: string): Promise<Part> {
  const part: Part = reactive({ field, path, value: field.isList ? '' : value || defaultOf(field), items: [], inner: field.kind === 'INPUT_OBJECT' ? await fieldsOf(field.type) : [] });
  if (field.isList && (field.isRequired || value)) add(part, value);
  return part;
}

const defaultOf = (field: InputField) => (field.defaultValue === null ? '' : field.defaultValue.replace(/^"|"$/g, ''));

/** Adds an item to a list. */
export function add(part: Part, value = '') {
  const at = String(part.items.length);
  const fields = part.field.kind === 'INPUT_OBJECT' ? part.inner : [{ ...part.field, isList: false, isRequired: true }];
  part.items.push(fields.map((field) => reactive({ field, path: [...part.path, at, ...(part.field.kind === 'INPUT_OBJECT' ? [field.name] : [])], value: value || defaultOf(field), items: [], inner: [] })));
}

export function remove(part: Part, index: number) {
  part.items.splice(index, 1);
  part.items.forEach((item, at) => item.forEach((one) => (one.path = [...part.path, String(at), ...one.path.slice(part.path.length + 1)])));
}

/** The input as the contract takes it; what is empty is left out. */
export function inputOf(parts: Part[]): Record<string, unknown> {
  return Object.fromEntries(parts.map((part) => [part.field.name, valueOf(part)]).filter(([, value]) => value !== undefined));
}

function valueOf(part: Part): unknown {
  if (part.field.isList) {
    const items = part.items.map((item) => (part.field.kind === 'INPUT_OBJECT' ? inputOf(item) : leaf(item[0]!))).filter((item) => item !== undefined);
    return items.length === 0 && !part.field.isRequired ? undefined : items;
  }
  return leaf(part);
}

function leaf({ field, value }: Part): unknown {
  const text = value.trim();
  if (text === '') return undefined;
  if (field.type === 'Boolean') return text === 'true';
  if (field.type === 'Int' || field.type === 'Long') return Number(text);
  // Digits are kept as they were typed.
  return text;
}

/** Fields that must be filled in and are not: their paths. */
export function missing(parts: Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.field.isList) return part.field.isRequired && part.items.length === 0 ? [part.path.join('.')] : part.items.flatMap((item) => missing(item));
    return part.field.isRequired && part.value.trim() === '' ? [part.path.join('.')] : [];
  });
}
