import { computed, ref, shallowRef } from 'vue';
import labels from '@/gql/labels.json';

export type Language = 'zh' | 'en';
export type Key = keyof typeof import('@/messages/zh.json') | keyof typeof import('@/messages/forms.zh.json');
export type Values = Record<string, string | number>;

const key = 'language';
const words = shallowRef<Record<string, string>>({});
// Each language is a file of its own, so that nobody loads both; and who only looks does not load what is said to those who change something.
const files = {
  zh: { all: () => import('@/messages/zh.json'), forms: () => import('@/messages/forms.zh.json') },
  en: { all: () => import('@/messages/en.json'), forms: () => import('@/messages/forms.en.json') },
};
let hasForms = false;

export const language = ref<Language>('zh');

async function speak(next: Language) {
  const [all, forms] = await Promise.all([files[next].all(), hasForms ? files[next].forms() : null]);
  words.value = { ...all.default, ...forms?.default };
  language.value = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** A page with the sentences of forms, imports, reports and developers. */
export async function withForms<Page>(page: () => Promise<Page>): Promise<Page> {
  const [made, forms] = await Promise.all([page(), hasForms ? null : files[language.value].forms()]);
  if (forms) words.value = { ...words.value, ...forms.default };
  hasForms = true;
  return made;
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

const known = labels as Record<string, Record<string, string>>;

/** What a value of an enum is called: the contract's Chinese word, or the English one that the messages or the name have. */
export function label(type: string, value: string | null | undefined): string {
  if (value == null) return '—';
  const own = words.value[`enum.${type}.${value}`];
  if (own) return own;
  const chinese = known[type]?.[value];
  if (isChinese.value && chinese) return chinese;
  const name = value.replaceAll('_', ' ').toLowerCase();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The values of an enum that has words, in the contract's order. */
export const valuesOf = (type: string) => Object.keys(known[type] ?? {});

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
