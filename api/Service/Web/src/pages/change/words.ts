import { isChinese } from '@/lib/language';
import fields from './fields.json';
import type { Mutation } from './introspection';

const chinese = fields as Record<string, string>;

/** A description of the contract: `术语：说明。 Sentence.`; the explanation in Chinese may be left out. */
const written = /^([^\s：\u0020-\u007e]+(?:（[^）]*）)?)(?:：(.*?。))?(?=\s|$)\s*(.*)$/s;

const partsOf = (description: string) => {
  const [, term = '', zh = '', en = ''] = written.exec(description) ?? ['', '', '', description];
  return { term, zh, en };
};

/** `adminLevel` → `Admin level`. */
const spaced = (name: string) => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a field is called: the Chinese term that its description begins with; fields that are only shown may have the page's own word. */
export const fieldName = (name: string, description: string) => (isChinese.value ? partsOf(description).term || (chinese[name] ?? name) : spaced(name));

/** What the contract says of it beside its name, in the reader's language. */
export function explanation(description: string): string {
  const { zh, en } = partsOf(description);
  return (isChinese.value ? zh : en).replaceAll('`', '');
}

export const mutationName = ({ name, description }: Mutation) => (isChinese.value ? partsOf(description).term || name : spaced(name));

export const valueName = (name: string, description: string) => (isChinese.value && partsOf(description).term ? description.split(/[:：]| [A-Za-z]/)[0]!.replace(/\.$/, '') : (name.charAt(0) + name.slice(1).toLowerCase()).replaceAll('_', ' '));
