import { readFile } from 'node:fs/promises';
import type { Stores } from '../../activities/ports/store.ts';
import { announcementFrom } from '../../bot/engine/announcement-words.ts';
import type { AnnouncementWords } from '../../knowledge/campaigns/announcement.ts';
import type { CampaignPlan } from '../../knowledge/campaigns/campaign.ts';
import { planOf } from '../../knowledge/campaigns/make-plan.ts';
import { readInto } from '../../knowledge/campaigns/read-request.ts';
import type { CampaignRequest } from '../../knowledge/campaigns/read-request.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { firmFromArgument } from '../firm-argument.ts';
import { wordsGiven } from './options.ts';
import type { CampaignWords } from './options.ts';

/** A campaign as it is about to be previewed, with what that takes. */
export interface Planned {
  stores: Stores;
  pack: PolicyPack;
  plan: CampaignPlan;
}

/** Reads what a campaign is to do from the command line. Throws UserError. */
export async function planFromLine(
  context: CliContext,
  uscc: string | undefined,
  words: CampaignWords,
): Promise<Planned> {
  const pack = await context.loadPack();
  const request = requestFrom(words, pack);
  const isNarrowed = Object.keys(request.filter).length > 0;
  if (uscc === undefined && !isNarrowed && words.all !== true)
    throw userError((t) => t.campaigns.cli.targetMissing);
  if (uscc !== undefined && (isNarrowed || words.all === true))
    throw userError((t) => t.campaigns.cli.targetTwice);
  const stores = await context.openStores();
  if (uscc !== undefined) {
    const { firm, enrollment } = await firmFromArgument(stores, pack.id, uscc);
    if (enrollment === null) throw userError((t) => t.commands.firmNotTracked({ name: firm.name }));
    request.filter = { uscc: firm.uscc };
  }
  const text = await textFrom(words, stores, pack);
  const wanted =
    text === null ? { kind: 'reminder' as const, text } : { kind: 'announcement' as const, text };
  return { stores, pack, plan: planOf(wanted, request, context.settings.mode) };
}

/** The words of an announcement; null for reminders. Throws UserError for words that cannot be announced. */
async function textFrom(
  { text, textFile: file }: CampaignWords,
  stores: Stores,
  pack: PolicyPack,
): Promise<AnnouncementWords | null> {
  if (text === undefined && file === undefined) return null;
  if (text !== undefined && file !== undefined) throw userError((t) => t.campaigns.cli.textTwice);
  const typed =
    file === undefined
      ? (text ?? '')
      : await readFile(file, 'utf8').catch((error: unknown) => {
          throw userError((t) => t.campaigns.cli.textUnreadable({ file }), error);
        });
  const read = await announcementFrom(typed, stores.questions, pack);
  if (!read.ok) throw userError(read.problem);
  return read.words;
}

function requestFrom(words: CampaignWords, pack: PolicyPack): CampaignRequest {
  const request: CampaignRequest = { filter: {}, options: {} };
  for (const { name, field, value, allowed } of wordsGiven(words, pack))
    if (!readInto(request, field, value, pack))
      throw userError((t) => t.commands.usage.badValue({ name, value, allowed }));
  return request;
}
