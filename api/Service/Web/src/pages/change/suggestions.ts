import { post } from '@/lib/api';
import { period, today } from '@/lib/format';
import { isChinese } from '@/lib/language';
import { kinds } from './evidence';

export interface Suggestion {
  value: string;
  name: string;
}

const quarters = (): Suggestion[] => {
  const [year, month] = today().split('-').map(Number) as [number, number];
  return Array.from({ length: 8 }, (_, back) => {
    const at = year * 4 + Math.ceil(month / 3) - 1 - back;
    const value = `${Math.floor(at / 4)}Q${(at % 4) + 1}`;
    return { value, name: period(value) };
  });
};

interface Scheme {
  failRules: { code: string; text: string }[];
  bonusItems: { code: string; text: string }[];
}

/** Of the newest round's scheme; one of another year may have others, which the service then says. */
async function ofScheme(list: keyof Scheme): Promise<Suggestion[]> {
  const { assessmentRounds } = await post<{ assessmentRounds: { nodes: { scheme: Scheme }[] } }>(`{ assessmentRounds(first: 1, order: [{ year: DESC }]) { nodes { scheme { ${list} { code text } } } } }`);
  return (assessmentRounds.nodes[0]?.scheme[list] ?? []).map(({ code, text }) => ({ value: code, name: text }));
}

/** Codes that nobody knows by heart, by the field's name. */
const ways: Record<string, () => Promise<Suggestion[]>> = {
  period: async () => quarters(),
  discipline: async () => {
    const { societies } = await post<{ societies: { nodes: { discipline: { code: string; name: string } | null }[] } }>('{ societies(first: 200) { nodes { discipline { code name } } } }');
    return distinct(societies.nodes.flatMap(({ discipline }) => (discipline ? [{ value: discipline.code, name: discipline.name }] : [])));
  },
  rule: () => ofScheme('failRules'),
  failRule: () => ofScheme('failRules'),
  item: () => ofScheme('bonusItems'),
  kind: async () => (await kinds()).map((kind) => ({ value: kind.code, name: isChinese.value ? kind.name : kind.englishName })),
};

/** Whether nothing but the suggestions can be meant. */
export const isClosed = (field: string) => ['kind', 'rule', 'failRule', 'item'].includes(field);

const distinct = (all: Suggestion[]) => [...new Map(all.map((one) => [one.value, one])).values()];

export const suggestions = async (field: string) => (await ways[field]?.()) ?? [];
