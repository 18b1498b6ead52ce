import type { Command } from 'commander';
import { SendError } from '../../activities/ports/services.ts';
import { channelName } from '../../bot/channels/wecom/contract.ts';
import { createWecomSender } from '../../bot/channels/wecom/sender.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { systemClock } from '../app/system-clock.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { announcementOf, placesOf } from '../group-posts/announcement.ts';
import { localeOf, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';

interface PostOptions extends LanguageOption {
  yes?: boolean;
}

const help = (say: (texts: Texts['wecom']['cli']) => string): string =>
  inBothLanguages((t) => say(t.wecom.cli));

/** `tongbao wecom`: the WeCom groups that the office's robots are in, and posting there. */
export function register(program: Command, context: CliContext): void {
  const wecom = program.command('wecom').description(help((t) => t.describe));
  withLanguage(wecom.command('list', { isDefault: true }).description(help((t) => t.list))).action(
    (options: LanguageOption) => list(context, options),
  );
  const post = wecom
    .command('post')
    .description(help((t) => t.post))
    .argument(
      '<group>',
      help((t) => t.group),
    )
    .argument(
      '<text...>',
      help((t) => t.text),
    )
    .option(
      '--yes',
      help((t) => t.yes),
    );
  withLanguage(post).action((group: string, text: string[], options: PostOptions) =>
    postOne(context, group, text.join(' '), options),
  );
}

function list(context: CliContext, options: LanguageOption): void {
  const { cli } = textsOf(options).wecom;
  const robots = context.settings.wecom?.robots ?? [];
  if (robots.length === 0) context.out(cli.none);
  for (const { name } of robots) context.out(name);
}

/** Posts once. What may have arrived is not repeated: who asked for it looks into the group first. */
async function postOne(
  context: CliContext,
  group: string,
  typed: string,
  options: PostOptions,
): Promise<void> {
  const { wecom } = context.settings;
  if (wecom?.robots.every(({ name }) => name !== group) !== false)
    throw userError((t) => t.wecom.cli.unknownGroup({ group }));
  const stores = await context.openStores();
  const announcement = await announcementOf(context, typed);
  const placeOf = await placesOf(context, localeOf(options));
  const message = announcement(placeOf({ channel: channelName }));
  const { cli } = textsOf(options).wecom;
  if (options.yes !== true) {
    for (const paragraph of message.paragraphs) context.out(paragraph);
    context.out(cli.preview({ group }));
    return;
  }
  const note = (outcome: string): Promise<void> =>
    stores.audit.record({ actor: 'cli', action: 'postToGroup', target: `${channelName}/${group}`, outcome });
  try {
    await createWecomSender(wecom, systemClock).send(group, message);
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    const { fate, code } = error;
    await note(fate === 'ambiguous' ? 'unknown' : code);
    throw userError((t) =>
      fate === 'ambiguous' ? t.wecom.cli.unsure({ group }) : t.wecom.cli.failed({ group, code }),
    );
  }
  await note('sent');
  context.out(cli.sent({ group }));
}
