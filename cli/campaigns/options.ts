import type { Command } from 'commander';
import type { RequestField } from '../../knowledge/campaigns/read-request.ts';
import { officialStatuses, reportedSteps } from '../../knowledge/enrollment/state.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { inBothLanguages } from '../both-languages.ts';
import { described } from '../language.ts';

/** Words for a campaign as Commander hands them over. */
export interface CampaignWords {
  all?: true;
  city?: string;
  status?: string;
  step?: string;
  silent?: string;
  invited?: string;
  notReminded?: string;
  neverReached?: true;
  at?: string;
  notWithin?: string;
  perMinute?: string;
  outside?: string;
  text?: string;
  textFile?: string;
}

export const help = (say: (texts: Texts['campaigns']['cli']) => string): string =>
  inBothLanguages((t) => say(t.campaigns.cli));

/** Whom a campaign is for. */
export const withFilter = (command: Command): Command =>
  command
    .argument('[USCC]', described('uscc'))
    .option('--city <city>', described('city'))
    .option('--status <status>', described('status'))
    .option('--step <step>', described('step'))
    .option(
      '--silent <days>',
      help((t) => t.options.silent),
    )
    .option(
      '--invited <days>',
      help((t) => t.options.invited),
    )
    .option(
      '--not-reminded <days>',
      help((t) => t.options.notReminded),
    )
    .option(
      '--never-reached',
      help((t) => t.options.neverReached),
    )
    .option('--all', described('remindAll'));

/** How it is to be done. */
export const withPlan = (command: Command): Command =>
  command
    .option(
      '--at <time>',
      help((t) => t.options.at),
    )
    .option(
      '--not-within <days>',
      help((t) => t.options.notWithin),
    )
    .option(
      '--per-minute <n>',
      help((t) => t.options.perMinute),
    )
    .option(
      '--outside <wait|skip>',
      help((t) => t.options.outside),
    );

export interface GivenWord {
  /** As it was written. */
  name: string;
  field: RequestField;
  value: string;
  allowed: string[];
}

/** The words that were given, with the field that each is for. */
export function wordsGiven(words: CampaignWords, pack: PolicyPack): GivenWord[] {
  const days = ['0', '7', '30'];
  const given: [name: string, field: RequestField, value: string | true | undefined, allowed: string[]][] = [
    ['--city', 'city', words.city, pack.cities],
    ['--status', 'officialStatus', words.status, [...officialStatuses]],
    ['--step', 'reportedStep', words.step, [...reportedSteps, 'none']],
    ['--silent', 'silentForDays', words.silent, days],
    ['--invited', 'invitedForDays', words.invited, days],
    ['--not-reminded', 'notRemindedForDays', words.notReminded, days],
    ['--never-reached', 'neverReached', words.neverReached, []],
    ['--at', 'startAt', words.at, ['2026-12-01T09:30']],
    ['--not-within', 'notWithinWorkingDays', words.notWithin, ['0', '1', '60']],
    ['--per-minute', 'perMinute', words.perMinute, ['1', '60', '9999']],
    ['--outside', 'outsideHours', words.outside, ['wait', 'skip']],
  ];
  return given.flatMap(([name, field, value, allowed]) =>
    value === undefined ? [] : [{ name, field, value: value === true ? '' : value, allowed }],
  );
}

/** The office's own words, instead of reminders. */
export const withText = (command: Command): Command =>
  command
    .option(
      '--text <text>',
      help((t) => t.options.text),
    )
    .option(
      '--text-file <file>',
      help((t) => t.options.textFile),
    );
