import { post } from '@/lib/api';
import { disciplines } from '@/lib/disciplines';
import { period, today } from '@/lib/format';
import { isChinese, label, t } from '@/lib/language';
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
  bonusLevels: { code: string; name: string | null }[];
}

/** Of the newest round's scheme; one of another year may have others, which the service then says. */
async function ofScheme<L extends keyof Scheme>(list: L, named: string): Promise<Scheme[L] | []> {
  const { assessmentRounds } = await post<{ assessmentRounds: { nodes: { scheme: Scheme }[] } }>(`{ assessmentRounds(first: 1, order: [{ year: DESC }]) { nodes { scheme { ${list} { code ${named} } } } } }`);
  return assessmentRounds.nodes[0]?.scheme[list] ?? [];
}

const texts = async (list: 'failRules' | 'bonusItems'): Promise<Suggestion[]> => (await ofScheme(list, 'text')).map(({ code, text }) => ({ value: code, name: text }));

/** Codes that nobody knows by heart, by the field's name. */
const ways: Record<string, () => Promise<Suggestion[]>> = {
  period: async () => quarters(),
  discipline: async () => {
    type Used = { societies: { groups: { nodes: { key: { discipline: { code: string; name: string } | null } }[] } } };
    const { societies } = await post<Used>('{ societies { groups(by: [DISCIPLINE], first: 100) { nodes { key { discipline { code name } } } } } }');
    const used = societies.groups.nodes.flatMap(({ key }) => (key.discipline ? [{ value: key.discipline.code, name: key.discipline.name }] : []));
    const known = disciplines.map((code) => ({ value: code as string, name: t(`discipline.${code}`) }));
    return [...known, ...distinct(used).filter((one) => !known.some((other) => other.value === one.value))];
  },
  rule: () => texts('failRules'),
  failRule: () => texts('failRules'),
  item: () => texts('bonusItems'),
  levelCode: async () => (await ofScheme('bonusLevels', 'name')).map(({ code, name }) => ({ value: code, name: name ?? label('BonusLevel', code) })),
  kind: async () => (await kinds()).map((kind) => ({ value: kind.code, name: isChinese.value ? kind.name : kind.englishName })),
};

/** Whether nothing but the suggestions can be meant. */
export const isClosed = (field: string) => ['kind', 'rule', 'failRule', 'item', 'levelCode', 'discipline'].includes(field);

const distinct = (all: Suggestion[]) => [...new Map(all.map((one) => [one.value, one])).values()];

export const suggestions = async (field: string) => (await ways[field]?.()) ?? [];
