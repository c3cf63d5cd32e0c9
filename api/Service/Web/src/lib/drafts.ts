import { whoAsks } from '@/lib/who';

const prefix = 'draft:';

/** Keeps what was filled in while its author signs in again: in this window alone, and for the same account alone. */
export async function takeDraft<Value>(page: string): Promise<Value | null> {
  try {
    const text = sessionStorage.getItem(prefix + page);
    if (text === null) return null;
    sessionStorage.removeItem(prefix + page);
    const { actor, value } = JSON.parse(text) as { actor: string; value: Value };
    return (await whoAsks()).actor === actor ? value : null;
  } catch {
    return null;
  }
}

// Storage can be forbidden by the browser's settings.
export function keepDraft(page: string, actor: string | undefined, value: unknown) {
  try {
    sessionStorage.setItem(prefix + page, JSON.stringify({ actor, value }));
  } catch {
    return;
  }
}
