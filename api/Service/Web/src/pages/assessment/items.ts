import type { AssessmentOfQuery } from '@/gql/graphql';
import { label } from '@/lib/language';

export interface Item {
  code: string;
  /** Its place in the scheme. */
  place: number;
  section: string;
  sectionName: string;
  text: string;
  maximum: number;
  mean: number;
  before: number | null;
  rate: number | null;
}

/** The usual word, or the heading of a section of the scheme's own. */
export const sectionName = (item: { section: string; sectionTitle: string }) => (item.section === 'OTHER' ? item.sectionTitle : label('AssessmentSection', item.section));

/** The items of the scheme with what was given on average, the lowest share first. */
export function itemsOf(data: AssessmentOfQuery | undefined): Item[] {
  const scheme = new Map((data?.scheme.nodes?.[0]?.scheme.items ?? []).map((item, place) => [item.itemCode, { ...item, place }]));
  return (data?.items.nodes ?? [])
    .flatMap((node) => {
      const item = scheme.get(node.key.item ?? '');
      if (!item) return [];
      const before = data?.itemsBefore.nodes?.find((one) => one.key.item === node.key.item)?.mean ?? null;
      return [{ code: item.itemCode, place: item.place, section: item.sectionCode, sectionName: sectionName(item), text: item.text, maximum: item.maximum, mean: node.mean, before, rate: item.maximum === 0 ? null : node.mean / item.maximum }];
    })
    .sort((a, b) => (a.rate ?? 2) - (b.rate ?? 2));
}

export interface Section {
  section: string;
  name: string;
  rate: number | null;
  before: number | null;
}

/** Points given over points possible, section by section: every entry is scored in every item, so the means of items add up. */
export function sectionsOf(items: Item[]): Section[] {
  const inOrder = [...items].sort((a, b) => a.place - b.place);
  return [...new Map(inOrder.map((item) => [item.section, item.sectionName]))]
    .map(([section, name]) => {
      const own = items.filter((item) => item.section === section);
      const sum = (of: (item: Item) => number) => own.reduce((all, item) => all + of(item), 0);
      const maximum = sum((item) => item.maximum);
      return { section, name, rate: maximum === 0 ? null : sum((item) => item.mean) / maximum, before: own.some((item) => item.before === null) || maximum === 0 ? null : sum((item) => item.before!) / maximum };
    });
}
