import type { CommitteeFilterInput, DutyKind, OverviewWorkQuery } from '@/gql/graphql';
import { daysAfter, endOfNextMonth } from '@/lib/format';

// The clock of a computer may be some days wrong: what is asked for reaches over the day by a month.
const margin = 31;

/**
 * What is asked for of duties: those that are late on a day, and those that are still due. Whether one was done is looked up for each that
 * is asked for: nothing is late before its last day, and nothing due after it, so that neither question goes through all of them.
 */
export const workAsked = (asOf: string | null, day: string, committee: CommitteeFilterInput | undefined) => ({
  asOf,
  late: { state: { eq: 'LATE' as const }, dueOn: { lt: daysAfter(day, margin) }, committee },
  due: { state: { eq: 'DUE' as const }, dueOn: { gte: daysAfter(day, -margin) }, committee },
});

export type Part = 'late' | 'soon' | 'later';
export type Work = Record<Part, { total: number; of: Map<DutyKind, number> }>;

/** By kind: late, due until the end of the next month, or due later. */
export function workOf({ late, due }: OverviewWorkQuery, day: string): Work {
  const horizon = endOfNextMonth(day);
  const work: Work = { late: { total: 0, of: new Map() }, soon: { total: 0, of: new Map() }, later: { total: 0, of: new Map() } };
  const add = (part: Part, kind: DutyKind, count: number) => {
    work[part].total += count;
    work[part].of.set(kind, (work[part].of.get(kind) ?? 0) + count);
  };
  for (const { key, count } of late.groups.nodes ?? []) add('late', key.kind!, count);
  for (const { key, count } of due.groups.nodes ?? []) add(key.dueOnMonth! <= horizon ? 'soon' : 'later', key.kind!, count);
  return work;
}
