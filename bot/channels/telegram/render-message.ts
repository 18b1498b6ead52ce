import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from 'node-telegram-bot-api/types';
import type { Button, OutboundMessage } from '../../../knowledge/message.ts';
import { splitText } from '../split-text.ts';

/** Telegram's limit for one message, in UTF-16 units (its own count is never higher). */
export const longestText = 4_096;
const longestCallbackData = 64;

export interface RenderedPart {
  text: string;
  entities?: MessageEntity[];
  reply_markup?: InlineKeyboardMarkup;
}

/**
 * A message in Telegram's form: plain text with the citation in italics, split where it is too long, the buttons under
 * the last part. Entities instead of markup: nothing needs to be escaped.
 */
export function renderMessage(message: OutboundMessage): RenderedPart[] {
  const { rows, asText } = keyboard(message.buttons);
  const body = [...message.paragraphs, ...asText].filter((p) => p !== '').join('\n\n');
  const parts: RenderedPart[] = splitText(body === '' ? '…' : body, longestText).map((text) => ({ text }));
  if (message.citation !== null) addCitation(parts, message.citation);
  const last = parts.at(-1);
  if (last !== undefined && rows.length > 0) last.reply_markup = { inline_keyboard: rows };
  return parts;
}

function addCitation(parts: RenderedPart[], citation: string): void {
  const text = citation.slice(0, longestText);
  const last = parts.at(-1);
  if (last !== undefined && last.text.length + 2 + text.length <= longestText) {
    const offset = last.text.length + 2;
    last.text = `${last.text}\n\n${text}`;
    last.entities = [{ type: 'italic', offset, length: text.length }];
  } else {
    parts.push({ text, entities: [{ type: 'italic', offset: 0, length: text.length }] });
  }
}

function keyboard(buttons: Button[][]): { rows: InlineKeyboardButton[][]; asText: string[] } {
  const asText: string[] = [];
  const rows = buttons
    .map((row) =>
      row.flatMap((button): InlineKeyboardButton[] => {
        if (button.kind === 'callback') return [callbackButton(button)];
        if (acceptedUrl(button.url)) return [{ text: button.label, url: button.url }];
        asText.push(`${button.label}：${button.url}`);
        return [];
      }),
    )
    .filter((row) => row.length > 0);
  return { rows, asText };
}

function callbackButton(button: Extract<Button, { kind: 'callback' }>): InlineKeyboardButton {
  if (Buffer.byteLength(button.data, 'utf8') > longestCallbackData) {
    throw new Error(`callback data of "${button.label}" is longer than ${longestCallbackData} bytes`);
  }
  return { text: button.label, callback_data: button.data };
}

/** Telegram refuses the whole message for a button that leads to a host without a public name. */
function acceptedUrl(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'tg:') return true;
  return (
    (protocol === 'https:' || protocol === 'http:') &&
    hostname.includes('.') &&
    !/^127\.|^10\.|^192\.168\./.test(hostname)
  );
}
