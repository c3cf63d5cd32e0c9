import type { AssessmentOfQuery } from '@/gql/graphql';

export interface Item {
  code: string;
  section: string;
  text: string;
  maximum: number;
  mean: number;
  before: number | null;
  rate: number | null;
}

/** The items of the scheme with what was given on average, the lowest share first. */
export function itemsOf(data: AssessmentOfQuery | undefined): Item[] {
  const scheme = new Map((data?.scheme.nodes?.[0]?.scheme.items ?? []).map((item) => [item.itemCode, item]));
  return (data?.items.nodes ?? [])
    .flatMap((node) => {
      const item = scheme.get(node.key.item ?? '');
      if (!item) return [];
      const before = data?.itemsBefore.nodes?.find((one) => one.key.item === node.key.item)?.mean ?? null;
      return [{ code: item.itemCode, section: item.section as string, text: item.text, maximum: item.maximum, mean: node.mean, before, rate: item.maximum === 0 ? null : node.mean / item.maximum }];
    })
    .sort((a, b) => (a.rate ?? 2) - (b.rate ?? 2));
}

export interface Section {
  section: string;
  rate: number | null;
  before: number | null;
}

const order = ['POLITICAL', 'TEAM', 'ORGANIZATION', 'SOCIAL_GOVERNANCE', 'DEBRIEF'];

/** Points given over points possible, section by section: every entry is scored in every item, so the means of items add up. */
export function sectionsOf(items: Item[]): Section[] {
  return order
    .filter((section) => items.some((item) => item.section === section))
    .map((section) => {
      const own = items.filter((item) => item.section === section);
      const sum = (of: (item: Item) => number) => own.reduce((all, item) => all + of(item), 0);
      const maximum = sum((item) => item.maximum);
      return { section, rate: maximum === 0 ? null : sum((item) => item.mean) / maximum, before: own.some((item) => item.before === null) || maximum === 0 ? null : sum((item) => item.before!) / maximum };
    });
}
