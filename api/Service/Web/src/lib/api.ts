import { cacheExchange, Client, fetchExchange, useQuery, type AnyVariables, type CombinedError } from '@urql/vue';
import { computed, onScopeDispose, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import type { TypedDocumentString } from '@/gql/graphql';
import { at } from '@/lib/base';
import { language, t } from '@/lib/language';
import { came, forget, waitFor } from '@/lib/recovery';
import { answered } from '@/lib/session';

export const client = new Client({
  url: at('/graphql'),
  fetch: async (input, given) => answered(await fetch(input, given)),
  exchanges: [cacheExchange, fetchExchange],
  // Old rows are shown at once, and read again.
  requestPolicy: 'cache-and-network',
  preferGetMethod: false,
  // What a page speaks is chosen on it, whatever the browser speaks.
  fetchOptions: () => ({ headers: { 'accept-language': language.value } }),
  fetchSubscriptions: true,
});

/** What became of a question. `down`: the service or its database is not there, so nothing that is shown would be true. */
export type State = 'loading' | 'ready' | 'failed' | 'down';

export interface Asked<Data> {
  data: Ref<Data | undefined>;
  state: Ref<State>;
  /** True while old rows are shown and new ones are read. */
  isStale: Ref<boolean>;
  problem: Ref<Problem | null>;
  again: () => void;
}

export interface Problem {
  code: string;
  message: string;
}

/** Asks one document; asks again when its variables change. */
export function useAsk<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
  pause: MaybeRefOrGetter<boolean> = false,
): Asked<Data> {
  const result = useQuery<Data, AnyVariables>({
    query: document.toString(),
    variables: computed(() => toValue(variables) as AnyVariables),
    pause: computed(() => toValue(pause)),
  });
  const again = () => void result.executeQuery({ requestPolicy: 'network-only' });
  const shown = () => toValue(pause) || again();
  watch([result.fetching, result.error], ([isAsking, error]) => {
    if (isAsking || toValue(pause)) return;
    if (error && isDown(error)) waitFor(again);
    else came(again);
  });
  open.add(shown);
  onScopeDispose(() => (open.delete(shown), forget(again)));
  const data = computed(() => (result.error.value && isDown(result.error.value) ? undefined : result.data.value) as Data | undefined);
  return {
    data,
    state: computed(() => {
      const error = result.error.value;
      if (error) return isDown(error) ? 'down' : data.value && !hasNull(data.value) ? 'ready' : 'failed';
      return data.value ? 'ready' : 'loading';
    }),
    isStale: computed(() => data.value !== undefined && (result.stale.value || result.fetching.value)),
    problem: computed(() => (result.error.value ? problemOf(result.error.value) : null)),
    again,
  };
}

/** Nothing has the identity that the address names, or it is none at all. */
export const isNotFound = (asked: Asked<unknown>, found: unknown) =>
  !found && (asked.state.value === 'ready' || (asked.problem.value?.code.startsWith('SP-ID-') ?? false));

/** The role has no sight of it: asking again changes nothing. */
export const isHidden = (problem: Problem | null) => problem?.code === 'SP-ACCESS-111';

/** Every question whose answer is shown. */
const open = new Set<() => unknown>();

/** Other figures are published: what is shown is read again. */
export const readAgain = () => open.forEach((again) => again());

/** Does what asks past the cache, and does it again by itself when no answer came. */
export function useRecovery(load: () => Promise<unknown>): () => Promise<void> {
  const again = () => void attempt();
  async function attempt() {
    try {
      await load();
      came(again);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.isOutage) waitFor(again);
      else came(again);
    }
  }
  onScopeDispose(() => forget(again));
  return attempt;
}

/** Asks once, past the cache: forms, whose documents are made while the page runs. */
export async function post<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  let response: Response;
  let answer: { data?: Data | null; errors?: { message: string; extensions?: { code?: string } }[] };
  try {
    response = await answered(await fetch(at('/graphql'), { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language.value }, body: JSON.stringify({ query, variables }) }));
    answer = (await response.json()) as typeof answer;
  } catch {
    throw new Failure(unanswered, '');
  }
  const error = answer.errors?.[0];
  if (error?.extensions?.code === outage) throw new Failure(outage, t('state.downText'));
  if (error || !answer.data) throw new Failure(error?.extensions?.code ?? `HTTP ${response.status}`, error?.message ?? '');
  return answer.data;
}

/** A question that was not answered. Without a message nothing came at all. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** The service or its database was away: the same may be answered later. */
  get isOutage() {
    return this.code === outage || this.code === unanswered;
  }
}

/** What the service says when its database is away: in English, to programs. */
const outage = 'SP-DATABASE-001';

/** What a page says itself where nothing came. */
const unanswered = 'SP-PAGE-000';

const codeOf = (error: CombinedError) => error.graphQLErrors.map((one) => one.extensions?.code).find((code) => typeof code === 'string') as string | undefined;

const isDown = (error: CombinedError) => error.networkError !== undefined || codeOf(error) === outage;

// What a browser says of a network is English: the code says as much.
function problemOf(error: CombinedError): Problem {
  if (codeOf(error) === outage) return { code: outage, message: t('state.downText') };
  return { code: codeOf(error) ?? (error.networkError ? unanswered : 'GraphQL'), message: error.graphQLErrors[0]?.message ?? (error.networkError ? '' : error.message) };
}

// A root field that failed is null; what came beside it is not shown as if it were all.
const hasNull = (data: object) => Object.values(data).some((value) => value === null);
