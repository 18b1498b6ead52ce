import type { Callback } from '../../knowledge/callbacks.ts';
import { ownWords } from './own-words.ts';
import type { OwnWords } from './own-words.ts';
import type { Intent, PublicCommand, StaffCommand } from './recognise.ts';

const commands: readonly PublicCommand[] = ['start', 'link', 'stop', 'resume', 'decline'];
const staffCommands: readonly StaffCommand[] = ['approve', 'return', 'terminate', 'correct'];
const words: readonly OwnWords['kind'][] = ['done', 'correction', 'stop', 'resume', 'decline', 'takePart'];
const buttons: readonly Callback['verb'][] = [
  ...([
    'report',
    'corrections',
    'correct',
    'snooze',
    'stop',
    'resume',
    'decline',
    'leave',
    'unlink',
  ] as const),
  ...(['official', 'correction', 'campaign', 'nextReminder'] as const),
];

/**
 * Whether what is wanted depends on, or changes, what an earlier wish of the same person changes: then it comes after that one.
 * A question never waits, and neither does the wish to be erased. Pure.
 */
export function takesTurn(intent: Intent): boolean {
  switch (intent.kind) {
    case 'callback':
      return buttons.includes(intent.callback.verb);
    case 'command':
      return commands.includes(intent.name) && !(intent.name === 'start' && intent.args === '');
    case 'staffCommand':
      return staffCommands.includes(intent.name);
    case 'code':
      return true;
    case 'question': {
      const said = ownWords(intent.text);
      return said !== null && words.includes(said.kind);
    }
    default:
      return false;
  }
}
