import { checkPack } from './check.ts';
import type { PackIssue } from './issues.ts';

/**
 * What keeps a revision from being served: whatever `checkPack` finds, and what would make another pack of it. `shipped` is
 * the pack as the program's files have it; null where they have it no more.
 */
export function checkRevision(packId: string, raw: unknown, shipped: unknown): PackIssue[] {
  const given = fieldsOf(raw);
  const issues: PackIssue[] = [];
  if (given['id'] !== packId) issues.push({ code: 'otherPack', path: 'id', id: String(given['id']) });
  if ('verified' in given && given['verified'] !== true)
    issues.push({ code: 'notVerified', path: 'verified' });
  // An invented pack is not made a real one by an edit, nor the other way round.
  if (shipped !== null && isFictional(given) !== isFictional(fieldsOf(shipped))) {
    issues.push({ code: 'fictionalChanged', path: 'fictional' });
  }
  return [...issues, ...checkPack(raw)];
}

const fieldsOf = (raw: unknown): Record<string, unknown> =>
  typeof raw === 'object' && raw !== null ? { ...raw } : {};

const isFictional = (fields: Record<string, unknown>): boolean => fields['fictional'] === true;
