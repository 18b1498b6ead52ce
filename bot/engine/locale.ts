import { languageOf } from '../../knowledge/answering/text/language.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { decodeCallback } from '../../knowledge/callbacks.ts';
import type { InboundMessage } from '../model.ts';
import { cleanText } from './clean-text.ts';

/** The language of the text where it shows, else the sender's. */
export const localeOf = (text: string, senders: Locale): Locale => languageOf(text) ?? senders;

/**
 * The language to answer in: of a tapped button that of the message it is under, else that of what was said, else `chosen`
 * (what the person chose, where that is known) or the client's.
 */
export function localeFor(
  { callback, command, text, sender }: InboundMessage,
  chosen: Locale = sender.locale,
): Locale {
  const tapped = callback === null ? null : decodeCallback(callback.data);
  if (tapped?.verb === 'topic' && tapped.locale !== undefined) return tapped.locale;
  // A code, a number or a reason after a command says nothing of the language that somebody speaks.
  return localeOf(cleanText(command?.name === 'ask' ? command.args : text), chosen);
}
