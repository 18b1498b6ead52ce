import type { Stores } from '../../activities/ports/store.ts';
import { announcementProblem, readAnnouncement } from '../../knowledge/campaigns/announcement.ts';
import type { AnnouncementWords } from '../../knowledge/campaigns/announcement.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { namesSomebody, namesToHide } from './misses/question-text.ts';
import { staffWords } from './misses/staff-words.ts';

export type ReadWords =
  { ok: true; words: AnnouncementWords } | { ok: false; problem: (texts: Texts) => string };

/** What staff typed, ready to be announced, or why it cannot be: for chat and command line alike. Everybody reads the same. */
export async function announcementFrom(
  typed: string,
  questions: Pick<Stores['questions'], 'knownNames'>,
  pack: PolicyPack,
): Promise<ReadWords> {
  const words = readAnnouncement(staffWords(typed));
  const problem = announcementProblem(words);
  if (problem !== null) return { ok: false, problem: (t) => t.campaigns.textProblem(problem) };
  const names = await namesToHide(questions, pack);
  if (Object.values(words).some((text) => namesSomebody(text, names)))
    return { ok: false, problem: (t) => t.campaigns.namesSomebody };
  return { ok: true, words };
}
