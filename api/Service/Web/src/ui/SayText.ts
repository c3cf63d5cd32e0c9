import { defineComponent, h } from 'vue';
import { t, type Key, type Values } from '@/lib/language';

/** A sentence of the messages whose places may be links or marked numbers: each has a slot of its name. */
export default defineComponent({
  props: { of: { type: String as () => Key, required: true }, values: { type: Object as () => Values, default: () => ({}) } },
  setup: (props, { slots }) => () =>
    h(
      'span',
      t(props.of)
        .split(/(\{\w+\})/)
        .map((part) => {
          const name = /^\{(\w+)\}$/.exec(part)?.[1];
          return name === undefined ? part : (slots[name]?.() ?? String(props.values[name] ?? ''));
        }),
    ),
});
