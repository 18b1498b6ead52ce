import type { z } from 'zod';
import type { PreviewedCampaign } from '../../activities/ports/campaign-office.ts';
import type { Campaign } from '../../activities/ports/campaigns.ts';
import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import { shanghaiDateTime } from '../../knowledge/calendar/shanghai-time.ts';
import { mostChosen } from '../../knowledge/campaigns/filter.ts';
import { readInto } from '../../knowledge/campaigns/read-request.ts';
import type { CampaignRequest } from '../../knowledge/campaigns/read-request.ts';
import { isWithinCities, withinCities } from '../../knowledge/campaigns/scope.ts';
import { seesCity } from '../../knowledge/console/roles.ts';
import { normaliseUscc } from '../../knowledge/firms/uscc.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { skipReasonIn } from '../../knowledge/notifications/campaign-tally.ts';
import type { ConsolePorts } from '../contract.ts';
import type { previewBody } from './campaign-schemas.ts';
import { campaignDetail, campaignLine, previewOf } from './campaign-words.ts';
import { inBoth } from './both.ts';
import { firmSearch } from './firm-search.ts';
import type { Handlers } from './handlers.ts';
import { sheetType } from './operation.ts';
import { Refused } from './refusals.ts';

type Ids =
  | 'listCampaigns'
  | 'previewCampaign'
  | 'startCampaign'
  | 'readCampaign'
  | 'listRecipients'
  | 'steerCampaign'
  | 'exportCampaign';
/** The latest ones that the account may know of. */
const mostListed = 200;

