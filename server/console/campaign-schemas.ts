import { z } from 'zod';
import { mostChosen } from '../../knowledge/campaigns/filter.ts';
import { steeringActions } from '../../knowledge/campaigns/steering.ts';
import { officialStatuses, reportedSteps } from '../../knowledge/enrollment/state.ts';
import { outcomeGroups } from '../../knowledge/notifications/campaign-tally.ts';

/** Campaigns as the console's interface shows them. What is shown to people comes as words in both languages. */

const text = (max: number) => z.string().max(max);
const count = z.int().min(0);
const instant = z.string().nullable().meta({ description: 'ISO 8601, UTC.' });
const words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'CampaignWords' });
const days = z.int().min(0).max(999).nullable();
const kind = z.enum(['reminder', 'announcement']);

export const previewBody = z
  .object({
    kind,
    text: z.object({ zh: text(5_000), en: text(5_000) }).nullable(),
    ...{ city: text(50).nullable(), officialStatus: z.enum(officialStatuses).nullable() },
    reportedStep: z.enum([...reportedSteps, 'none']).nullable(),
    ...{ officerId: text(100).nullable(), unchangedDays: days, reachable: z.boolean().nullable() },
    search: text(100).meta({
      description: 'As in the list of firms; who is found now is meant, and what was looked for is not kept.',
    }),
    usccs: z.array(text(40)).max(mostChosen).nullable().meta({ description: 'These alone; null: any.' }),
    ...{ silentForDays: days, invitedForDays: days, notRemindedForDays: days, neverReached: z.boolean() },
    startAt: text(20).nullable().meta({ description: '`YYYY-MM-DDTHH:mm` in Shanghai; null: at once.' }),
    notWithinWorkingDays: z.int().min(0).max(60),
    perMinute: z.int().min(1).max(9_999).nullable(),
    outsideHours: z.enum(['wait', 'skip']).nullable().meta({ description: 'Null: as is usual here.' }),
  })
  .meta({ id: 'CampaignWish' });

const bubble = z
  .object({
    heading: words,
    paragraphs: z.array(z.string()),
    buttons: z.array(z.array(z.string())).meta({ description: 'Rows of labels.' }),
    citation: z.string().nullable(),
  })
  .meta({ id: 'CampaignSample' });
const preview = z
  .object({
    id: z.string(),
    audience: z.string().meta({ description: 'Whom a confirmation of this is for.' }),
    lines: z.array(words).meta({ description: 'What it is for, read back.' }),
    ...{ kind, total: count, toWrite: count, recipients: count, scheduled: z.boolean() },
    chosen: count.nullable().meta({
      description: 'Firms that were selected or found; others than `total` are not followed or fit no more.',
    }),
    exclusions: z.array(z.object({ reason: words, count })),
    samples: z.array(bubble),
    beginning: z.array(words).meta({ description: 'When, where that is not at once.' }),
  })
  .meta({ id: 'CampaignPreview' });
export const previewAnswer = preview;

export const startBody = z.object({ id: text(100), audience: text(100) }).meta({ id: 'CampaignStart' });
export const startAnswer = z
  .object({
    changed: preview.nullable().meta({
      description: 'Others would be written to than were shown: nothing was started. Null: started.',
    }),
  })
  .meta({ id: 'CampaignStarted' });

const line = {
  ...{ id: z.string(), kind, kindWords: words, state: z.string(), stateWords: words, scope: words },
  requestedBy: z.string().nullable().meta({ description: 'Null: from the command line.' }),
  ...{ createdAt: instant, startAt: instant, startedAt: instant, endedAt: instant, ended: z.boolean() },
  ...{ total: count, done: count, sent: count },
  may: z.array(z.enum(steeringActions)).meta({ description: 'What the account may do with it now.' }),
};
const campaignLine = z.object(line).meta({ id: 'CampaignLine' });
export const campaignList = z.object({ campaigns: z.array(campaignLine) }).meta({ id: 'CampaignList' });

export const campaignBody = z.object({ id: text(100) }).meta({ id: 'CampaignChoice' });
export const campaignDetail = z
  .object({
    ...line,
    lines: z.array(words),
    text: z.array(z.string()).meta({ description: 'The words of an announcement, by language.' }),
    progress: words,
    tally: z.array(z.object({ outcome: z.enum(outcomeGroups), words, count })),
    skips: z.array(z.object({ reason: words, count })),
  })
  .meta({ id: 'CampaignDetail' });

export const recipientsBody = z
  .object({
    ...{ id: text(100), outcome: z.enum(outcomeGroups).nullable() },
    ...{ page: z.int().min(1).max(100_000), pageSize: z.int().min(1).max(100) },
  })
  .meta({ id: 'CampaignRecipientsOf' });
const recipient = z
  .object({ uscc: z.string(), name: z.string(), city: z.string(), outcome: words, at: instant })
  .meta({ id: 'CampaignRecipient' });
export const recipientPage = z
  .object({ total: count, recipients: z.array(recipient) })
  .meta({ id: 'CampaignRecipients' });

export const steerBody = z
  .object({
    ...{ id: text(100), action: z.enum(steeringActions) },
    eventId: text(100).min(8).meta({ description: 'Of one press of the button: a repeat changes nothing.' }),
  })
  .meta({ id: 'CampaignSteering' });
