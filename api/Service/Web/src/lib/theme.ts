import { ref, watchEffect } from 'vue';
import { remember, remembered } from '@/lib/language';

export type Theme = 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');
const stored = remembered('theme');
const chosen = ref<Theme | null>(stored === 'light' || stored === 'dark' ? stored : null);

export const theme = ref<Theme>('light');

/** What a page wants whatever was chosen: the board hangs on a wall. */
export const forced = ref<Theme | null>(null);

// Paper is white.
const isPrinted = ref(false);
addEventListener('beforeprint', () => (isPrinted.value = true));
addEventListener('afterprint', () => (isPrinted.value = false));

const follow = () => (theme.value = isPrinted.value ? 'light' : (forced.value ?? chosen.value ?? (dark.matches ? 'dark' : 'light')));
dark.addEventListener('change', follow);
watchEffect(follow);
watchEffect(() => (document.documentElement.dataset.theme = theme.value));

export function toggleTheme() {
  const next = theme.value === 'light' ? 'dark' : 'light';
  // What the system says anyway is followed when the system changes.
  chosen.value = next === (dark.matches ? 'dark' : 'light') ? null : next;
  remember('theme', chosen.value);
}

/** A colour of the present theme, for charts, which take no variables. */
export const color = (name: string) => (void theme.value, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
