import type { Locale } from '../../../knowledge/answering/types.ts';
import { escapeHtml } from '../../../knowledge/escape-html.ts';

/** A paragraph, or a link with its words. */
export interface Line {
  text: string;
  url?: string;
}

export function paragraphOf({ text, url }: Line): string {
  const words = escapeHtml(text).replace(/\r?\n/g, '<br>');
  return url === undefined ? `<p>${words}</p>` : `<p><a href="${escapeHtml(url)}">${words}</a></p>`;
}

/** `body` and `footer` are HTML already. */
export const page = (p: { locale: Locale; title: string; body: string; footer: string }): string =>
  `<!doctype html>
<html lang="${p.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(p.title)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.6;color:#1a1a1a;background:#fff;max-width:40em;margin:0 auto;padding:16px">
${p.body}${p.footer === '' ? '' : `\n<hr>\n<div style="font-size:14px;color:#4a4a4a">\n${p.footer}\n</div>`}
</body>
</html>
`;
