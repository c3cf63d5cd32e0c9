import { isChinese } from '@/lib/language';
import fields from './fields.json';
import names from './names.json';

const chinese = fields as Record<string, string>;
const hasChinese = /^[\u3400-\u9fff]/;

/** `adminLevel` → `Admin level`. */
const spaced = (name: string) => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a field is called: the Chinese term that its description begins with, else the page's own word. */
export function fieldName(name: string, description: string): string {
  if (!isChinese.value) return spaced(name);
  const term = hasChinese.test(description) ? description.split(/[\s:：,，(（]/)[0]! : undefined;
  // 组织关系 alone does not say whether a branch or a unit is meant.
  if (term && !chinese[name]?.startsWith(term)) return term;
  return chinese[name] ?? name;
}

/** What stands behind the term: an explanation in English, which only an English page shows. */
export const explanation = (description: string) => (isChinese.value ? '' : description.replace(/^[^\x20-\x7e]+ ?/u, ''));

const verbs = names as Record<string, string>;

/** The contract's terms name things, such as 活动 for both planning and recording one; a list of forms needs verbs. */
export const mutationName = (name: string, description: string) => (isChinese.value ? (verbs[name] ?? (hasChinese.test(description) ? description.split(' ')[0]! : name)) : spaced(name));

export const valueName = (name: string, description: string) => (isChinese.value && hasChinese.test(description) ? description.split(/[:：]| [A-Za-z]/)[0]!.replace(/\.$/, '') : (name.charAt(0) + name.slice(1).toLowerCase()).replaceAll('_', ' '));
