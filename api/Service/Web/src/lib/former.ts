/** The former name that has a text, where the present one has not. */
export function formerly(name: string, aliases: readonly { alias: string }[] | undefined, text: string): string | undefined {
  const words = text.toLowerCase();
  if (words === '' || name.toLowerCase().includes(words)) return undefined;
  return aliases?.find(({ alias }) => alias.toLowerCase().includes(words))?.alias;
}
