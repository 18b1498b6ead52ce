import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Campaign } from '../../activities/ports/campaigns.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import { describePlan } from '../../knowledge/campaigns/render-preview.ts';
import { steeringActions } from '../../knowledge/campaigns/steering.ts';
import type { SteeringAction } from '../../knowledge/campaigns/steering.ts';
import { skipReasonIn } from '../../knowledge/notifications/campaign-tally.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import { help, withFilter, withPlan, withText } from '../campaigns/options.ts';
import type { CampaignWords } from '../campaigns/options.ts';
import { planFromLine } from '../campaigns/plan.ts';
import { previewOf, showPreview } from '../campaigns/preview.ts';
import { previewAndStart, showTally } from '../campaigns/start.ts';
import type { StartOptions } from '../campaigns/start.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { described, localeOf, shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { newSheetFile, saveNewSheet } from '../new-sheet.ts';
import { withEngine } from '../require-engine.ts';
import { tableLines } from '../table.ts';

const mostListed = 50;
/** As many characters of an ID as lists show; any beginning that only one campaign has will do. */
const shortId = (id: string): string => id.slice(0, 8);

interface JsonOption extends LanguageOption {
  json?: true;
}

/** `tongbao campaign`: messages to many firms, previewed, steered and accounted for. */
export function register(program: Command, context: CliContext): void {
  const command = program.command('campaign').description(help((t) => t.describe));

  const preview = command.command('preview').description(help((t) => t.preview));
  withLanguage(withText(withPlan(withFilter(preview)))).action(
    async (uscc: string | undefined, options: CampaignWords & LanguageOption) => {
      const planned = await planFromLine(context, uscc, options);
      showPreview(
        context,
        { ...planned, preview: await previewOf(context, planned) },
        { ...options, samples: true },
      );
    },
  );

  const start = command.command('start').description(help((t) => t.start));
  withLanguage(
    withText(withPlan(withFilter(start)))
      .option('--yes', described('yes'))
      .option('--no-wait', described('noWait')),
  ).action(async (uscc: string | undefined, options: CampaignWords & StartOptions) =>
    previewAndStart(context, await planFromLine(context, uscc, options), { ...options, samples: true }),
  );

  const list = command.command('list').description(help((t) => t.list));
  withLanguage(list.option('--json', described('json'))).action((options: JsonOption) =>
    listCampaigns(context, options),
  );

  const show = withId(command.command('show').description(help((t) => t.show)));
  withLanguage(show.option('--json', described('json'))).action((id: string, options: JsonOption) =>
    showCampaign(context, id, options),
  );

  for (const action of steeringActions) {
    const steer = withId(command.command(action).description(help((t) => t.steer[action])));
    withLanguage(steer).action((id: string, options: LanguageOption) =>
      steerOne(context, id, action, options),
    );
  }

  const write = withId(command.command('export').description(help((t) => t.export))).requiredOption(
    '--out <file>',
    help((t) => t.exportOut),
  );
  withLanguage(write).action((id: string, options: LanguageOption & { out: string }) =>
    exportOutcomes(context, id, options),
  );
}

const withId = (command: Command): Command =>
  command.argument(
    '<id>',
    help((t) => t.id),
  );

async function listCampaigns(context: CliContext, options: JsonOption): Promise<void> {
  const pack = await context.loadPack();
  const stores = await context.openStores();
  const found = await stores.campaigns.list(pack.id, mostListed);
  if (options.json === true) {
    context.out(JSON.stringify(found, null, 2));
    return;
  }
  const { campaigns: texts } = textsOf(options);
  if (found.length === 0) {
    context.out(texts.cli.none);
    return;
  }
  const rows = found.map((campaign) => [
    shortId(campaign.id),
    shownTime(campaign.startedAt ?? campaign.startAt ?? campaign.createdAt),
    texts.kinds[campaign.kind],
    texts.states[campaign.state],
    `${campaign.tally.done} / ${campaign.tally.total}`,
    String(campaign.tally.sent),
    texts.filter(campaign.filter),
  ]);
  for (const line of tableLines(texts.cli.columns, rows)) context.out(line);
}

