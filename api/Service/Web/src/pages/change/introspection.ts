import { post } from '@/lib/api';

/** A type as the contract tells of it, with what wraps it taken off. */
export interface InputField {
  name: string;
  description: string;
  defaultValue: string | null;
  type: string;
  kind: 'SCALAR' | 'ENUM' | 'INPUT_OBJECT';
  isRequired: boolean;
  isList: boolean;
}

export interface Mutation {
  name: string;
  description: string;
  input: string;
  payload: string;
}

export interface EnumValue {
  name: string;
  description: string;
}

interface TypeReference {
  kind: string;
  name: string | null;
  ofType: TypeReference | null;
}

const reference = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';

/** The contract does not change while a page is open. */
const known = new Map<string, Promise<unknown>>();

function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const key = JSON.stringify([query, variables]);
  if (!known.has(key)) {
    known.set(
      key,
      post<Data>(query, variables).catch((error: unknown) => {
        known.delete(key);
        throw error;
      }),
    );
  }
  return known.get(key) as Promise<Data>;
}

/** Tokens have a page of their own, which shows what is shown once; accounts have none yet, and a form would lose their passwords. */
const elsewhere = ['createToken', 'revokeToken', 'createAccount', 'lockAccount', 'unlockAccount', 'resetPassword', 'grantRole', 'revokeRole'];

/** Every change that the contract offers, in its order. */
export async function mutations(): Promise<Mutation[]> {
  const data = await ask<{ __schema: { mutationType: { fields: { name: string; description: string; type: TypeReference; args: { type: TypeReference }[] }[] } } }>(
    `query Mutations { __schema { mutationType { fields { name description type { ${reference} } args { type { ${reference} } } } } } }`,
  );
  return data.__schema.mutationType.fields.filter((field) => !elsewhere.includes(field.name)).map((field) => ({ name: field.name, description: field.description, input: named(field.args[0]!.type), payload: named(field.type) }));
}

export async function fieldsOf(input: string): Promise<InputField[]> {
  const data = await ask<{ __type: { inputFields: { name: string; description: string | null; defaultValue: string | null; type: TypeReference }[] } }>(
    `query Input($name: String!) { __type(name: $name) { inputFields { name description defaultValue type { ${reference} } } } }`,
    { name: input },
  );
  return data.__type.inputFields.map((field) => {
    const isRequired = field.type.kind === 'NON_NULL';
    const bare = isRequired ? field.type.ofType! : field.type;
    const inner = innermost(field.type);
    return { name: field.name, description: field.description ?? '', defaultValue: field.defaultValue, type: inner.name!, kind: inner.kind as InputField['kind'], isRequired, isList: bare.kind === 'LIST' };
  });
}

export async function valuesOf(type: string): Promise<EnumValue[]> {
  const data = await ask<{ __type: { enumValues: EnumValue[] } }>('query Values($name: String!) { __type(name: $name) { enumValues { name description } } }', { name: type });
  return data.__type.enumValues;
}

/** What a payload gives beside `errors` and `warnings`: the thing that was changed. */
export async function resultOf(payload: string): Promise<{ name: string; type: string; fields: string[] }> {
  const data = await ask<{ __type: { fields: { name: string; type: TypeReference }[] } }>(`query Payload($name: String!) { __type(name: $name) { fields { name type { ${reference} } } } }`, { name: payload });
  const field = data.__type.fields.find((one) => one.name !== 'errors' && one.name !== 'warnings' && one.name !== 'query')!;
  const type = named(field.type);
  const fields = await ask<{ __type: { fields: { name: string; type: TypeReference }[] } }>(`query Result($name: String!) { __type(name: $name) { fields { name type { ${reference} } } } }`, { name: type });
  // What tells a reader what it is.
  const shown = fields.__type.fields.filter((one) => ['id', 'version', 'name', 'title', 'status', 'state', 'stage', 'reference'].includes(one.name) && innermost(one.type).kind !== 'OBJECT');
  return { name: field.name, type, fields: shown.map((one) => one.name) };
}

export interface Leaf {
  name: string;
  description: string;
  type: string;
  selection: string;
  /** Never null. */
  isRequired: boolean;
}

/** Fields of a type that are one value, and those that are one thing with a name. Its identity and its version tell a reader nothing. */
export async function leavesOf(type: string): Promise<Leaf[]> {
  const data = await ask<{ __type: { fields: { name: string; description: string | null; type: TypeReference; args: unknown[] }[] } }>(
    `query Leaves($name: String!) { __type(name: $name) { fields { name description args { name } type { ${reference} } } } }`,
    { name: type },
  );
  const single = data.__type.fields.filter((one) => one.args.length === 0 && !isList(one.type) && !['id', 'version'].includes(one.name));
  const leaves = await Promise.all(
    single.map(async (one): Promise<Leaf | null> => {
      const inner = innermost(one.type);
      const leaf = { name: one.name, description: one.description ?? '', type: inner.name!, isRequired: one.type.kind === 'NON_NULL' };
      if (inner.kind !== 'OBJECT') return { ...leaf, selection: one.name };
      const fields = await ask<{ __type: { fields: { name: string }[] } }>('query Names($name: String!) { __type(name: $name) { fields { name } } }', { name: inner.name });
      const called = ['name', 'reference', 'title'].find((name) => fields.__type.fields.some((field) => field.name === name));
      return called ? { ...leaf, selection: `${one.name} { ${called} }` } : null;
    }),
  );
  return leaves.filter((one) => one !== null);
}

const isList = (type: TypeReference): boolean => type.kind === 'LIST' || (type.ofType !== null && isList(type.ofType));
const innermost = (type: TypeReference): TypeReference => (type.ofType ? innermost(type.ofType) : type);
const named = (type: TypeReference) => innermost(type).name!;
