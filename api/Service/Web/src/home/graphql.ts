/** One error as GraphQL states it, with the service's own code where it has one. */
export interface GraphQLError {
  message: string;
  locations?: { line: number; column: number }[];
  extensions?: { code?: string; hint?: string };
}

export type Answer =
  | { kind: 'data'; body: unknown; data: Record<string, unknown>; errors: GraphQLError[]; ms: number }
  | { kind: 'errors'; body: unknown; errors: GraphQLError[]; ms: number }
  | { kind: 'unreachable'; detail: string };

const timeoutMs = 15_000;

export async function ask(query: string): Promise<Answer> {
  const began = performance.now();
  let response: Response;
  let text: string;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    return { kind: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
  }

  const ms = Math.round(performance.now() - began);
  const body = parsed(text);
  // A proxy's page is no answer of the service.
  if (body === undefined) return { kind: 'unreachable', detail: `HTTP ${response.status} ${response.statusText}`.trim() };

  const errors = body.errors ?? [];
  if (body.data) return { kind: 'data', body, data: body.data, errors, ms };
  return { kind: 'errors', body, errors: errors.length ? errors : [{ message: `HTTP ${response.status}` }], ms };
}

interface Body {
  data?: Record<string, unknown> | null;
  errors?: GraphQLError[];
}

function parsed(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Body) : undefined;
  } catch {
    return undefined;
  }
}
