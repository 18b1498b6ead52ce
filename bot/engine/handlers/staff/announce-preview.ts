import { planOf } from '../../../../knowledge/campaigns/make-plan.ts';
import type { HandleResult } from '../../../model.ts';
import { announcementFrom } from '../../announcement-words.ts';
import { say } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { parseRemind } from './parse-remind.ts';
import { howToAsk, offerCampaign } from './remind-preview.ts';

/** /announce: whom in the first line, the words below it. Nothing is sent before the requester confirms. */
export async function offerAnnouncement(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, message } = context;
  // As it was typed: cleaned text is one line.
  const [whom = '', ...lines] = (message.command?.args ?? args).trim().split(/\r?\n/);
  const parsed = parseRemind(whom, ports.pack);
  if (!parsed.ok && whom !== '') return say(howToAsk(context, parsed));
  const typed = lines.join('\n').trim();
  if (!parsed.ok || typed === '') return say(texts.campaigns.usage.announce);
  const read = await announcementFrom(typed, ports.stores.questions, ports.pack);
  if (!read.ok) return say(read.problem(texts));
  const plan = planOf({ kind: 'announcement', text: read.words }, parsed, ports.settings.mode);
  return offerCampaign(context, plan);
}
