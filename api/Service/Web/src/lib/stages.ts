import type { AssessmentStage } from '@/gql/graphql';

const order: AssessmentStage[] = ['SELF', 'SUPERVISED', 'DEBRIEFED', 'REVIEWED', 'ISSUED'];

/** Rounds by year and status, and what takes part in them by year and stage. */
export interface Rounds {
  rounds: { groups: { nodes: readonly { key: { year: number | null; status: string | null }; count: number }[] | null } };
  entries: { groups: { nodes: readonly { key: { roundYear: number | null; stage: AssessmentStage | null }; count: number }[] | null } };
}

export const yearsOf = (data: Rounds | undefined) => (data?.rounds.groups.nodes ?? []).map(({ key }) => key.year!);

/** How many entries of one year have each stage behind them or are at it: who is further came through those before. Each begins at the first stage, and has it behind when it goes on. */
export function stagesOf(data: Rounds | undefined, year = Math.max(...yearsOf(data))) {
  const rounds = (data?.rounds.groups.nodes ?? []).filter(({ key }) => key.year === year);
  if (rounds.length === 0) return null;
  const entries = (data?.entries.groups.nodes ?? []).filter(({ key }) => key.roundYear === year);
  const sum = (groups: readonly { count: number }[]) => groups.reduce((all, group) => all + group.count, 0);
  return {
    year,
    rounds: sum(rounds),
    issued: sum(rounds.filter(({ key }) => key.status === 'ISSUED')),
    entries: sum(entries),
    stages: order.map((stage, index) => ({ stage, count: sum(entries.filter(({ key }) => order.indexOf(key.stage!) >= Math.max(index, 1))) })),
  };
}
