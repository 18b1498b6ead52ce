import { z } from 'zod';
import { consoleRoles } from '../../knowledge/console/roles.ts';

/** Bodies and answers of the console's interface. Lengths only bound the work: what is allowed is said by the rules, in words. */

const text = (max: number) => z.string().max(max);
const role = z.enum(consoleRoles).meta({ id: 'Role' });
const cities = z
  .array(text(50))
  .max(100)
  .nullable()
  .meta({ description: 'Only firms of these cities; null: of all.' });
const instant = z.string().meta({ description: 'ISO 8601, UTC.' });

export const nothing = z.object({}).meta({ id: 'Nothing' });

export const signInBody = z.object({ login: text(200), password: text(1000) }).meta({ id: 'SignIn' });

const me = z
  .object({ staffId: z.string(), name: z.string(), login: z.string(), role, cities })
  .meta({ id: 'Me' });

export const signInAnswer = z
  .object({ me: me.nullable().meta({ description: 'Null: the code of the second step is awaited.' }) })
  .meta({ id: 'SignInAnswer' });

export const sessionState = z
  .object({
    trial: z.boolean().meta({ description: 'Everything is fictional.' }),
    me: me.nullable().meta({ description: 'Null for somebody who is not signed in.' }),
    telegramBotId: z.int().nullable().meta({ description: 'Null where no bot is connected.' }),
  })
  .meta({ id: 'SessionState' });

export const tokenBody = z.object({ token: text(200) }).meta({ id: 'InvitationToken' });
export const invitationState = z
  .object({ name: z.string(), login: z.string().nullable() })
  .meta({ id: 'InvitationState' });
export const acceptBody = z
  .object({ token: text(200), name: text(200), login: text(200), password: text(1000) })
  .meta({ id: 'AcceptInvitation' });

export const passwordBody = z
  .object({ current: text(1000), next: text(1000) })
  .meta({ id: 'ChangePassword' });

export const sessionList = z
  .object({
    sessions: z.array(
      z
        .object({
          ...{ id: z.string(), browser: z.string().nullable(), current: z.boolean() },
          ...{ createdAt: instant, seenAt: instant, expiresAt: instant },
        })
        .meta({ id: 'Session' }),
    ),
  })
  .meta({ id: 'SessionList' });
export const sessionIdBody = z.object({ id: text(100) }).meta({ id: 'SessionId' });

export const accountList = z
  .object({
    knownCities: z.array(z.string()).meta({ description: 'Those of the packs.' }),
    accounts: z.array(
      z
        .object({
          ...{ staffId: z.string(), name: z.string(), login: z.string().nullable(), role, cities },
          ...{ disabled: z.boolean(), totp: z.boolean() },
        })
        .meta({ id: 'Account' }),
    ),
  })
  .meta({ id: 'AccountList' });
export const accountBody = z
  .object({
    staffId: text(100),
    role: role.optional(),
    cities: cities.optional(),
    disabled: z.boolean().optional(),
  })
  .meta({ id: 'ChangeAccount' });

export const overviewBody = z
  .object({ city: text(50).nullable(), days: z.int().min(1).max(366) })
  .meta({ id: 'ReadOverview' });
const count = z.int().min(0);
const label = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Label' });
const date = z.string().meta({ description: '`YYYY-MM-DD` in Shanghai.' });
const questionNumbers = z.object({ answered: count, handedOff: count, useless: count });
export const overview = z
  .object({
    ...{ at: instant, from: date },
    cities: z.array(z.string()).meta({ description: 'Those that the account may ask for.' }),
    stages: z.array(
      z
        .object({
          label,
          official: z.boolean().meta({ description: 'False: the firm’s own word.' }),
          here: count.meta({ description: 'Firms whose furthest place this is.' }),
          reached: count.meta({ description: 'Firms that came this far or further.' }),
        })
        .meta({ id: 'OverviewStage' }),
    ),
    aside: z
      .array(z.object({ label, count }))
      .meta({ description: 'Firms that left the way: returned, declined, lapsed, terminated, expired.' }),
    total: count,
    byCity: z.array(
      z
        .object({ city: z.string(), total: count, submitted: count })
        .meta({ id: 'CityStanding', description: 'Submitted: by the firm’s own word or officially.' }),
    ),
    questions: z
      .object({
        total: questionNumbers,
        byDay: z.array(questionNumbers.extend({ date }).meta({ id: 'QuestionsOfDay' })),
        byCity: z.array(
          questionNumbers
            .extend({ city: z.string().nullable().meta({ description: 'Null: not known.' }) })
            .meta({ id: 'QuestionsOfCity' }),
        ),
      })
      .meta({
        description: 'Questions on the policy; `useless` are answered ones that their asker found so.',
      }),
    submissions: z.array(z.object({ date, count, soFar: count }).meta({ id: 'DayOfSubmissions' })),
    deadline: z.object({ date, workingDaysLeft: count }).nullable(),
    reminders: z
      .object({ sent: count, followed: count, submitted: count, pending: count, days: count })
      .meta({
        description: 'Reminders that went out, and after how many the firm did something within `days`.',
      }),
  })
  .meta({ id: 'Overview' });
