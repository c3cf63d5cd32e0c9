import { leadToSignIn } from '@/lib/api';
import { language } from '@/lib/language';

export const sheets = ['societies', 'supporting-units', 'branches', 'members', 'appointments', 'activities', 'scores'] as const;
export type Sheet = (typeof sheets)[number];

const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

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
export async function send(sheet: Sheet, file: File, committee: string, isDryRun: boolean): Promise<SheetReport> {
  const type = types[file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'];
  const query = new URLSearchParams({ dryRun: String(isDryRun), fileName: file.name, ...(committee ? { committee } : {}) });
  const response = await fetch(`/import/${sheet}?${query}`, { method: 'POST', headers: { 'content-type': type, 'accept-language': language.value }, body: file });
  leadToSignIn(response);
  const answer = (await response.json()) as Partial<SheetReport> & { errors: SheetError[] };
  return { dryRun: isDryRun, read: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, run: null, notices: [], ...answer };
}

/** The cells of a file, for the table in which errors stand; null where the browser cannot read it. */
export async function cellsOf(file: File): Promise<string[][] | null> {
  try {
    const bytes = await file.arrayBuffer();
    return file.name.toLowerCase().endsWith('.csv') ? csv(textOf(bytes)) : await (await import('./workbook')).firstSheet(bytes);
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
