import type { Command } from 'commander';
import type { WebhookDesk } from '../../activities/ports/webhook-desk.ts';
import type { WebhookDelivery } from '../../activities/ports/webhooks.ts';
import { createWebhookDesk } from '../../activities/webhooks/webhook-desk.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { deliveryStates, isDeliveryState } from '../../knowledge/webhooks/delivery-state.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { newSigningSecret } from '../signing-secret.ts';
import { tableLines } from '../table.ts';

interface LogOptions extends LanguageOption {
  state?: string;
  limit: string;
}

/** `tongbao webhooks`: which systems are told of changes, and what became of each message. */
export function register(program: Command, context: CliContext): void {
  const help = (key: keyof Texts['webhooks']['help']): string => inBothLanguages((t) => t.webhooks.help[key]);
  const webhooks = program.command('webhooks').description(help('webhooks'));
  withLanguage(webhooks.command('list').description(help('list'))).action(async (o: LanguageOption) =>
    listEndpoints(context, o),
  );
  const add = webhooks.command('add').description(help('add'));
  withLanguage(add.argument('<name>', help('name')).argument('<url>', help('url'))).action(
    async (name: string, url: string, o: LanguageOption) => addEndpoint(context, { name, url }, o),
  );
  const remove = webhooks.command('remove').description(help('remove')).argument('<name>', help('name'));
  withLanguage(remove).action(async (name: string, o: LanguageOption) => removeEndpoint(context, name, o));
  const deliveries = webhooks
    .command('deliveries')
    .description(help('deliveries'))
    .argument('[name]', help('name'))
    .option('--state <state>', help('state'))
    .option('--limit <n>', help('limit'), '30');
  withLanguage(deliveries).action(async (name: string | undefined, o: LogOptions) =>
    showLog(context, name, o),
  );
  const redeliver = webhooks
    .command('redeliver')
    .description(help('redeliver'))
    .argument('<name>', help('name'))
    .argument('[webhook-id]', help('message'));
  withLanguage(redeliver).action(async (name: string, messageId: string | undefined, o: LanguageOption) =>
    sendAgain(context, { name, messageId: messageId ?? null }, o),
  );
}

const deskOf = async (context: CliContext): Promise<WebhookDesk> =>
  createWebhookDesk({
    ...{ stores: await context.openStores(), newSecret: newSigningSecret },
    allowed: context.settings.webhookAllow,
    hasSecret: (name) => context.settings.webhookSecrets.some((entry) => entry.name === name),
  });

async function listEndpoints(context: CliContext, options: LanguageOption): Promise<void> {
  const texts = textsOf(options).webhooks;
  const endpoints = await (await deskOf(context)).list();
  if (endpoints.length === 0) {
    context.out(texts.none);
    return;
  }
  const rows = endpoints.map(({ name, url, state, counts }) => [
    ...[name, url, texts.state[state]],
    ...deliveryStates.map((one) => String(counts[one])),
  ]);
  for (const line of tableLines(texts.columns, rows)) context.out(line);
}

async function addEndpoint(
  context: CliContext,
  given: { name: string; url: string },
  options: LanguageOption,
): Promise<void> {
  const { name } = given;
  const added = await (await deskOf(context)).add(given, 'cli');
  if (added.outcome === 'badName') throw userError((t) => t.webhooks.badName({ name }));
  if (added.outcome === 'badUrl')
    throw userError((t) => t.webhooks.badUrl({ url: given.url, problem: added.problem }));
  const { url, secret } = added;
  const texts = textsOf(options).webhooks;
  context.out(texts.added({ name, url }));
  if (secret === null) {
    context.out(texts.secretThere);
    return;
  }
  context.out(texts.secretMade);
  context.out(`TONGBAO_WEBHOOK_SECRETS=${name}:${secret}`);
}

async function removeEndpoint(context: CliContext, name: string, options: LanguageOption): Promise<void> {
  if (!(await (await deskOf(context)).remove(name, 'cli')))
    throw userError((t) => t.webhooks.unknown({ name }));
  context.out(textsOf(options).webhooks.removed({ name }));
}

async function showLog(context: CliContext, name: string | undefined, options: LogOptions): Promise<void> {
  const { state, limit } = options;
  if (state !== undefined && !isDeliveryState(state)) throw userError((t) => t.webhooks.badState({ state }));
  if (!/^[1-9]\d{0,2}$|^1000$/.test(limit)) throw userError((t) => t.webhooks.badLimit({ value: limit }));
  const { webhooks } = await context.openStores();
  if (name !== undefined) await requireEndpoint(context, name);
  const filter = { ...(name !== undefined && { endpoint: name }), ...(state !== undefined && { state }) };
  const found = await webhooks.deliveries(filter, Number(limit));
  const texts = textsOf(options).webhooks;
  if (found.length === 0) context.out(texts.noDeliveries);
  else
    for (const line of tableLines(
      texts.deliveryColumns,
      found.map((d) => rowOf(d, texts)),
    ))
      context.out(line);
}

function rowOf(delivery: WebhookDelivery, texts: Texts['webhooks']): string[] {
  const { messageId, endpoint, enrollmentId, state, attempts, lastAnswer } = delivery;
  return [
    ...[messageId, endpoint, enrollmentId, texts.states[state]],
    ...[String(attempts), texts.answer(lastAnswer), timeOf(delivery, texts.soon)],
  ];
}

function timeOf({ state, deliveredAt, nextAttemptAt }: WebhookDelivery, soon: string): string {
  if (deliveredAt !== null) return shownTime(deliveredAt);
  if (state !== 'waiting') return '';
  return nextAttemptAt === null ? soon : shownTime(nextAttemptAt);
}

async function sendAgain(
  context: CliContext,
  { name, messageId }: { name: string; messageId: string | null },
  options: LanguageOption,
): Promise<void> {
  const count = await (await deskOf(context)).redeliver(name, messageId, 'cli');
  if (count === null) throw userError((t) => t.webhooks.unknown({ name }));
  if (count === 0) throw userError((t) => t.webhooks.nothingToRedeliver);
  context.out(textsOf(options).webhooks.redelivered({ count }));
}

async function requireEndpoint(context: CliContext, name: string): Promise<void> {
  const { webhooks } = await context.openStores();
  const known = (await webhooks.list()).some((endpoint) => endpoint.name === name);
  if (!known) throw userError((t) => t.webhooks.unknown({ name }));
}