/** Campaigns from a desk. An account of certain cities writes to firms there alone, and knows of campaigns within them only. */
export function campaignHandlers(ports: ConsolePorts): Handlers<Ids> {
  const { campaigns, campaignOffice: office, clock, audit } = ports;
  /** What is served may change at any time. */
  const own = () => ports.packs[0];

  /** One that the account may know of. */
  const within = async ({ cities }: ConsoleAccount, id: string): Promise<Campaign> => {
    const campaign = await campaigns.find(id);
    const isKnown =
      campaign !== null && campaign.packId === own().id && isWithinCities(campaign.filter, cities);
    if (!isKnown) throw new Refused('notFound');
    return campaign;
  };
  const note = async (
    { staffId }: ConsoleAccount,
    action: string,
    [target, outcome, detail]: [target: string, outcome: string, detail?: object],
  ): Promise<void> =>
    audit.record({
      ...{ actor: staffId, action: `console.campaign.${action}`, target, outcome },
      ...(detail !== undefined && { detail: JSON.stringify(detail) }),
    });
  const detailOf = async (account: ConsoleAccount, id: string) =>
    campaignDetail(await within(account, id), await shownWith(account));
  const shownWith = async (account: ConsoleAccount) => {
    const members = await ports.identities.listStaff();
    const names = new Map(members.map(({ staffId, name }) => [staffId, name]));
    return { names, account, pack: own(), now: clock.now() };
  };
  const shown = async (previewed: PreviewedCampaign, account: ConsoleAccount) =>
    previewOf(previewed, await shownWith(account));
  /** Selected one by one, or found by words that are not kept: they may be somebody's name. Null: conditions alone say who. */
  const chosenBy = async (
    account: ConsoleAccount,
    { usccs, search }: z.output<typeof previewBody>,
  ): Promise<string[] | null> => {
    if (usccs !== null) return [...new Set(usccs.map(normaliseUscc))].sort();
    const looking = firmSearch(account, search);
    if (looking === null) return null;
    const page = { order: 'name', descending: false, offset: 0, limit: mostChosen } as const;
    const wanted = { packId: own().id, cities: account.cities, ...looking };
    const { total, rows } = await ports.firms.search(wanted, page);
    if (total > mostChosen) throw new Refused('campaignTooMany');
    return rows.map(({ uscc }) => uscc).sort();
  };

  return {
    listCampaigns: async ({ viewer: { account } }) => {
      const known = await campaigns.list(own().id, mostListed, account.cities);
      const more = await shownWith(account);
      return { campaigns: known.map((campaign) => campaignLine(campaign, more)) };
    },

    previewCampaign: async ({ viewer: { account }, body }) => {
      const { filter, options } = requestFrom(body, own());
      const usccs = await chosenBy(account, body);
      const meant = usccs === null ? filter : { ...filter, usccs };
      const previewed = await office.preview(
        {
          ...{ kind: body.kind, options, filter: withinCities(meant, account.cities) },
          text: body.text === null ? '' : typedIn(body.text),
        },
        account.staffId,
      );
      const { toWrite, total } = previewed.preview;
      await note(account, 'preview', [previewed.id, `previewed ${toWrite}/${total}`]);
      return shown(previewed, account);
    },

    startCampaign: async ({ viewer: { account }, body: { id, audience } }) => {
      const campaign = await within(account, id);
      // Only who has seen the preview knows what is confirmed.
      if (campaign.requestedBy !== account.staffId) throw new Refused('notFound');
      const begun = await office.begin(campaign, audience).catch(async (error: unknown) => {
        if (!(error instanceof EnrollmentUnavailable)) throw error;
        await note(account, 'start', [id, error.code]);
        // What one confirmation left unclear, another that is not even asked for does not settle.
        const isUnsure = error.code === 'noAnswer' || campaign.state !== 'previewed';
        throw isUnsure ? new Refused('campaignUnsure') : error;
      });
      await note(account, 'start', [id, begun.outcome]);
      switch (begun.outcome) {
        case 'started':
          return { changed: null };
        case 'changed':
          return { changed: await shown(begun.now, account) };
        case 'nobody':
          throw new Refused('campaignForNobody');
        case 'repeated':
          throw new Refused('campaignRepeated');
        case 'decided':
          throw new Refused('campaignDecided');
      }
    },

    readCampaign: async ({ viewer: { account }, body: { id } }) => detailOf(account, id),

    listRecipients: async ({ viewer: { account }, body: { id, outcome, page, pageSize } }) => {
      await within(account, id);
      const offset = (page - 1) * pageSize;
      const { total, rows } = await campaigns.recipientPage(id, { outcome, offset, limit: pageSize });
      return {
        total,
        recipients: rows
          // One that has moved to another city since.
          .filter(({ city }) => seesCity(account.cities, city))
          .map(({ uscc, firmName, city, at, ...row }) => ({
            ...{ uscc, name: firmName, city, at },
            outcome: inBoth((t) =>
              t.campaigns.outcome({ outcome: row.outcome, skip: skipReasonIn(row.outcome) }),
            ),
          })),
      };
    },

    steerCampaign: async ({ viewer: { account }, body: { id, action, eventId } }) => {
      await within(account, id);
      const actor = account.staffId;
      const result = await ports.commands
        .steerCampaign({ campaignId: id, action, actor, eventId: `console/${actor}/${eventId}` })
        .catch(async (error: unknown) => {
          if (!(error instanceof EnrollmentUnavailable)) throw error;
          await note(account, action, [id, error.code]);
          if (error.code === 'notFound') throw new Refused('campaignCannot');
          throw error;
        });
      await note(account, action, [id, result.outcome]);
      if (result.outcome === 'refused') throw new Refused('campaignCannot');
      return detailOf(account, id);
    },

    exportCampaign: async ({ viewer: { account }, body: { id }, reply }) => {
      await within(account, id);
      const { cli, outcome: outcomeText } = textsFor('zh-CN').campaigns;
      const rows: string[][] = [];
      for await (const { uscc, firmName, city, outcome, at } of campaigns.recipients(id)) {
        if (!seesCity(account.cities, city)) continue;
        const skip = skipReasonIn(outcome);
        const code = skip === null ? outcome : 'skipped';
        rows.push([uscc, firmName, city, code, outcomeText({ outcome, skip }), shanghaiDateTime(at)]);
      }
      await note(account, 'export', [id, 'done', { rows: rows.length }]);
      return reply
        .type(sheetType)
        .header('content-disposition', 'attachment; filename="campaign.xlsx"')
        .send(Buffer.from(await ports.writeSheet({ header: cli.exportColumns, rows })));
    },
  };
}

function requestFrom(body: z.output<typeof previewBody>, pack: ConsolePorts['packs'][0]): CampaignRequest {
  const { city, officialStatus, reportedStep, silentForDays, invitedForDays, notRemindedForDays } = body;
  const { officerId, unchangedDays, reachable } = body;
  const request: CampaignRequest = {
    filter: {
      ...(city !== null && { city }),
      ...(officialStatus !== null && { officialStatus }),
      ...(reportedStep !== null && { reportedStep }),
      ...(silentForDays !== null && { silentForDays }),
      ...(invitedForDays !== null && { invitedForDays }),
      ...(notRemindedForDays !== null && { notRemindedForDays }),
      ...(officerId !== null && { officerId }),
      ...(unchangedDays !== null && { unchangedForDays: unchangedDays }),
      ...(reachable !== null && { reachable }),
      ...(body.neverReached && { neverReached: true as const }),
    },
    options: {
      ...{ notWithinWorkingDays: body.notWithinWorkingDays, perMinute: body.perMinute },
      ...(body.outsideHours !== null && { outsideHours: body.outsideHours }),
    },
  };
  const isRead = body.startAt === null || readInto(request, 'startAt', body.startAt, pack);
  if (!isRead) throw new Refused('badRequest');
  return request;
}

/** As staff would type it: English under its own line. */
const typedIn = ({ zh, en }: { zh: string; en: string }): string =>
  en.trim() === '' ? zh : `${zh}\nEnglish:\n${en}`;
