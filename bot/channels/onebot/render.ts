import type { Choice } from '../../../activities/ports/given-choices.ts';
import { languageOf } from '../../../knowledge/answering/text/language.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import { splitText } from '../split-text.ts';
import { longestText } from './capabilities.ts';

/** A message as texts; links stand in them, and buttons as a list of what may be typed. */
export function renderMessage(
  message: OutboundMessage,
  place: 'private' | 'group',
): { texts: string[]; offered: Choice[] } {
  const buttons = message.buttons.flat();
  const links = buttons.flatMap((button) =>
    button.kind === 'link' ? [`${button.label}：${button.url}`] : [],
  );
  const offered = buttons
    .filter((button) => button.kind === 'callback')
    .map(({ label, data }, index) => ({ letter: letterOf(index), label, data }));
  const body = [...message.paragraphs, ...links, message.citation ?? ''].filter((text) => text !== '');
  const whole = [...body, ...listOf(offered, body.join('\n'), place)].join('\n\n');
  return { texts: splitText(whole === '' ? '…' : whole, longestText), offered };
}

const letterOf = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : '');

/** Letters and not numbers: some questions are answered by a number. */
function listOf(offered: Choice[], said: string, place: 'private' | 'group'): string[] {
  if (offered.length === 0) return [];
  const { typeOne } = textsFor(languageOf(said) ?? 'zh-CN').onebot;
  const lines = offered.map(({ letter, label }) => (letter === '' ? `· ${label}` : `${letter}. ${label}`));
  return [[typeOne[place], ...lines].join('\n')];
}
