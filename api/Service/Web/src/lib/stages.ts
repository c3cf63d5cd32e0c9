import type { AssessmentStage } from '@/gql/graphql';

const order: AssessmentStage[] = ['SELF', 'SUPERVISED', 'DEBRIEFED', 'REVIEWED', 'ISSUED'];

interface Round {
  year: number;
  status: string;
  entries: { totalCount: number; groups: { nodes: readonly { key: { stage: AssessmentStage | null }; count: number }[] | null } };
}

/** How many entries of one year came to each stage: who is further came through those before. */
export function stagesOf(all: readonly Round[], year = Math.max(...all.map((round) => round.year))) {
  const rounds = all.filter((round) => round.year === year);
  if (rounds.length === 0) return null;
  const at = (stage: AssessmentStage) => rounds.flatMap((round) => round.entries.groups.nodes ?? []).reduce((sum, group) => (group.key.stage === stage ? sum + group.count : sum), 0);
  return {
    year,
    rounds: rounds.length,
    issued: rounds.filter((round) => round.status === 'ISSUED').length,
    entries: rounds.reduce((sum, round) => sum + round.entries.totalCount, 0),
    stages: order.map((stage, index) => ({ stage, count: order.slice(index).reduce((sum, later) => sum + at(later), 0) })),
  };
}
