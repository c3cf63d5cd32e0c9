// Says which documents the generated code is made of; a test compares.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../src/', import.meta.url);
const names = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.graphql')).sort();
const hash = createHash('sha256');
for (const name of names) hash.update(readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n'));
writeFileSync(new URL('gql/documents.sha256', folder), `${hash.digest('hex')}\n`);
