import { readFileSync } from 'node:fs';
import { escapeHtml } from '../knowledge/escape-html.ts';

export const readAsset = (name: string): Buffer => readFileSync(new URL(`public/${name}`, import.meta.url));

/** JSON inside a script element: `<` is the only character that could end it. */
export const jsonForHtml = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** `{{name}}` becomes the text of that name, escaped; those of `asIs` are put in as they are. Throws for an unknown name. */
export function fillTemplate(
  template: string,
  texts: Record<string, string>,
  asIs: Record<string, string> = {},
): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_all, key: string) => {
    const [plain, text] = [asIs[key], texts[key]];
    if (plain !== undefined) return plain;
    if (text === undefined) throw new Error(`a page names an unknown text: ${key}`);
    return escapeHtml(text);
  });
}
