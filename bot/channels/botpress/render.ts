import type { OutboundMessage } from '../../../knowledge/message.ts';
import { splitText } from '../split-text.ts';
import { longestText } from './capabilities.ts';

export interface OfferedButton {
  label: string;
  data: string;
}

export type RenderedPart =
  | { type: 'text'; payload: { text: string } }
  | { type: 'choice'; payload: { text: string; options: { label: string; value: string }[] } };

/**
 * A message in Botpress's form: texts, the last one with the buttons under it. Links stand in the text, where every
 * integration shows them. A tap comes back as the text of the label, so each label is made to differ from the others.
 */
export function renderMessage(message: OutboundMessage): { parts: RenderedPart[]; offered: OfferedButton[] } {
  const buttons = message.buttons.flat();
  const links = buttons.flatMap((button) =>
    button.kind === 'link' ? [`${button.label}：${button.url}`] : [],
  );
  const paragraphs = [...message.paragraphs, ...links, message.citation ?? ''].filter((text) => text !== '');
  const texts = splitText(paragraphs.length === 0 ? '…' : paragraphs.join('\n\n'), longestText);
  const offered = withOwnLabels(
    buttons.flatMap((button) =>
      button.kind === 'callback' ? [{ label: button.label, data: button.data }] : [],
    ),
  );
  const options = offered.map(({ label }) => ({ label, value: label }));
  const parts = texts.map((text, index): RenderedPart =>
    index === texts.length - 1 && options.length > 0
      ? { type: 'choice', payload: { text, options } }
      : { type: 'text', payload: { text } },
  );
  return { parts, offered };
}

function withOwnLabels(buttons: OfferedButton[]): OfferedButton[] {
  const seen = new Map<string, number>();
  return buttons.map(({ label, data }) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return { label: count === 1 ? label : `${label} (${count})`, data };
  });
}
