import { computed, inject, provide, reactive, type InjectionKey } from 'vue';
import { useRoute, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router';
import type { CommitteeFilterInput, ShellQuery } from '@/gql/graphql';
import { useAsk } from '@/lib/api';
import { today } from '@/lib/format';
import { t } from '@/lib/language';
import { ShellDocument } from '@/gql/graphql';

export interface CommitteeNode {
  id: string;
  name: string;
  parent: string | null;
  depth: number;
  children: CommitteeNode[];
}

const key: InjectionKey<ReturnType<typeof makeScope>> = Symbol('scope');

/** What every page is about: a committee, with all below it or alone, on a day. It stands in the address. */
export function provideScope() {
  const scope = makeScope();
  provide(key, scope);
  return scope;
}

export const useScope = () => inject(key)!;

function makeScope() {
  const route = useRoute();
  const shell = useAsk(ShellDocument, {});
  const one = (name: string) => (typeof route.query[name] === 'string' && route.query[name] !== '' ? (route.query[name] as string) : null);

  const committee = computed(() => one('committee'));
  const only = computed(() => one('only') === '1');
  const day = computed(() => (/^\d{4}-\d\d-\d\d$/.test(one('day') ?? '') ? one('day') : null));
  const tree = computed(() => treeOf(shell.data.value));
  const byId = computed(() => new Map(tree.value.map((node) => [node.id, node])));
  const node = computed(() => (committee.value === null ? undefined : byId.value.get(committee.value)));
  const roots = computed(() => tree.value.filter((one) => one.parent === null));

  /** Null: all that there are. */
  const ids = computed(() => {
    if (committee.value === null) return only.value && roots.value.length === 1 ? [roots.value[0]!.id] : null;
    if (only.value || !node.value) return [committee.value];
    return below(node.value).map((one) => one.id);
  });
  const where = computed<CommitteeFilterInput | undefined>(() => (ids.value ? { id: ids.value.length === 1 ? { eq: ids.value[0] } : { in: ids.value } } : undefined));
  const months = computed(() => shell.data.value?.warehouse.months.filter((month) => month.hasCome) ?? []);

  const query = computed<LocationQueryRaw>(() => ({
    committee: committee.value ?? undefined,
    only: only.value ? '1' : undefined,
    day: day.value ?? undefined,
  }));

  return reactive({
    shell,
    committee,
    only,
    day,
    tree,
    node,
    ids,
    where,
    query,
    /** The committee to which questions about one committee go. */
    root: computed(() => node.value ?? (roots.value.length === 1 ? roots.value[0] : undefined)),
    asOf: computed(() => day.value ?? today()),
    isPast: computed(() => day.value !== null && day.value < today()),
    isBeforeFirst: computed(() => {
      const first = months.value[0];
      return day.value !== null && first !== undefined && day.value < first.month;
    }),
    hasNothing: computed(() => shell.data.value?.committees.totalCount === 0),
    name: computed(() => node.value?.name ?? (roots.value.length === 1 ? roots.value[0]!.name : t('scope.all'))),
    isReady: computed(() => shell.data.value !== undefined),
    nameOf: (id: string) => byId.value.get(id)?.name ?? '',
    /** A place in these pages, with the scope kept. */
    to: (path: string, more: LocationQueryRaw = {}): RouteLocationRaw => ({ path, query: { ...query.value, ...more } }),
  });
}

function below(node: CommitteeNode): CommitteeNode[] {
  return [node, ...node.children.flatMap(below)];
}

/** The committees, each before those below it. */
function treeOf(data: ShellQuery | undefined): CommitteeNode[] {
  const all = (data?.committees.nodes ?? []).map((one) => ({ id: one.id, name: one.name, parent: one.parent?.id ?? null, depth: 0, children: [] as CommitteeNode[] }));
  const byId = new Map(all.map((one) => [one.id, one]));
  for (const one of all) {
    if (one.parent !== null && byId.has(one.parent)) byId.get(one.parent)!.children.push(one);
    else one.parent = null;
  }
  const walk = (node: CommitteeNode, depth: number): CommitteeNode[] => {
    node.depth = depth;
    return [node, ...node.children.flatMap((child) => walk(child, depth + 1))];
  };
  return all.filter((one) => one.parent === null).flatMap((root) => walk(root, 0));
}
