import type { AskContext } from '../../../knowledge/answering/types.ts';

/** What the turn before was about, as the bot understood it. */
export const matterOf = (before: AskContext | undefined): string | null =>
  before === undefined ? null : (before.topic ?? before.subject);
