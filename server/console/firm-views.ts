import { staffWords } from '../../bot/engine/misses/staff-words.ts';
import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import type { FirmView, FirmViewQuery } from '../../activities/ports/firm-views.ts';
import {
  builtInViews,
  longestViewName,
  mayChangeView,
  mayShareViews,
  mostOfficeViews,
  mostOwnViews,
} from '../../knowledge/console/firm-views.ts';
import type { BuiltInView } from '../../knowledge/console/firm-views.ts';
import { seesCity } from '../../knowledge/console/roles.ts';
import type { ConsolePorts } from '../contract.ts';
import { inBoth } from './both.ts';
import { viewQuery } from './firm-view-schemas.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';

type Ids = 'listFirmViews' | 'saveFirmView' | 'removeFirmView';
type Known = Pick<FirmView, 'id' | 'version'>;

const everyFirm: FirmViewQuery = {
  ...{ packId: null, text: '', city: null, officialStatus: null, reportedStep: null, officerId: null },
  ...{ unchangedDays: null, reachable: null, order: 'name', descending: false },
};

/** A view holds conditions only: whoever opens it sees the firms that they may see. */
export function firmViewHandlers({ firmViews, identities, audit, clock }: ConsolePorts): Handlers<Ids> {
  const note = async ({ staffId }: ConsoleAccount, action: string, id: number, shared: boolean) =>
    audit.record({
      ...{ actor: staffId, action: `console.${action}`, target: `firmView/${id}`, outcome: 'done' },
      detail: JSON.stringify({ shared }),
    });

  /** One's own, and the office's of cities that the account sees: which firms others look at is not told. */
  const seenBy = async ({ staffId, cities }: ConsoleAccount): Promise<FirmView[]> =>
    (await firmViews.of(staffId)).filter(
      ({ holderId, query }) => holderId !== null || query.city === null || seesCity(cities, query.city),
    );
  const changeable = (views: FirmView[], account: ConsoleAccount, { id }: Known): FirmView => {
    const view = views.find((one) => one.id === id);
    if (view === undefined) throw new Refused('viewChanged');
    if (!mayChangeView(account, view)) throw new Refused('forbidden');
    return view;
  };

  return {
    listFirmViews: async ({ viewer: { account } }) => {
      const [seen, members] = await Promise.all([seenBy(account), identities.listStaff()]);
      const names = new Map(members.map(({ staffId, name }) => [staffId, name]));
      return {
        mayShare: mayShareViews(account),
        builtIn: (Object.keys(builtInViews) as BuiltInView[]).map((code) => ({
          ...{ code, name: inBoth((t) => t.consoleTexts.firmViews[code]) },
          query: builtInQuery(code, account),
        })),
        kept: seen
          // One that an earlier version kept, of what is no more.
          .filter(({ query }) => viewQuery.safeParse(query).success)
          .map(({ holderId, madeBy, ...view }) => ({
            ...view,
            ...{ shared: holderId === null, mine: madeBy === account.staffId },
            ...{ madeBy: names.get(madeBy) ?? null, mayChange: mayChangeView(account, { holderId, madeBy }) },
          })),
      };
    },

    saveFirmView: async ({ viewer: { account }, body: { known, name: given, shared, query } }) => {
      const { staffId, cities } = account;
      const name = staffWords(given).replaceAll('\n', ' ');
      if (name === '' || name.length > longestViewName) throw new Refused('viewNameBad');
      if (shared && !mayShareViews(account)) throw new Refused('forbidden');
      if (shared && query.text !== '') throw new Refused('viewSharesText');
      if (query.city !== null && !seesCity(cities, query.city)) throw new Refused('notFound');
      const seen = await seenBy(account);
      const before = known && changeable(seen, account, known);
      // Whose it is, is for its maker to say.
      if (before !== null && shared !== (before.holderId === null) && before.madeBy !== staffId)
        throw new Refused('forbidden');
      const alike = (await firmViews.of(staffId)).filter(
        ({ holderId, id }) => (holderId === null) === shared && id !== known?.id,
      );
      if (alike.some((view) => view.name === name)) throw new Refused('viewTaken');
      if (alike.length >= (shared ? mostOfficeViews : mostOwnViews)) throw new Refused('viewsTooMany');
      const [wanted, by] = [
        { name, query, holderId: shared ? null : staffId },
        { staffId, at: clock.now().toISOString() },
      ];
      if (known === null) {
        const { id } = await firmViews.add(wanted, by);
        await note(account, 'addFirmView', id, shared);
        return { id };
      }
      if (!(await firmViews.change({ ...known, ...wanted }, by))) throw new Refused('viewChanged');
      await note(account, 'changeFirmView', known.id, shared);
      return { id: known.id };
    },

    removeFirmView: async ({ viewer: { account }, body: known }) => {
      const { holderId } = changeable(await seenBy(account), account, known);
      if (!(await firmViews.remove(known))) throw new Refused('viewChanged');
      await note(account, 'removeFirmView', known.id, holderId === null);
      return {};
    },
  };
}

function builtInQuery(code: BuiltInView, { staffId }: ConsoleAccount): FirmViewQuery {
  const filter = builtInViews[code];
  return 'mine' in filter ? { ...everyFirm, officerId: staffId } : { ...everyFirm, ...filter };
}
