import { topicReply } from '../../knowledge/answering/reply.ts';
import { topicsOf } from '../../knowledge/packs/fact-list.ts';
import { formatCitation } from '../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

const mostShown = 8;

/** The answers that edits touch, as the bot would give them, in both languages. Null has not the form of a pack yet. */
export function previewOf(
  pack: PolicyPack | null,
  { groups, faq }: { groups: Record<string, unknown>; faq: readonly unknown[] },
) {
  if (pack === null) return [];
  const edited = faq.map((entry) => (entry as { topic?: unknown } | null)?.topic);
  const touched = [
    ...pack.faq.filter(({ topic }) => edited.includes(topic)).map(({ topic }) => topic),
    ...Object.keys(groups).flatMap((group) => topicsOf(pack, group)),
  ];
  return [...new Set(touched)].slice(0, mostShown).map((topic) => {
    const said = (locale: 'zh-CN' | 'en') => {
      const { text, citations } = topicReply(pack, topic, locale);
      return { text, citations: citations.map((one) => formatCitation(one, locale)) };
    };
    return { topic, zh: said('zh-CN'), en: said('en') };
  });
}
