import { computed, shallowRef, watch } from 'vue';
import { WhoDocument, type WhoQuery } from '@/gql/graphql';
import { useAsk } from '@/lib/api';

type Who = WhoQuery['whoAmI'];

const found = shallowRef<Who>();
let isFound: () => void = () => undefined;
const finding = new Promise<void>((resolve) => (isFound = resolve));

export const who = computed(() => found.value);

/** Whether anybody has to: where nobody signs in, nobody has a role either. */
export const isSignedIn = computed(() => (found.value?.roles.length ?? 0) > 0);

/** Until it is known what the role may do, everything is shown: the service refuses what it may not. */
export const can = (right: Who['can'][number]) => found.value?.can.includes(right) ?? true;

export async function whoAsks(): Promise<Who> {
  await finding;
  return found.value!;
}

/** Once for all pages. */
export function askWho() {
  const { data } = useAsk(WhoDocument, {});
  watch(data, (next) => {
    if (!next) return;
    found.value = next.whoAmI;
    isFound();
  }, { immediate: true });
}
