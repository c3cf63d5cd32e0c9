import { post } from '@/lib/api';

/** The type that a field's identity names: the contract says it in words only, so the field's name does. */
const typeOfName: Record<string, string> = {
  branches: 'branch',
  toBranch: 'branch',
  affiliationBranch: 'branch',
  societies: 'society',
  fundedSocieties: 'society',
  keptBy: 'committee',
  toUnit: 'supportingUnit',
  affiliationUnit: 'supportingUnit',
  contact: 'person',
  keeper: 'person',
};

interface Thing {
  id: string;
  name?: string;
  reference?: string;
}

/** Things that can be searched by what they are called. */
const searches: Record<string, { query: string; show: (node: Thing) => string }> = {
  branch: { query: 'query Find($text: String!) { found: branches(where: { name: { contains: $text } }, order: [{ name: ASC }], first: 12) { nodes { id name committee { name } } } }', show: (node) => node.name! },
  society: { query: 'query Find($text: String!) { found: societies(where: { name: { contains: $text } }, order: [{ name: ASC }], first: 12) { nodes { id name committee { name } } } }', show: (node) => node.name! },
  committee: { query: 'query Find($text: String!) { found: committees(where: { name: { contains: $text } }, order: [{ name: ASC }], first: 12) { nodes { id name } } }', show: (node) => node.name! },
  supportingUnit: { query: 'query Find($text: String!) { found: supportingUnits(where: { name: { contains: $text } }, order: [{ name: ASC }], first: 12) { nodes { id name } } }', show: (node) => node.name! },
  person: { query: 'query Find($text: String!) { found: persons(where: { reference: { startsWith: $text } }, order: [{ reference: ASC }], first: 12) { nodes { id reference } } }', show: (node) => node.reference! },
};

export interface Found {
  id: string;
  text: string;
}

export const kindOf = (field: string) => typeOfName[field] ?? field;
export const isSearchable = (field: string) => kindOf(field) in searches;

export async function find(field: string, text: string): Promise<Found[]> {
  const search = searches[kindOf(field)];
  if (!search) return [];
  const { found } = await post<{ found: { nodes: Thing[] } }>(search.query, { text });
  return found.nodes.map((node) => ({ id: node.id, text: search.show(node) }));
}

const fieldsOfType: Record<string, string> = { Branch: 'name version', Society: 'name version', Committee: 'name', SupportingUnit: 'name version', Person: 'reference', Rectification: 'problem version', LeadingGroup: 'version society { name }', AssessmentEntry: 'version branch { name } year', AssessmentRound: 'version year committee { name }', Reclassification: 'version branch { name }' };

/** What a thing is called, and the version of it that a form read. */
export async function describe(id: string): Promise<{ text: string; version: number | null }> {
  const parts = Object.entries(fieldsOfType).map(([type, fields]) => `... on ${type} { ${fields.replace(/(\w+)( \{[^}]*\})?/g, (field, name: string, rest?: string) => (['name', 'version', 'reference', 'problem', 'society', 'branch', 'year', 'committee'].includes(name) && rest === undefined ? `${type}_${name}: ${name}` : `${type}_${field.split(' ')[0]}: ${field}`))} }`);
  const { node } = await post<{ node: Record<string, unknown> | null }>(`query Describe($id: ID!) { node(id: $id) { __typename id ${parts.join(' ')} } }`, { id });
  if (!node) return { text: id, version: null };
  const values = Object.entries(node).filter(([name]) => name.includes('_') && !name.startsWith('__') && !name.endsWith('_version')).map(([, value]) => (typeof value === 'object' && value !== null ? (value as { name: string }).name : String(value)));
  const version = Object.entries(node).find(([name]) => name.endsWith('_version'))?.[1];
  return { text: values.join(' ') || id, version: typeof version === 'number' ? version : null };
}
