import { groupDefaults } from '../../../activities/ports/groups.ts';
import type { GroupSettings } from '../../../activities/ports/groups.ts';
import { decodeCallback } from '../../../knowledge/callbacks.ts';
import type { GroupCallback } from '../../../knowledge/group-callbacks.ts';
import type { PolicyPack } from '../../../knowledge/packs/schema.ts';
import type { InboundMessage } from '../../model.ts';
import { auditOnce } from '../audit-once.ts';
import { groupSays, groupShowsSettings } from '../group-message.ts';
import type { GroupPlace, GroupResult } from '../group-message.ts';
import { groupToast } from '../group-sentences.ts';
import { localeFor } from '../locale.ts';
import type { EnginePorts } from '../ports.ts';
import { groupOf } from './group-of.ts';
import type { GroupChoices } from './settings-message.ts';

export type GroupSettingsPorts = Pick<
  EnginePorts,
  'pack' | 'otherPacks' | 'log' | 'links' | 'isGroupAdmin'
> & {
  stores: Pick<EnginePorts['stores'], 'groups' | 'audit' | 'identities'>;
};

export interface OfGroup {
  of(message: InboundMessage): Promise<GroupSettings>;
  /** Null when the message is not about the settings. */
  handle(message: InboundMessage): Promise<GroupResult | null>;
}

/** `/settings` in a group. Who may change something is asked of the channel each time: rights come and go. */
export function createGroupSettings(ports: GroupSettingsPorts): OfGroup {
  const { stores, log } = ports;

  const of = async (message: InboundMessage): Promise<GroupSettings> => {
    try {
      return await stores.groups.settingsOf(message.channel, groupOf(message));
    } catch (error) {
      // A question is answered as in any other group rather than not at all.
      log.warn('group.settingsNotLoaded', { error });
      return groupDefaults;
    }
  };

  return {
    of,
    async handle(message) {
      const wanted = wantedOf(message);
      if (wanted === null) return null;
      const place = { locale: localeFor(message), links: ports.links(message.channel) };
      if (ports.isGroupAdmin === undefined) return refused(place, message, 'settingsNotHere');
      try {
        if (!(await ports.isGroupAdmin(message))) return refused(place, message, 'settingsForAdmins');
      } catch (error) {
        log.warn('group.adminNotChecked', { error });
        return refused(place, message, 'settingsNotChecked');
      }
      return carryOut(ports, message, wanted);
    },
  };
}

type Wanted = GroupCallback;

function wantedOf({ command, callback }: InboundMessage): Wanted | null {
  if (command?.name === 'settings') return { verb: 'group', set: 'show' };
  const tapped = callback === null ? null : decodeCallback(callback.data);
  return tapped?.verb === 'group' ? tapped : null;
}

/** Under a button only who tapped it is told. */
const refused = (
  place: GroupPlace,
  { callback }: InboundMessage,
  why: 'settingsNotHere' | 'settingsForAdmins' | 'settingsNotChecked',
): GroupResult =>
  callback === null
    ? { replies: [{ kind: 'reply', message: groupSays(place, [why], { withLink: false }) }], toast: null }
    : { replies: [], toast: groupToast(place.locale, why) };

async function carryOut(
  ports: GroupSettingsPorts,
  message: InboundMessage,
  wanted: Wanted,
): Promise<GroupResult> {
  const { groups } = ports.stores;
  const locale = localeFor(message);
  const before = await groups.settingsOf(message.channel, groupOf(message));
  const show = (shown: Shown, settings = before): GroupResult => ({
    replies: [
      {
        kind: message.callback === null ? 'reply' : 'edit',
        message: groupShowsSettings(shown, settings, choicesOf(ports, settings), locale),
      },
    ],
    toast: null,
  });

  switch (wanted.set) {
    case 'show':
      return show('overview');
    case 'choosePack':
    case 'chooseCity':
      return show(wanted.set);
    default: {
      const change = changeOf(wanted, before, ports);
      // A button of a pack that is no longer served, or of a city that the pack does not have.
      if (change === null) return { replies: [], toast: groupToast(locale, 'stale') };
      const after = await groups.change(message.channel, groupOf(message), change);
      await noteChange(ports, message, change);
      return { ...show('overview', after), toast: groupToast(locale, 'settingsChanged') };
    }
  }
}

type Shown = Parameters<typeof groupShowsSettings>[0];

async function noteChange(
  { stores }: GroupSettingsPorts,
  message: InboundMessage,
  change: Partial<GroupSettings>,
): Promise<void> {
  const { channel, externalId } = message;
  await auditOnce(stores.audit, `${channel}:${externalId}`).record({
    actor: await actorOf(stores.identities, message),
    action: 'changeGroupSettings',
    target: `${channel}:${groupOf(message)}`,
    outcome: 'changed',
    detail: JSON.stringify(change),
  });
}

/** By our own ID, which goes when the person is erased. */
async function actorOf(
  identities: GroupSettingsPorts['stores']['identities'],
  { channel, sender: { externalUserId, asGroup } }: InboundMessage,
): Promise<string> {
  if (asGroup === true) return 'anonymousAdministrator';
  return (await identities.upsertIdentity({ channel, externalUserId, leavesBlock: true })).id;
}

/** The pack that a group asks of: the office's own where the one it chose is not served any more. */
export const packOfGroup = (
  { pack, otherPacks = [] }: Pick<EnginePorts, 'pack' | 'otherPacks'>,
  { packId }: Pick<GroupSettings, 'packId'>,
): PolicyPack => otherPacks.find(({ id }) => id === packId) ?? pack;

const choicesOf = (ports: GroupSettingsPorts, settings: Pick<GroupSettings, 'packId'>): GroupChoices => ({
  packs: [ports.pack, ...(ports.otherPacks ?? [])],
  pack: packOfGroup(ports, settings),
});

function changeOf(
  wanted: Exclude<GroupCallback, { set: 'show' | 'choosePack' | 'chooseCity' }>,
  before: GroupSettings,
  ports: GroupSettingsPorts,
): Partial<GroupSettings> | null {
  switch (wanted.set) {
    case 'answers':
      return { answers: wanted.answers };
    case 'announcements':
      return { announcements: wanted.on };
    case 'pack': {
      const { packId } = wanted;
      const pack = packOfGroup(ports, { packId });
      if (packId !== null && pack.id !== packId) return null;
      const keepsCity = before.city === null || pack.cities.includes(before.city);
      return { packId, ...(keepsCity ? {} : { city: null }) };
    }
    case 'city': {
      const { city } = wanted;
      return city === null || packOfGroup(ports, before).cities.includes(city) ? { city } : null;
    }
  }
}
