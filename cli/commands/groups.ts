import type { Command } from 'commander';
import { groupChannels } from '../../activities/ports/groups.ts';
import type { GroupChat } from '../../activities/ports/groups.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { channelName as wecomName } from '../../bot/channels/wecom/contract.ts';
import { groupShowsDigest } from '../../bot/engine/group-message.ts';
import type { GroupMessage } from '../../bot/engine/group-message.ts';
import { shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { funnelOf } from '../../knowledge/overview/funnel.ts';
import { fewestFirms, groupDigestOf } from '../../knowledge/overview/group-digest.ts';
import { untilDeadline } from '../../knowledge/overview/submissions.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { createSenders } from '../app/senders.ts';
import { systemClock } from '../app/system-clock.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { filterFrom } from '../firm-filter.ts';
import { announcementOf, placesOf } from '../group-posts/announcement.ts';
import type { ForPlace } from '../group-posts/announcement.ts';
import { postToGroups } from '../group-posts/post.ts';
import type { Posted } from '../group-posts/post.ts';
import { described, localeOf, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { withPack } from '../pack-option.ts';
import type { PackOption } from '../pack-option.ts';
import { tableLines } from '../table.ts';

interface PostOptions extends LanguageOption {
  city?: string;
  yes?: true;
}

const help = (of: (texts: Texts['groupPosts']['cli']) => string): string =>
  inBothLanguages((t) => of(t.groupPosts.cli));

/** `tongbao groups`: what the office says to everybody in the groups, free of firm data. */
export function register(program: Command, context: CliContext): void {
  const command = program.command('groups').description(help((t) => t.describe));
  withLanguage(command.command('list').description(help((t) => t.list))).action((options: LanguageOption) =>
    listGroups(context, options),
  );
  const announce = command.command('announce').description(help((t) => t.announce));
  withPosting(
    announce.requiredOption(
      '--text <text>',
      help((t) => t.text),
    ),
  ).action(async (options: PostOptions & { text: string }) =>
    post(context, options, await announcementOf(context, options.text)),
  );
  withPack(withPosting(command.command('digest').description(help((t) => t.digest)))).action(
    async (options: PostOptions & PackOption) => {
      const pack = await context.loadPack(options.pack);
      await post(context, options, await digest(context, pack), pack);
    },
  );
}

const withPosting = (command: Command): Command =>
  withLanguage(
    command
      .option(
        '--city <city>',
        help((t) => t.city),
      )
      .option('--yes', described('yes')),
  );

async function listGroups(context: CliContext, options: LanguageOption): Promise<void> {
  const stores = await context.openStores();
  const { cli } = textsOf(options).groupPosts;
  const present = await Promise.all(
    groupChannels.filter((channel) => channel !== wecomName).map((channel) => stores.groups.present(channel)),
  );
  // The settings say which of these there are; the running program notes them, and may not have run since.
  const robots = (context.settings.wecom?.robots ?? []).map(async ({ name }) => ({
    ...{ channel: wecomName, chatId: name },
    ...(await stores.groups.settingsOf(wecomName, name)),
  }));
  const rows = [...present.flat(), ...(await Promise.all(robots))].map(
    ({ channel, chatId, city, announcements }) => [
      ...[channel, chatId, city ?? '–', announcements ? cli.yes : cli.no],
    ],
  );
  for (const line of tableLines(cli.columns, rows)) context.out(line);
}

async function digest(context: CliContext, pack: PolicyPack): Promise<ForPlace> {
  const stores = await context.openStores();
  const now = context.now?.() ?? systemClock.now();
  const funnel = funnelOf(await stores.firms.countByCityAndStep(pack.id));
  const deadline = untilDeadline(shanghaiDate(now.toISOString()), pack.application.deadline);
  const numbers = groupDigestOf(funnel, deadline);
  if (numbers === null) throw userError((t) => t.groupPosts.cli.tooFew({ fewest: fewestFirms }));
  const trial = context.settings.mode === 'trial';
  return (place) => groupShowsDigest(numbers, place, { trial });
}

/** Shows what will be read, and posts it where that was confirmed. `of`: in groups of this pack only. */
async function post(
  context: CliContext,
  options: PostOptions,
  messageIn: ForPlace,
  of?: PolicyPack,
): Promise<void> {
  const { cli } = textsOf(options).groupPosts;
  const stores = await context.openStores();
  const own = await context.loadPack();
  const wanted = await wantedGroups(stores, own, options);
  // A group that is about another pack reads no numbers of this one.
  const groups = wanted.filter(({ packId }) => of === undefined || (packId ?? own.id) === of.id);
  if (groups.length === 0) throw userError((t) => t.groupPosts.cli.noGroups);
  const placeOf = await placesOf(context, localeOf(options));
  const [first] = groups;
  if (first !== undefined) for (const line of linesOf(messageIn(placeOf(first)))) context.out(line);
  if (options.yes !== true) {
    context.out(cli.preview({ count: groups.length }));
    return;
  }
  const senders = createSenders(context.settings, { stores, log: context.log });
  const posted = await postToGroups(groups, senders, {
    messageFor: (group) => messageIn(placeOf(group)),
    // At once: whoever interrupts this finds which groups have it.
    onPosted: ({ channel, chatId, outcome }) =>
      stores.audit.record({
        ...{ actor: 'cli', action: 'groups.posted', target: `group/${channel}/${chatId}`, outcome },
      }),
  });
  for (const one of posted) context.out(lineOf(one, cli));
  const missing = posted.filter(({ outcome }) => outcome !== 'sent').length;
  await stores.audit.record({
    ...{ actor: 'cli', action: 'groups.posted', target: 'groups' },
    outcome: `sent ${posted.length - missing} of ${posted.length}`,
  });
  if (missing === 0) return;
  context.err(cli.failed({ count: missing }));
  throw new CommandFailed();
}

async function wantedGroups(stores: Stores, pack: PolicyPack, { city }: PostOptions): Promise<GroupChat[]> {
  const filter = filterFrom(city === undefined ? {} : { city }, pack);
  return stores.groups.wantingAnnouncements(filter.city === undefined ? {} : { city: filter.city });
}

function lineOf(one: Posted, cli: Texts['groupPosts']['cli']): string {
  switch (one.outcome) {
    case 'sent':
      return cli.sent(one);
    case 'notSent':
      return cli.notSent(one);
    case 'notFromHere':
      return cli.notFromHere(one);
    case 'unknown':
      return cli.unknown(one);
  }
}

const linesOf = ({ paragraphs, buttons }: GroupMessage): string[] => [
  ...paragraphs,
  ...buttons.flat().flatMap((button) => (button.kind === 'link' ? [`[${button.label}] ${button.url}`] : [])),
];
