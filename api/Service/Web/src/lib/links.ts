import { t, type Key } from '@/lib/language';

/** An identity has signs that an address does not take as they are. */
export const societyPath = (id: string) => `/societies/${encodeURIComponent(id)}`;
export const branchPath = (id: string) => `/branches/${encodeURIComponent(id)}`;
export const entryPath = (id: string) => `/assessment/entries/${encodeURIComponent(id)}`;
export const memberPath = (id: string) => `/members/${encodeURIComponent(id)}`;

const pages: Record<string, Key> = { '': 'nav.overview', societies: 'word.society', branches: 'word.branch', members: 'word.member', assessment: 'nav.assessment', analysis: 'nav.analysis', change: 'nav.change', import: 'nav.import', reports: 'nav.reports' };

/** What the page of an address is called, where somebody is led back to it. */
export function nameOfPage(address: string): string {
  const [, first = '', second = ''] = /^\/([^/?]*)(?:\/([^/?]*))?/.exec(address) ?? [];
  if (first === 'registers') return t(`register.${second}` as Key);
  return pages[first] ? t(pages[first]) : '';
}