async function showCampaign(context: CliContext, given: string, options: JsonOption): Promise<void> {
  const { campaign } = await campaignNamed(context, given);
  if (options.json === true) {
    context.out(JSON.stringify(campaign, null, 2));
    return;
  }
  const { campaigns: texts } = textsOf(options);
  const { id, kind, state, startedAt, endedAt } = campaign;
  context.out(`${id}  ${texts.kinds[kind]}  ${texts.states[state]}`);
  for (const line of describePlan(campaign, localeOf(options))) context.out(line);
  for (const words of Object.values(campaign.text ?? {})) context.out(words);
  if (startedAt !== null) context.out(texts.cli.startedAt({ at: shownTime(startedAt) }));
  if (endedAt !== null) context.out(texts.cli.endedAt({ at: shownTime(endedAt) }));
  showTally(context, campaign, options);
}

async function steerOne(
  context: CliContext,
  given: string,
  action: SteeringAction,
  options: LanguageOption,
): Promise<void> {
  const { campaign, stores } = await campaignNamed(context, given);
  const { id: campaignId, state } = campaign;
  const result = await withEngine(context, null, (commands) =>
    commands
      .steerCampaign({ campaignId, action, eventId: `cli/${randomUUID()}`, actor: 'cli' })
      .catch((error: unknown) => {
        const isOver = error instanceof EnrollmentUnavailable && error.code === 'notFound';
        if (isOver) return { outcome: 'refused' as const, state };
        throw error;
      }),
  );
  const { outcome } = result;
  await stores.audit.record({ actor: 'cli', action: `campaign.${action}`, target: campaignId, outcome });
  if (outcome === 'refused') {
    context.err(inBothLanguages((t) => t.campaigns.steered.refused(result)));
    throw new CommandFailed();
  }
  context.out(textsOf(options).campaigns.steered[action]);
}

async function exportOutcomes(
  context: CliContext,
  given: string,
  options: LanguageOption & { out: string },
): Promise<void> {
  const { out: file } = options;
  const kind = await newSheetFile(file, (t) => t.campaigns.cli.exportExists({ file }));
  const { campaign, stores } = await campaignNamed(context, given);
  const { campaigns: texts } = textsOf(options);
  const rows: string[][] = [];
  for await (const { uscc, firmName, city, outcome, at } of stores.campaigns.recipients(campaign.id)) {
    const skip = skipReasonIn(outcome);
    const code = skip === null ? outcome : 'skipped';
    rows.push([uscc, firmName, city, code, texts.outcome({ outcome, skip }), shownTime(at)]);
  }
  const sheet = { header: texts.cli.exportColumns, rows, widths: [24, 30, 10, 12, 28, 20] };
  await saveNewSheet(file, kind, sheet, (t) => t.campaigns.cli.exportUnwritable({ file }));
  await stores.audit.record({
    actor: 'cli',
    action: 'campaign.export',
    target: campaign.id,
    outcome: 'written',
    detail: JSON.stringify({ rows: rows.length }),
  });
  context.out(texts.cli.exported({ count: rows.length, file }));
}

/** The one campaign whose ID begins so. Throws UserError for none and for several. */
async function campaignNamed(
  context: CliContext,
  given: string,
): Promise<{ campaign: Campaign; stores: Stores }> {
  const pack = await context.loadPack();
  const stores = await context.openStores();
  const [id, another] = await stores.campaigns.idsBeginningWith(pack.id, given.toLowerCase());
  if (another !== undefined) throw userError((t) => t.campaigns.cli.ambiguous({ id: given }));
  const campaign = id === undefined ? null : await stores.campaigns.find(id);
  if (campaign === null) throw userError((t) => t.campaigns.cli.notFound({ id: given }));
  return { campaign, stores };
}
