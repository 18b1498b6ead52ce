import type { Command } from 'commander';
import { withFilter, withPlan } from '../campaigns/options.ts';
import type { CampaignWords } from '../campaigns/options.ts';
import { planFromLine } from '../campaigns/plan.ts';
import { previewAndStart } from '../campaigns/start.ts';
import type { StartOptions } from '../campaigns/start.ts';
import type { CliContext } from '../context.ts';
import { described, withLanguage } from '../language.ts';

/** The short form of `campaign start`, for reminders. */
export function register(program: Command, context: CliContext): void {
  const command = withPlan(withFilter(program.command('remind').description(described('remind'))))
    .option('--dry-run', described('dryRun'))
    .option('--yes', described('yes'))
    .option('--no-wait', described('noWait'));
  withLanguage(command).action(async (uscc: string | undefined, options: CampaignWords & StartOptions) =>
    previewAndStart(context, await planFromLine(context, uscc, options), options),
  );
}
