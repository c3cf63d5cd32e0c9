import { readonly, ref } from 'vue';

/** Seconds before each further try, the last one for all that follow: a service that comes back is not met by every page at once. */
const waits = [2, 4, 8, 15, 30, 60];

/** What found no answer, each as a way to ask again. */
const waiting = new Set<() => void>();
const left = ref(0);
const away = ref(false);
let tries = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Seconds until the next try; 0 while it is made, and while nothing waits. */
export const secondsLeft = readonly(left);

/** Something that is shown, or is to be shown, found no answer. */
export const isAway = readonly(away);

/** It found no answer: it is asked again by itself, later each time. */
export function waitFor(again: () => void) {
  waiting.add(again);
  away.value = true;
  if (timer !== undefined) return;
  left.value = waits[Math.min(tries, waits.length - 1)]!;
  timer = setInterval(() => (left.value > 1 ? left.value-- : tryNow()), 1000);
}

/** One asks first, for all. */
export function tryNow() {
  stop();
  tries++;
  waiting.values().next().value?.();
}

/** It has its answer, so the others ask, too. */
export function came(again: () => void) {
  if (!waiting.delete(again)) return;
  stop();
  tries = 0;
  const others = [...waiting];
  waiting.clear();
  away.value = false;
  for (const one of others) one();
}

/** Nobody looks at it any more. */
export function forget(again: () => void) {
  if (!waiting.delete(again)) return;
  away.value = waiting.size > 0;
  if (!away.value) stop();
  // Who was asking for all has left.
  else if (timer === undefined) tryNow();
}

function stop() {
  clearInterval(timer);
  timer = undefined;
  left.value = 0;
}

addEventListener('online', () => waiting.size > 0 && tryNow());
document.addEventListener('visibilitychange', () => !document.hidden && waiting.size > 0 && tryNow());
