import { computed, ref, shallowRef } from 'vue';

export type Language = 'zh' | 'en';
export type Key = keyof typeof import('@/messages/zh.json');
export type Values = Record<string, string | number>;

const key = 'language';
const words = shallowRef<Record<string, string>>({});
/** By enum and value, as the contract calls them. */
const labels = shallowRef<Record<string, Record<string, string>>>({});
// Each language is files of its own, so that nobody loads both; what the first page does not say is one more.
const files = {
  zh: { first: () => import('sentences:zh/first'), rest: () => import('sentences:zh/rest') },
  en: { first: () => import('sentences:en/first'), rest: () => import('sentences:en/rest') },
};
let isWhole = false;

export const language = ref<Language>('zh');

async function speak(next: Language) {
  const [first, rest] = await Promise.all([files[next].first(), isWhole ? files[next].rest() : null]);
  words.value = { ...first.default.words, ...rest?.default.words };
  labels.value = { ...first.default.labels, ...rest?.default.labels };
  language.value = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** Before any page but the first. */
export async function speakOfAll() {
  if (isWhole) return;
  isWhole = true;
  const before = language.value;
  try {
    const rest = (await files[before].rest()).default;
    if (language.value !== before) return;
    words.value = { ...words.value, ...rest.words };
    labels.value = { ...labels.value, ...rest.labels };
  } catch (error) {
    isWhole = false;
    throw error;
  }
}

export function chooseLanguage(next: Language) {
  remember(key, next);
  return speak(next);
}

/** Chinese first, unless somebody chose English, or the browser speaks it and no Chinese. */
export function startLanguage() {
  const asked = new URLSearchParams(location.search).get('lang') ?? remembered(key);
  const own = navigator.languages.some((name) => name.startsWith('zh')) ? 'zh' : navigator.language.startsWith('en') ? 'en' : 'zh';
  return speak(asked === 'zh' || asked === 'en' ? asked : own);
}

/** The sentence of a key, with its places filled in. */
export function t(name: Key, values: Values = {}): string {
  return (words.value[name] ?? name).replace(/\{(\w+)\}/g, (place, one: string) => String(values[one] ?? place));
}

export const isChinese = computed(() => language.value === 'zh');

/** What a value of an enum is called: the contract's word, or, where it has none, the page's own or the value as it is written. */
export function label(type: string, value: string | null | undefined): string {
  if (value == null) return '—';
  const own = labels.value[type]?.[value] ?? words.value[`enum.${type}.${value}`];
  if (own) return own;
  const name = value.replaceAll('_', ' ').toLowerCase();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The values of an enum that has words, in the contract's order. */
export const valuesOf = (type: string) => Object.keys(labels.value[type] ?? {});

// Storage can be forbidden by the browser's settings; the page then starts as the browser speaks each time.
export function remember(name: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    return;
  }
}

export function remembered(name: string) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
