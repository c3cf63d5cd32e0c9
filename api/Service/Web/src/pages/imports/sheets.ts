import { at } from '@/lib/base';
import { language } from '@/lib/language';
import { answered } from '@/lib/session';

export const sheets = ['societies', 'supporting-units', 'branches', 'members', 'appointments', 'activities', 'scores'] as const;
export type Sheet = (typeof sheets)[number];

/** A list of organizations as it was published: no template, and a text or Word's document, too. */
export const roster = 'roster';

const types: Record<string, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const ending = (file: File) => file.name.toLowerCase().split('.').at(-1)!;

/** Endings of the files that are taken. */
export const endings = (kind: Sheet | typeof roster) => (kind === roster ? ['docx', 'xlsx', 'csv', 'txt'] : ['xlsx', 'csv']);

export const isTaken = (kind: Sheet | typeof roster, file: File) => endings(kind).includes(ending(file));

/** What a published list does not say of itself. */
export const headers = ['region', 'title', 'document-title', 'document-number', 'issuer', 'issued-on'] as const;

export interface SheetError {
  code: string;
  message: string;
  expected: string;
  hint: string;
  sheet: string | null;
  row: number | null;
  column: number | null;
  address: string | null;
  header: string | null;
}

export interface SheetReport {
  dryRun: boolean;
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  run: number | null;
  notices: { code: string; message: string }[];
  errors: SheetError[];
}

/** Sends a file. What the service refuses as a whole comes back as a report with that one error. */
export async function send(sheet: Sheet | typeof roster, file: File, given: Record<string, string>, isDryRun: boolean): Promise<SheetReport> {
  // The content decides; a type that a form could send is not taken.
  const type = types[ending(file)] ?? 'application/octet-stream';
  const stated = Object.entries(given).filter(([, text]) => text !== '');
  const query = new URLSearchParams([['dryRun', String(isDryRun)], ['fileName', file.name], ...stated]);
  const response = await answered(await fetch(at(`/import/${sheet}?${query}`), { method: 'POST', headers: { 'content-type': type, 'accept-language': language.value }, body: file }));
  const answer = (await response.json()) as Partial<SheetReport> & { errors: SheetError[] };
  return { dryRun: isDryRun, read: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, run: null, notices: [], ...answer };
}

/** The cells of a file, for the table in which errors stand; null where the browser cannot read it. */
export async function cellsOf(file: File): Promise<string[][] | null> {
  if (ending(file) !== 'csv' && ending(file) !== 'xlsx') return null;
  try {
    const bytes = await file.arrayBuffer();
    return ending(file) === 'csv' ? csv(textOf(bytes)) : await (await import('./workbook')).firstSheet(bytes);
  } catch {
    return null;
  }
}

/** The importer reads GB 18030, too: that is what a Chinese Excel saves as CSV. */
function textOf(bytes: ArrayBuffer) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export function csv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length) rows.push([...row, cell]);
  return rows;
}
