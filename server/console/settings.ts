import type { Leaving } from '../../activities/ports/group-doors.ts';
import { groupChannels } from '../../activities/ports/groups.ts';
import { calendarKnows } from '../../knowledge/calendar/working-days.ts';
import { shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import { citationOf } from '../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { ConsolePorts, HealthPart } from '../contract.ts';
import { inBoth } from './both.ts';
import { named } from './firm-words.ts';
import type { Handlers } from './handlers.ts';
import { wholeOffice } from './whole-office.ts';

/** How the office is set up. */
export function settingsHandlers(ports: ConsolePorts): Handlers<'readSettings'> {
  const { groups, clock } = ports;
  return {
    readSettings: async ({ viewer }) => {
      wholeOffice(viewer);
      const { packs } = ports;
      const [health, present, keys, webhooks] = await Promise.all([
        ports.health(),
        Promise.all(groupChannels.map(async (channel) => groups.present(channel))),
        ports.apiKeys.list(),
        ports.webhooks.list(),
      ]);
      const year = Number(shanghaiDate(clock.now().toISOString()).slice(0, 4));
      const years = [year, year + 1];
      return {
        health: Object.entries(health).map(shownHealth),
        cadence: cadenceOf(packs[0]),
        calendar: { known: years.filter(calendarKnows), missing: years.filter((one) => !calendarKnows(one)) },
        groups: present.flat().map(({ channel, chatId, packId, city, announcements }) => ({
          ...{ channel, chatId, packId, city, announcements },
          channelName: named(channel, (t) => t.consoleTexts.channels),
          stays: whyStays(ports.groupDoors.leaving(channel)),
        })),
        packs: packs.map(({ id, title, cities }) => ({
          ...{ id, cities },
          title: { zh: title['zh-CN'], en: title.en },
        })),
        apiKeys: keys.map((key) => ({
          ...key,
          stateName: inBoth((t) => t.consoleSettings.keyStates[key.state]),
        })),
        webhooks: webhooks.map(({ state, counts, ...endpoint }) => ({
          ...endpoint,
          ...counts,
          state: inBoth((t) => t.webhooks.state[state]),
        })),
      };
    },
  };
}

const whyStays = (leaving: Leaving) =>
  leaving === 'possible' ? null : inBoth((t) => t.consoleSettings.stays[leaving]);

function shownHealth([part, { ok, detail }]: [string, HealthPart]) {
  const channel = /^channel:(.+)$/u.exec(part)?.[1];
  return {
    part:
      channel === undefined
        ? named(part, (t) => t.consoleSettings.parts)
        : named(channel, (t) => t.consoleTexts.channels),
    ...{ ok, detail },
    advice: ok
      ? null
      : inBoth(({ consoleSettings: t }) =>
          channel === undefined ? (t.advice[part] ?? t.anyAdvice) : t.channelAdvice,
        ),
  };
}

/** When firms are reminded: read from the pack, which alone says so. */
function cadenceOf(pack: PolicyPack) {
  const { reminders, application, title } = pack;
  const fact = (
    name: 'sending' | 'first' | 'every' | 'most' | 'week' | 'before' | 'escalate' | 'deadline',
    value: Parameters<typeof inBoth>[0],
  ) => ({ name: inBoth((t) => t.consoleSettings.cadence[name]), value: inBoth(value) });
  const { sendAt, sendUntil, maxPerWeek, escalateAfter, daysBeforeDeadline } = reminders;
  return {
    packTitle: { zh: title['zh-CN'], en: title.en },
    facts: [
      fact('sending', (t) => t.consoleSettings.cadence.between({ from: sendAt, to: sendUntil })),
      fact('first', (t) => t.consoleSettings.cadence.workingDays(reminders.firstAfterWorkingDays)),
      fact('every', (t) => t.consoleSettings.cadence.workingDays(reminders.everyWorkingDays)),
      fact('most', (t) => t.consoleSettings.cadence.times(reminders.maxReminders)),
      fact('week', (t) =>
        maxPerWeek === null ? t.consoleSettings.cadence.none : t.consoleSettings.cadence.times(maxPerWeek),
      ),
      fact('deadline', (t) => application.deadline ?? t.consoleSettings.cadence.noDeadline),
      fact('before', (t) =>
        daysBeforeDeadline.length === 0
          ? t.consoleSettings.cadence.none
          : t.consoleSettings.cadence.days(daysBeforeDeadline),
      ),
      fact('escalate', (t) =>
        escalateAfter === null
          ? t.consoleSettings.cadence.none
          : t.consoleSettings.cadence.times(escalateAfter),
      ),
    ],
    source: {
      zh: citationOf(pack, reminders, 'zh-CN').source,
      en: citationOf(pack, reminders, 'en').source,
    },
  };
}
