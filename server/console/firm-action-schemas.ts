import { z } from 'zod';
import { officialStatuses } from '../../knowledge/enrollment/state.ts';
import { timelineLine, words } from './firm-schemas.ts';

/** What staff do with one firm. Lengths only bound the work; what is allowed is said by the rules, in words. */

const text = (max: number) => z.string().max(max);
const firm = { packId: text(100).nullable(), uscc: text(40) };
/** Of the page: sent again, it is the same request. */
const requestId = z.string().regex(/^[\w-]{16,64}$/u);

export const changeStatusBody = z
  .object({
    ...{ ...firm, requestId, status: z.enum(officialStatuses), reason: text(500) },
    correction: z.boolean().meta({ description: 'Mends a status that was entered wrongly.' }),
    basedOn: text(1000).meta({ description: '`FirmDeciding.basedOn` of what was seen.' }),
    seen: z.int().min(0).meta({ description: '`FirmDeciding.seen` of what was seen.' }),
  })
  .meta({ id: 'ChangeStatus' });
export const changeStatusAnswer = z
  .object({
    outcome: z.enum(['applied', 'alreadyApplied', 'refused', 'changedMeanwhile', 'unavailable']),
    words,
    meanwhile: z
      .array(timelineLine)
      .meta({ description: 'For `changedMeanwhile`: what happened since, the latest first.' }),
  })
  .meta({ id: 'StatusChanged' });

export const reminderBody = z.object(firm).meta({ id: 'ReminderFor' });
export const reminderPreview = z
  .object({
    paragraphs: z.array(z.string()).meta({ description: 'As the reader sees it, in the reader’s language.' }),
    buttons: z.array(z.string()),
    recipients: z.int(),
    skip: words.nullable().meta({ description: 'Why it does not go now; null when it does.' }),
    quietUntil: z.string().nullable().meta({ description: 'When it may be sent again; ISO 8601, UTC.' }),
  })
  .meta({ id: 'ReminderPreview' });
export const remindAnswer = z
  .object({ sent: z.boolean().meta({ description: 'It went out, or will with others.' }), words })
  .meta({ id: 'Reminded' });

export const noteBody = z.object({ ...firm, requestId, text: text(4000) }).meta({ id: 'WriteNote' });

export const officerBody = z
  .object({
    packId: text(100).nullable(),
    staffId: text(100).nullable().meta({ description: 'Null: whoever has the city.' }),
    firms: z
      .array(
        z
          .object({
            uscc: text(40),
            was: text(100).nullable().meta({ description: 'Who was named, as it was seen.' }),
          })
          .meta({ id: 'FirmOfOfficer' }),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'AssignOfficer' });
export const officerAnswer = z
  .object({
    assigned: z.int(),
    changedMeanwhile: z
      .array(z.string())
      .meta({ description: 'Names of firms that had another officer by then.' }),
  })
  .meta({ id: 'OfficerAssigned' });

export const invitation = z
  .object({
    ...{ code: z.string(), expiresAt: z.string() },
    links: z.array(
      z
        .object({ channel: words, url: z.string(), local: z.boolean() })
        .meta({ id: 'InvitationLink', description: '`local`: opens on the server’s machine only.' }),
    ),
  })
  .meta({ id: 'FirmInvitation' });
