import { can, who } from '@/lib/who';
import rights from '../../../../../schema/access/rights.json';

type Right = Parameters<typeof can>[0];

const ofMutation = new Map(Object.entries(rights.mutations).flatMap(([right, names]) => (names as string[]).map((name) => [name, right as Right])));

/** The right that a change needs: one that no right allows is nobody's. */
export const rightOf = (mutation: string) => ofMutation.get(mutation);

/** Whether the role that somebody works in has the right to a change; of which rows, the service says. */
export function mayChange(mutation: string): boolean {
  const right = rightOf(mutation);
  return right === undefined ? who.value === undefined : can(right);
}
