import { cacheExchange, Client, fetchExchange, useQuery, type AnyVariables, type CombinedError } from '@urql/vue';
import { computed, toValue, type MaybeRefOrGetter, type Ref } from 'vue';
import type { TypedDocumentString } from '@/gql/graphql';
import { language, t } from '@/lib/language';

export const client = new Client({
  url: '/graphql',
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
    again: () => result.executeQuery({ requestPolicy: 'network-only' }),
  };
}

/** Asks once, past the cache: forms, whose documents are made while the page runs. */
export async function post<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  let response: Response;
  let answer: { data?: Data | null; errors?: { message: string; extensions?: { code?: string } }[] };
  try {
    response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language.value }, body: JSON.stringify({ query, variables }) });
    answer = (await response.json()) as typeof answer;
  } catch {
    throw new Failure('SP-PAGE-000', '');
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
}

/** What the service says when its database is away: in English, to programs. */
const outage = 'SP-DATABASE-001';

const codeOf = (error: CombinedError) => error.graphQLErrors.map((one) => one.extensions?.code).find((code) => typeof code === 'string') as string | undefined;

const isDown = (error: CombinedError) => error.networkError !== undefined || codeOf(error) === outage;

function problemOf(error: CombinedError): Problem {
  if (codeOf(error) === outage) return { code: outage, message: t('state.downText') };
  return { code: codeOf(error) ?? (error.networkError ? 'SP-PAGE-000' : 'GraphQL'), message: error.graphQLErrors[0]?.message ?? error.networkError?.message ?? error.message };
}

// A root field that failed is null; what came beside it is not shown as if it were all.
const hasNull = (data: object) => Object.values(data).some((value) => value === null);
