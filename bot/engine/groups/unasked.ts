import type { GroupSettings } from '../../../activities/ports/groups.ts';
import { isVerySure, looksLikeQuestion } from '../../../knowledge/answering/very-sure.ts';
import type { InboundMessage } from '../../model.ts';
import { cleanText } from '../clean-text.ts';
import { localeFor } from '../locale.ts';
import { knownNames } from '../known-names.ts';
import type { GroupPorts } from '../ports.ts';
import { recognise } from '../recognise.ts';
import { packContext } from './pack-context.ts';

/** Longer texts are stories or notices, not questions. */
const longestAsked = 120;

/**
 * Whether to answer what somebody asked the group and not the bot: a question on the policy that is very sure, and
 * nothing else. Reads the message and keeps nothing of it.
 */
export function answersUnasked(
  { answerer, pack }: Pick<GroupPorts, 'answerer' | 'pack'>,
  settings: GroupSettings,
  message: InboundMessage,
): boolean {
  if (settings.answers !== 'alsoUnasked' || message.callback !== null || message.command !== null)
    return false;
  // What is said of another message, or of a picture, cannot be judged by its words alone.
  if (message.quoted !== undefined || message.attachments !== undefined) return false;
  const text = cleanText(message.text);
  if (text.length > longestAsked || !looksLikeQuestion(text)) return false;
  if (recognise(message, { knownNames: knownNames(pack) }).kind !== 'question') return false;
  return isVerySure(answerer.ask(text, localeFor(message), packContext(settings.packId, undefined)));
}
