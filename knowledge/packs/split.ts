/** A pack as its two files, laid out as those that the program ships. */
export function splitPack(content: unknown): { name: 'pack.json' | 'faq.json'; text: string }[] {
  const { faq, ...pack } = { faq: [] as unknown, ...(content as object) };
  const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return [
    { name: 'pack.json', text: written(pack) },
    { name: 'faq.json', text: written(faq) },
  ];
}
