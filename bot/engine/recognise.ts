import { decodeCallback } from '../../knowledge/callbacks.ts';
import type { Callback } from '../../knowledge/callbacks.ts';
import { asksForPerson } from '../../knowledge/tickets/asks-person.ts';
import { parseEligibility } from '../../knowledge/eligibility/parse.ts';
import type { EligibilityGiven } from '../../knowledge/eligibility/types.ts';
import type { InboundMessage } from '../model.ts';
import { cleanText } from './clean-text.ts';
import { codeIn, codeInSentence, looksLikeCode } from './code.ts';
import { asksOwnEligibility, namesFirm, tellsOwnExports, usccIn } from './firm-questions.ts';
import { mailWords } from './mail-words.ts';
import { asksStatus } from './own-standing.ts';
import { asksWhoSees } from './wish-words.ts';

const publicCommands = [
  ...(['start', 'help', 'status', 'steps', 'eligible', 'ask', 'link'] as const),
  /** What a contact wants for itself. */
  ...(['me', 'stop', 'resume', 'language', 'decline'] as const),
  /** A person instead of the bot. */
  ...(['person', 'close', 'reopen'] as const),
  /** What the bot does in a group; in private the same as `me`. */
  'settings',
  /** Who can see the firm, and what is kept of the person. */
  ...(['contacts', 'leave', 'mydata', 'erase'] as const),
  /** The own mail address. */
  'mail',
] as const;
export const staffCommands = [
  'pending',
  'mine',
  'firm',
  'approve',
  'return',
  'terminate',
  'correct',
  'invite',
  'remind',
  'announce',
  'questions',
  'answer',
  'dismiss',
  'revoke',
  'tickets',
  'ticket',
  'reply',
] as const;
export type PublicCommand = (typeof publicCommands)[number];
export type StaffCommand = (typeof staffCommands)[number];

/** What a message wants, before it is known who asks and where. */
export type Intent =
  | { kind: 'callback'; callback: Callback }
  | { kind: 'staleButton' }
  | { kind: 'command'; name: PublicCommand; args: string }
  | { kind: 'staffCommand'; name: StaffCommand; args: string }
  | { kind: 'unknownCommand'; name: string }
  | { kind: 'code'; code: string }
  | { kind: 'status' }
  /** A firm is named or numbered. */
  | { kind: 'firm'; uscc: string | null }
  /** About the asker's own eligibility; what the sentence says of it. */
  | { kind: 'eligibility'; given: Partial<EligibilityGiven> }
  | { kind: 'question'; text: string }
  /** A person is wanted; what it is about, if that was said. */
  | { kind: 'person'; about: string }
  | { kind: 'empty' };

/** Words that do what a command does, for those who do not type slashes. */
const spoken: Record<string, PublicCommand> = {
  帮助: 'help',
  菜单: 'help',
  怎么用: 'help',
  功能: 'help',
  help: 'help',
  进度: 'status',
  状态: 'status',
  status: 'status',
  步骤: 'steps',
  报告进度: 'steps',
  下一步: 'steps',
  steps: 'steps',
  资格: 'eligible',
  开始: 'start',
  start: 'start',
  关联: 'link',
  关联企业: 'link',
  设置: 'me',
  我的设置: 'me',
  提醒设置: 'me',
  语言: 'language',
  language: 'language',
  联系人: 'contacts',
  谁能看到我们: 'contacts',
  取消关联: 'leave',
  解除关联: 'leave',
  我的信息: 'mydata',
  导出我的信息: 'mydata',
  删除我的信息: 'erase',
  删除我的数据: 'erase',
  'my data': 'mydata',
  'delete my data': 'erase',
};

/** What one must know to read a sentence rightly. */
export interface Reading {
  /** Names that are no firm's, such as the insurer's. */
  knownNames: readonly string[];
  /** What 去年 is counted from; not needed where no value is judged. */
  currentYear?: number;
}

/** Pure: the same message gives the same intent. */
export function recognise(message: InboundMessage, reading: Reading): Intent {
  if (message.callback !== null) {
    const callback = decodeCallback(message.callback.data);
    return callback === null ? { kind: 'staleButton' } : { kind: 'callback', callback };
  }
  if (message.command !== null) return ofCommand(message.command.name, cleanText(message.command.args));
  return ofText(cleanText(message.text), reading);
}

function ofCommand(given: string, args: string): Intent {
  const name = given.toLowerCase();
  const known = publicCommands.find((c) => c === name);
  if (known !== undefined) return { kind: 'command', name: known, args };
  const staff = staffCommands.find((c) => c === name);
  return staff === undefined ? { kind: 'unknownCommand', name } : { kind: 'staffCommand', name: staff, args };
}

export function ofText(text: string, { knownNames, currentYear }: Reading): Intent {
  if (text === '') return { kind: 'empty' };
  const command = spoken[text.replace(/[。.!！?？]$/u, '').toLowerCase()];
  if (command !== undefined) return { kind: 'command', name: command, args: '' };
  const person = asksForPerson(text);
  if (person !== null) return { kind: 'person', about: person.about };
  const mail = mailWords(text);
  if (mail !== null) return { kind: 'command', name: 'mail', args: mail };
  if (asksWhoSees(text)) return { kind: 'command', name: 'contacts', args: '' };
  if (looksLikeCode(text)) return { kind: 'code', code: codeIn(text) };
  const handedOver = codeInSentence(text);
  if (handedOver !== null) return { kind: 'code', code: handedOver };
  const uscc = usccIn(text);
  if (uscc !== null) return { kind: 'firm', uscc };
  // Whose standing is asked after is for the handler to find out where a firm is named.
  if (asksStatus(text))
    return namesFirm(text, knownNames) ? { kind: 'firm', uscc: null } : { kind: 'status' };
  const given = parseEligibility(text, currentYear);
  // Null is an amount that leaves open how much: still about the firm's exports.
  const tellsValue = given.exportValue !== undefined && tellsOwnExports(text);
  if (tellsValue || asksOwnEligibility(text)) return { kind: 'eligibility', given };
  if (namesFirm(text, knownNames)) return { kind: 'firm', uscc: null };
  return { kind: 'question', text };
}
