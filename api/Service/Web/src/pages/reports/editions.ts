import { at } from '@/lib/base';
import { language } from '@/lib/language';
import { answered as signedIn } from '@/lib/session';

export interface Edition {
  id: number;
  committee: string;
  year: number;
  language: 'zh' | 'en';
  number: number;
  asOf: string;
  load: number;
  issuedBy: string;
  issuedAt: string;
}

export interface ReportList {
  years: number[];
  editions: Edition[];
}

export interface ReportTable {
  kind: 'TABLE';
  id: string;
  label: string;
  title: string;
  unit: string;
  note: string;
  columns: { key: string; title: string; kind: string }[];
  rows: { key: string; isTotal: boolean; cells: { column: string; shown: string; value: unknown }[] }[];
}

export type Block =
  | { kind: 'HEADING'; level: number; number: string; text: string }
  | { kind: 'PARAGRAPH'; text: string }
  | ReportTable
  | { kind: 'CHART'; label: string; title: string; description: string };

export interface ReportText {
  language: string;
  cover: { title: string; number: string; office: string; lines: string[]; isDraft: boolean };
  blocks: Block[];
}

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Takes a file of the service; what it refuses comes as its own sentence. */
export const take = (address: string): Promise<Response> => answered(fetch(at(address), { headers: { accept: 'application/json, */*;q=0.5', 'accept-language': language.value } }));

/** Freezes an edition of what is loaded now. */
export async function issue(request: { year: number; committee: string | null; language: string; issuedBy: string }): Promise<Edition> {
  const sent = fetch(at('/reports/editions'), { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language.value }, body: JSON.stringify(request) });
  return ((await (await answered(sent)).json()) as { edition: Edition }).edition;
}

async function answered(sent: Promise<Response>): Promise<Response> {
  const response = await signedIn(await sent);
  if (response.ok) return response;
  const answer = (await response.json().catch(() => null)) as { errors?: { code: string; message: string }[] } | null;
  const error = answer?.errors?.[0];
  throw new Refused(error?.code ?? `HTTP ${response.status}`, error?.message ?? response.statusText);
}
