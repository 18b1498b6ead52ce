import { z } from 'zod';
import { ticketBoxes } from '../../activities/ports/console-tickets.ts';

/** Tickets as the console's interface shows them. What is shown to people comes as words in both languages. */

const text = (max: number) => z.string().max(max);
const instant = z.string().nullable().meta({ description: 'ISO 8601, UTC.' });
const words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words' });
const id = z.int().min(1).max(2_147_483_647);
const count = z.int().min(0);
/** More is no answer in a chat, and would not fit into a request. */
const longestText = 4_000;

export const ticketSearch = z
  .object({
    box: z.enum(ticketBoxes),
    city: text(50).nullable().meta({ description: '`none`: of askers linked to no firm; null: all.' }),
    ...{ page: z.int().min(1).max(100_000), pageSize: z.int().min(1).max(100) },
  })
  .meta({ id: 'TicketSearch' });

const state = z.enum(['open', 'waitingStaff', 'waitingAsker', 'closed']);
const author = z.enum(['asker', 'staff', 'system']);
const holder = z.object({ staffId: z.string(), name: z.string() }).meta({ id: 'TicketHolder' });

export const ticketPage = z
  .object({
    counts: z
      .object({ waiting: count, open: count, mine: count, closed: count })
      .meta({ id: 'TicketCounts' }),
    tickets: z.array(
      z
        .object({
          ...{ id, state, stateWords: words, channel: words, inGroup: z.boolean() },
          ...{ openedAt: z.string(), waitingSince: instant, waitedMinutes: count.nullable() },
          holder: holder.nullable(),
          ...{ first: z.string(), last: z.string(), lastAt: instant, lastBy: author.nullable() },
          unread: count.meta({ description: 'What the asker wrote since the reader looked.' }),
          firms: z.array(z.string()).meta({ description: 'Names of those that the account may see.' }),
        })
        .meta({ id: 'TicketLine' }),
    ),
  })
  .meta({ id: 'TicketPage' });

export const ticketBody = z.object({ id }).meta({ id: 'TicketChoice' });

const mark = z
  .object({ messageId: z.int().min(0), editedAt: text(40).nullable() })
  .meta({ id: 'ConversationMark', description: 'How much of the conversation was in front of somebody.' });

const entry = z
  .object({
    ...{ id, at: z.string(), author, kind: z.string(), by: z.string().nullable(), text: z.string() },
    what: words.nullable().meta({ description: 'Of what happened, and was not said.' }),
    edited: z.boolean(),
    fate: z
      .object({
        state: z.enum(['waiting', 'sent', 'failed', 'unknown', 'skipped']),
        ...{ words, reason: words.nullable() },
      })
      .nullable()
      .meta({ id: 'TicketFate', description: 'Whether it reached the asker; null: it was not for them.' }),
  })
  .meta({ id: 'TicketEntry' });

const firm = z
  .object({
    ...{ uscc: z.string(), name: z.string(), city: z.string() },
    ...{ status: words.nullable(), step: words.nullable(), nextReminderAt: instant },
    eligibility: z
      .object({ verdict: words, reasons: z.array(words) })
      .nullable()
      .meta({ id: 'TicketEligibility' }),
  })
  .meta({ id: 'TicketFirm' });

export const ticketDetail = z
  .object({
    ...{ id, state, stateWords: words, channel: words, inGroup: z.boolean(), packId: z.string() },
    ...{ openedAt: z.string(), waitingSince: instant, closedAt: instant, rating: z.int().nullable() },
    masked: z.boolean().meta({ description: 'Names and numbers are not shown whole.' }),
    holder: holder.nullable(),
    destination: z.enum(['private', 'group', 'nowhere']),
    destinationWords: words,
    entries: z.array(entry),
    seen: mark,
    firms: z.array(firm),
    otherFirms: count.meta({ description: 'Firms of the asker that the account may not see.' }),
    staff: z.array(holder).meta({ description: 'Whom it can be assigned to.' }),
  })
  .meta({ id: 'TicketDetail' });

/** The same key twice is one act: what got no answer may be sent again. */
const key = z.string().regex(/^[\w-]{8,64}$/u);
export const replyBody = z
  .object({
    ...{ id, key, text: text(longestText), seen: mark },
    destination: z.enum(['private', 'group']).meta({ description: 'Where it was said to go.' }),
  })
  .meta({ id: 'TicketReply' });
export const noteBody = z.object({ id, key, text: text(longestText) }).meta({ id: 'TicketNote' });
export const closeBody = z.object({ id, key, seen: mark }).meta({ id: 'TicketClose' });
export const reopenBody = z.object({ id, key }).meta({ id: 'TicketReopen' });
export const assignBody = z
  .object({
    id,
    staffId: text(100).nullable().meta({ description: 'Null: nobody in particular.' }),
    from: text(100).nullable().meta({ description: 'Who had it when the page was read.' }),
  })
  .meta({ id: 'TicketAssign' });

export const suggestion = z
  .object({
    suggestion: z
      .object({ question: z.string(), text: z.string(), sources: z.array(z.string()) })
      .nullable()
      .meta({ id: 'Suggestion', description: 'Null: the bot does not know either.' }),
  })
  .meta({ id: 'SuggestedAnswer' });

export const keepBody = z
  .object({ id, question: text(longestText), text: text(longestText) })
  .meta({ id: 'KeepTicketAnswer' });
export const kept = z.object({ answerId: z.int() }).meta({ id: 'TicketAnswerKept' });

const cannedReply = z
  .object({ ...{ id, version: count, title: z.string(), text: z.string() } })
  .meta({ id: 'CannedReply' });
export const cannedReplies = z.object({ replies: z.array(cannedReply) }).meta({ id: 'CannedReplies' });
export const cannedBody = z
  .object({
    known: z
      .object({ id, version: count })
      .nullable()
      .meta({ id: 'KnownCannedReply', description: 'The one that is changed; null: a new one.' }),
    ...{ title: text(200), text: text(longestText) },
  })
  .meta({ id: 'SaveCannedReply' });
export const removeCannedBody = z.object({ id, version: count }).meta({ id: 'RemoveCannedReply' });
