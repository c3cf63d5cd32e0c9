// The words of enum values, a file for each language, from `@label` in the contract: those of the enums that the pages name.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';

const source = new URL('../src/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('../../../../schema/graphql/public/schema.graphql', import.meta.url), 'utf8'), { assumeValid: true });
const code = readdirSync(source, { recursive: true })
  .filter((name) => /\.(vue|ts)$|identities\.json$/.test(name) && !/^gql\b/.test(name))
  .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), source), 'utf8'))
  .join('\n');

const languages = { zh: {}, en: {} };
for (const type of Object.values(schema.getTypeMap()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
  // What a form's search shows names the enum before its field.
  if (!isEnumType(type) || !(code.includes(`'${type.name}'`) || code.includes(` ${type.name}: `))) continue;
  for (const value of type.getValues()) {
    const label = value.astNode.directives.find((directive) => directive.name.value === 'label');
    for (const argument of label?.arguments ?? []) (languages[argument.name.value][type.name] ??= {})[value.name] = argument.value.value;
  }
}
for (const [language, labels] of Object.entries(languages)) writeFileSync(new URL(`gql/labels.${language}.json`, source), `${JSON.stringify(labels, null, 1)}\n`);

// The preset's map from text to document would put all documents into each page.
for (const name of ['gql.ts', 'index.ts']) rmSync(new URL(`gql/${name}`, source), { force: true });
