import { post } from '@/lib/api';
import { label } from '@/lib/language';
import { fill, type Part } from './form';

interface Entry {
  round: { scheme: { items: { section: string; itemCode: string; text: string; maximum: number }[] } };
}

const query =
  'query Items($id: ID!) { node(id: $id) { __typename ... on AssessmentEntry { round { ...Scheme } } ... on Assessment { entry { round { ...Scheme } } } } } fragment Scheme on AssessmentRound { scheme { items { section itemCode text maximum } } }';

/** Nobody knows the codes of items: the lists of scores get one line for each item of the entry's scheme. */
export async function fillScores(parts: Part[], mutation: string) {
  const lists = parts.filter((part) => part.field.type === 'ItemScoreInput');
  const about = parts.find((part) => part.field.name === 'entry' || part.field.name === 'assessment');
  if (lists.length === 0 || !about || about.value === '') return;
  const { node } = await post<{ node: (Entry & { entry?: Entry }) | null }>(query, { id: about.value });
  const items = (node?.entry ?? node)?.round?.scheme.items ?? [];
  // 述职测评 is scored by those who vote, not by the branch itself.
  const own = items.filter((item) => mutation !== 'submitSelfAssessment' || item.section !== 'DEBRIEF');
  for (const list of lists) fill(list, own.map((item) => ({ key: item.itemCode, caption: { name: `${label('AssessmentSection', item.section)} · ${item.text}`, limit: String(item.maximum), isRequired: false, choices: [], isDay: false } })));
}
