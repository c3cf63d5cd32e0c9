import { post } from '@/lib/api';
import { isChinese, label, t } from '@/lib/language';
import { fill, type Part } from './form';

interface Labelled {
  label: string;
  englishLabel: string;
}

interface Kind {
  code: string;
  name: string;
  englishName: string;
  fields: (Labelled & { name: string; type: string; isRequired: boolean; choices: (Labelled & { code: string })[] })[];
}

let known: Promise<Kind[]> | undefined;

/** Kinds of evidence are data of rule sets: the form asks what each records. */
export function kinds(): Promise<Kind[]> {
  known ??= post<{ committees: { nodes: { evidenceKinds: Kind[] }[] } }>(
    '{ committees(first: 20) { nodes { evidenceKinds { code name englishName fields { name label englishLabel type isRequired choices { code label englishLabel } } } } } }',
  ).then(({ committees }) => [...new Map(committees.nodes.flatMap((one) => one.evidenceKinds).map((kind) => [kind.code, kind])).values()]);
  known.catch(() => (known = undefined));
  return known;
}

const said = (one: Labelled) => (isChinese.value ? one.label : one.englishLabel);

/** One line for each field of the kind that was chosen. */
export async function fillEvidence(parts: Part[]) {
  const list = parts.find((part) => part.field.type === 'EvidenceFieldInput');
  const kind = (await kinds()).find((one) => one.code === parts.find((part) => part.field.name === 'kind')?.value);
  if (!list || !kind) return;
  const yesNo = [{ value: 'true', name: t('app.yes') }, { value: 'false', name: t('app.no') }];
  const choices = (field: Kind['fields'][number]) => (field.type === 'BOOLEAN' ? yesNo : field.choices.map((one) => ({ value: one.code, name: said(one) })));
  fill(list, kind.fields.map((field) => ({ key: field.name, caption: { name: said(field), limit: label('EvidenceType', field.type), isRequired: field.isRequired, choices: choices(field), isDay: field.type === 'DATE' } })));
}
