import type { Command } from 'commander';
import { textsFor } from '../../knowledge/locales/index.ts';
import { inBothLanguages } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import type { Finding } from '../doctor/finding.ts';
import { checkBotpress } from '../doctor/botpress-check.ts';
import { checkLanguageService } from '../doctor/language-service-check.ts';
import {
  checkCalendar,
  checkDatabase,
  checkNode,
  checkProxy,
  checkTemporalCli,
} from '../doctor/local-checks.ts';
import { checkMail } from '../doctor/mail-check.ts';
import { checkOneBot } from '../doctor/onebot-check.ts';
import { checkPayloadKeys } from '../doctor/payload-keys-check.ts';
import { checkRenewal } from '../doctor/renewal-check.ts';
import { checkTelegram } from '../doctor/telegram-checks.ts';
import { checkTemporal } from '../doctor/temporal-check.ts';
import { checkTickets } from '../doctor/tickets-check.ts';
import { checkWecom } from '../doctor/wecom-check.ts';
import { checkWebhooks } from '../doctor/webhooks-check.ts';

/** `tongbao doctor`: fails when something is in the way of running. */
export function register(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description(inBothLanguages((t) => t.cli.doctor.help))
    .action(() => doctor(context));
}

async function doctor(context: CliContext): Promise<void> {
  const now = (): Date => context.now?.() ?? new Date();
  const { settings } = context;
  const [
    database,
    temporal,
    telegram,
    botpress,
    mail,
    onebot,
    wecom,
    languageService,
    renewal,
    webhooks,
    tickets,
  ] = await Promise.all([
    checkDatabase(context),
    checkTemporal(settings),
    checkTelegram(context, now),
    checkBotpress(settings),
    checkMail(settings),
    checkOneBot(context),
    checkWecom(settings),
    checkLanguageService(context, now),
    checkRenewal(context, now),
    checkWebhooks(context),
    checkTickets(context),
  ]);
  const local = [
    checkNode(process.versions.node),
    checkTemporalCli(context),
    ...checkPayloadKeys(settings),
    ...checkProxy(settings),
  ];
  const findings = [
    ...local,
    database,
    temporal,
    ...telegram,
    ...botpress,
    ...mail,
    ...onebot,
    ...wecom,
    ...languageService,
    ...renewal,
    ...webhooks,
    ...tickets,
    checkCalendar(now()),
  ];
  for (const found of findings) show(found, context);
  const broken = findings.filter((found) => found.mark === '✗').length;
  context.out('');
  context.out(
    inBothLanguages((t) => (broken === 0 ? t.cli.doctor.allFine : t.cli.doctor.someBroken({ broken }))),
  );
  if (broken > 0) throw new CommandFailed();
}

function show({ mark, say }: Finding, context: CliContext): void {
  context.out(`${mark} ${say(textsFor('zh-CN'))}`);
  context.out(`  ${say(textsFor('en'))}`);
}
