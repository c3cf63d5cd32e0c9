import { at } from '@/lib/base';

/** Keeps what is filled in and not sent, before the page is left. */
const keepers = new Set<() => void>();
let isLeaving = false;

export function beforeSignIn(keep: () => void): () => void {
  keepers.add(keep);
  return () => void keepers.delete(keep);
}

/**
 * Where everybody signs in, who has not, or not any more, is led to the page for it, and back; so is who has several roles and has chosen
 * none. The answer is then nobody's: nothing of it is shown before the page is left.
 */
export async function answered(response: Response): Promise<Response> {
  const page = response.status === 401 ? '/sign-in' : response.status === 403 && (await needsRole(response)) ? '/sign-in/role' : null;
  if (page === null) return response;
  if (!isLeaving) {
    isLeaving = true;
    for (const keep of keepers) keep();
    location.assign(`${at(page)}?to=${encodeURIComponent(location.pathname + location.search)}`);
  }
  return new Promise(() => undefined);
}

async function needsRole(response: Response) {
  const answer = (await response.clone().json().catch(() => null)) as { errors?: { code?: string; extensions?: { code?: string } }[] } | null;
  const code = answer?.errors?.[0]?.extensions?.code;
  return code === 'SP-ACCESS-003' || code === 'SP-ACCESS-004';
}
