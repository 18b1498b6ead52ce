import { z } from 'zod';
import { deliveryStates } from '../../knowledge/webhooks/delivery-state.ts';
import { words } from './firm-schemas.ts';

/** What administrators see of the whole office's settings. */

const text = (max: number) => z.string().max(max);
const instant = z.string().nullable().meta({ description: 'ISO 8601, UTC.' });
const fact = z.object({ name: words, value: words }).meta({ id: 'SettingFact' });

const group = z
  .object({
    ...{ channel: z.string(), chatId: z.string(), channelName: words },
    packId: z.string().nullable().meta({ description: 'Null: the office’s own.' }),
    city: z.string().nullable(),
    announcements: z.boolean(),
    stays: words.nullable().meta({ description: 'Why the bot cannot leave it from here; null: it can.' }),
  })
  .meta({ id: 'OfficeGroup' });
const endpoint = z
  .object({
    ...{ name: z.string(), url: z.string() },
    state: words,
    ...{ waiting: z.int(), delivered: z.int(), failed: z.int(), cancelled: z.int() },
  })
  .meta({ id: 'WebhookEndpoint' });

const apiKey = z
  .object({
    ...{ id: z.string(), name: z.string() },
    createdAt: instant.meta({ description: 'ISO 8601, UTC; null: made outside of the console.' }),
    lastUsedOn: z.string().nullable().meta({ description: 'Day in Shanghai.' }),
    revokedAt: instant,
    ...{ state: z.enum(['on', 'notYet', 'revoked']), stateName: words },
  })
  .meta({ id: 'ApiKey' });

export const officeSettings = z
  .object({
    health: z.array(
      z
        .object({ part: words, ok: z.boolean(), detail: z.string(), advice: words.nullable() })
        .meta({ id: 'PartHealth' }),
    ),
    cadence: z
      .object({ packTitle: words, facts: z.array(fact), source: words })
      .meta({ id: 'OfficeCadence', description: 'Of the office’s own pack, which alone says so.' }),
    calendar: z
      .object({ known: z.array(z.int()), missing: z.array(z.int()) })
      .meta({ id: 'OfficeCalendar', description: 'Of this year and the next.' }),
    groups: z.array(group),
    packs: z.array(
      z.object({ id: z.string(), title: words, cities: z.array(z.string()) }).meta({ id: 'PackOfGroups' }),
    ),
    apiKeys: z.array(apiKey).meta({ description: 'Of systems that may send official events.' }),
    webhooks: z.array(endpoint),
  })
  .meta({ id: 'OfficeSettings' });

export const leaveGroupBody = z.object({ channel: text(50), chatId: text(200) }).meta({ id: 'LeaveGroup' });
const groupChoices = z.object({
  packId: text(100).nullable(),
  city: text(50).nullable(),
  announcements: z.boolean(),
});
export const groupBody = z
  .object({
    ...{ channel: text(50), chatId: text(200) },
    seen: groupChoices.meta({ description: 'As they stood when the change was decided on.' }),
    change: groupChoices.partial().meta({ description: 'Only what is to be different.' }),
  })
  .meta({ id: 'ChangeGroup' });

export const addWebhookBody = z.object({ name: text(100), url: text(2000) }).meta({ id: 'AddWebhook' });
export const addWebhookAnswer = z
  .object({
    secret: z
      .string()
      .nullable()
      .meta({ description: 'Shown this once, for the settings; null where they have one.' }),
  })
  .meta({ id: 'WebhookAdded' });
export const makeApiKeyBody = z.object({ name: text(100) }).meta({ id: 'MakeApiKey' });
export const makeApiKeyAnswer = z
  .object({
    id: z.string(),
    ...{ setting: z.string().meta({ description: 'Its line in the settings, shown this once.' }) },
  })
  .meta({ id: 'ApiKeyMade' });
export const apiKeyBody = z.object({ id: text(100) }).meta({ id: 'ApiKeyId' });
export const webhookBody = z.object({ name: text(100) }).meta({ id: 'WebhookName' });
export const redeliverBody = z
  .object({
    name: text(100),
    messageId: text(200).nullable().meta({ description: 'Null: all that failed.' }),
  })
  .meta({ id: 'Redeliver' });
export const redeliverAnswer = z.object({ count: z.int() }).meta({ id: 'Redelivered' });
export const deliveriesBody = z
  .object({ name: text(100), state: z.enum(deliveryStates).nullable() })
  .meta({ id: 'DeliveriesOf' });
export const deliveries = z
  .object({
    deliveries: z.array(
      z
        .object({
          ...{
            messageId: z.string(),
            enrollmentId: z.string(),
            state: z.enum(deliveryStates),
            stateName: words,
          },
          ...{ attempts: z.int(), answer: words, nextAttemptAt: instant, deliveredAt: instant },
        })
        .meta({ id: 'Delivery' }),
    ),
  })
  .meta({ id: 'Deliveries' });
