/** Parts of `messages/*.json` and `gql/labels.*.json`, which `vite.config.ts` makes. */
declare module 'sentences:*' {
  const part: { words: Record<string, string>; labels: Record<string, Record<string, string>> };
  export default part;
}
