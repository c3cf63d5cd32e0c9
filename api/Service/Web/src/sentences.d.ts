/** Parts of `messages/*.json`, which `vite.config.ts` makes. */
declare module 'sentences:*' {
  const sentences: Record<string, string>;
  export default sentences;
}
