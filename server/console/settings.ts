import { groupChannels } from '../../activities/ports/groups.ts';
import { calendarKnows } from '../../knowledge/calendar/working-days.ts';
import { shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import { matchCity } from '../../knowledge/firms/city.ts';
import { citationOf } from '../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { ConsolePorts, HealthPart } from '../contract.ts';
import { inBoth } from './both.ts';
import { named } from './firm-words.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';
import { wholeOffice } from './whole-office.ts';

type Ids = 'readSettings' | 'changeGroup';

/** How the office is set up, and what can be changed from here. */
export function settingsHandlers(ports: ConsolePorts): Handlers<Ids> {
  const { groups, audit, clock } = ports;
  return {
    readSettings: async ({ viewer }) => {
      wholeOffice(viewer);
      const { packs } = ports;
      const [health, present, webhooks] = await Promise.all([
        ports.health(),
        Promise.all(groupChannels.map(async (channel) => groups.present(channel))),
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
        })),
        packs: packs.map(({ id, title, cities }) => ({
          ...{ id, cities },
          title: { zh: title['zh-CN'], en: title.en },
        })),
        apiSources: [...ports.apiSources],
        webhooks: webhooks.map(({ state, counts, ...endpoint }) => ({
          ...endpoint,
          ...counts,
          state: inBoth((t) => t.webhooks.state[state]),
        })),
      };
    },

    changeGroup: async ({ viewer, body: { channel, chatId, packId, city, announcements } }) => {
      const { staffId } = wholeOffice(viewer);
      const { packs } = ports;
      const known = (await groups.present(channel)).some((group) => group.chatId === chatId);
      const pack = packId === null ? packs[0] : packs.find(({ id }) => id === packId);
      if (!known || pack === undefined) throw new Refused('notFound');
      const matched =
        city === null ? null : matchCity(city, pack.cities, [pack.province, ...pack.provinceAliases]);
      if (city !== null && matched === null) throw new Refused('cityUnknown');
      const change = { packId, city: matched, announcements };
      await groups.change(channel, chatId, change);
      await audit.record({
        ...{ actor: staffId, action: 'console.changeGroup', target: `${channel}/${chatId}`, outcome: 'done' },
        detail: JSON.stringify(change),
      });
      return {};
    },
  };
}

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
