import { reactive } from 'vue';
import { kinds } from '@/pages/change/evidence';
import { isChinese } from '@/lib/language';

const known = reactive<{ code: string; name: string; englishName: string }[]>([]);

/** Kinds of evidence are data of rule sets: they are asked for once, and stand there when they have come. */
export function evidenceKinds() {
  if (known.length === 0) void kinds().then((all) => known.length === 0 && known.push(...all));
  return known.map((one) => ({ value: one.code, text: isChinese.value ? one.name : one.englishName }));
}
