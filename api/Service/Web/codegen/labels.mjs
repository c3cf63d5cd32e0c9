// The Chinese words of enum values, from their descriptions in the contract: what stands before the first explanation.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../../../schema/graphql/public/schema.graphql', import.meta.url), 'utf8'), { assumeValid: true });
const chinese = /^[^\x20-\x7e]/u;
const labels = {};
for (const type of Object.values(schema.getTypeMap())) {
  // What lists are grouped by is no value that a page shows; the keys of indicators are.
  if (!isEnumType(type) || type.name.startsWith('__') || /GroupKey$|^(Score|Coverage)Key$/.test(type.name)) continue;
  const words = {};
  for (const value of type.getValues()) {
    const text = (value.description ?? '').split(/[:：,，;；(]| [A-Za-z]/)[0].trim().replace(/\.$/, '');
    if (text !== '' && (chinese.test(text) || /[\u4e00-\u9fff]/.test(text))) words[value.name] = text;
  }
  if (Object.keys(words).length > 0) labels[type.name] = words;
}
writeFileSync(new URL('../src/gql/labels.json', import.meta.url), `${JSON.stringify(labels, null, 1)}\n`);

// The preset's map from text to document would put all documents into each page.
for (const name of ['gql.ts', 'index.ts']) rmSync(new URL(`../src/gql/${name}`, import.meta.url), { force: true });
