import { computed, inject, provide, reactive, ref, type InjectionKey } from 'vue';
import { useRoute, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router';
import { CommitteeListDocument, ShellDocument, type CommitteeFilterInput, type IdOperationFilterInput } from '@/gql/graphql';
import { useAsk } from '@/lib/api';
import { today } from '@/lib/format';
import { t } from '@/lib/language';

export interface CommitteeNode {
  id: string;
  name: string;
}

/** A committee with those above it, the topmost first. */
export interface ScopeNode extends CommitteeNode {
  above: CommitteeNode[];
  hasBelow: boolean;
}

const key: InjectionKey<ReturnType<typeof makeScope>> = Symbol('scope');

/** What every page is about: a committee, with all below it or alone, on a day. It stands in the address. */
export function provideScope() {
  const scope = makeScope();
  provide(key, scope);
  return scope;
}

export const useScope = () => inject(key)!;

// Nobody reads a longer list; who does not find a committee types its name.
const listMax = 500;

function makeScope() {
  const route = useRoute();
  const one = (name: string) => (typeof route.query[name] === 'string' && route.query[name] !== '' ? (route.query[name] as string) : null);

  const committee = computed(() => one('committee'));
  const only = computed(() => one('only') === '1');
  const day = computed(() => (/^\d{4}-\d\d-\d\d$/.test(one('day') ?? '') ? one('day') : null));
  const shell = useAsk(ShellDocument, () => ({ committee: committee.value ?? '', isChosen: committee.value !== null }));
  const hasOneRoot = computed(() => shell.data.value?.roots.totalCount === 1);

  /** The committee at the top, where there is one alone. */
  const top = computed<ScopeNode | undefined>(() => {
    const [root] = shell.data.value?.roots.nodes ?? [];
    return root && hasOneRoot.value ? { id: root.id, name: root.name, above: [], hasBelow: root.children.totalCount > 0 } : undefined;
  });
  const node = computed<ScopeNode | undefined>(() => {
    const found = shell.data.value?.committee;
    return found && found.id === committee.value ? { id: found.id, name: found.name, above: chain(found.parent), hasBelow: found.children.totalCount > 0 } : undefined;
  });
  const root = computed(() => node.value ?? (committee.value === null ? top.value : undefined));

  /** What takes part, for whatever knows a committee's identity; undefined: all that there are. */
  const ids = computed<IdOperationFilterInput | undefined>(() => {
    if (committee.value !== null) return only.value ? { eq: committee.value } : { within: committee.value };
    return only.value && top.value ? { eq: top.value.id } : undefined;
  });
  /** The same for whatever has the committee itself. */
  const where = computed<CommitteeFilterInput | undefined>(() => ids.value && (ids.value.within ? { within: ids.value.within } : { id: ids.value }));
  // Who chooses a committee has read its name.
  const names = new Map<string, string>();
  const name = computed(() => root.value?.name ?? (committee.value === null ? t('scope.all') : (names.get(committee.value) ?? '')));
  const months = computed(() => shell.data.value?.warehouse.months.filter((month) => month.hasCome) ?? []);

  // Only pages that offer a choice of committees need their list.
  const isListed = ref(false);
  const list = useAsk(CommitteeListDocument, { first: listMax }, () => !isListed.value);

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
    node,
    top,
    hasOneRoot,
    ids,
    where,
    query,
    /** The committees, as many as one offers at once. */
    get tree(): readonly CommitteeNode[] {
      isListed.value = true;
      return list.data.value?.committees.nodes ?? [];
    },
    /** The committee to which questions about one committee go. */
    root,
    asOf: computed(() => day.value ?? today()),
    isPast: computed(() => day.value !== null && day.value < today()),
    isBeforeFirst: computed(() => {
      const first = months.value[0];
      return day.value !== null && first !== undefined && day.value < first.month;
    }),
    hasNothing: computed(() => shell.data.value?.roots.totalCount === 0),
    name,
    learn: (one: CommitteeNode) => void names.set(one.id, one.name),
    /** The same with what takes part. */
    title: computed(() => `${name.value}${root.value?.hasBelow && !only.value ? t('scope.withBelow') : ''}`),
    isReady: computed(() => shell.data.value !== undefined),
    /** A place in these pages, with the scope kept. */
    to: (path: string, more: LocationQueryRaw = {}): RouteLocationRaw => ({ path, query: { ...query.value, ...more } }),
  });
}

interface Above extends CommitteeNode {
  parent?: Above | null;
}

const chain = (from: Above | null | undefined): CommitteeNode[] => (from ? [...chain(from.parent), { id: from.id, name: from.name }] : []);
