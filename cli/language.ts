import { Option } from 'commander';
import type { Command } from 'commander';
import type { Locale } from '../knowledge/answering/types.ts';
import { shanghaiDateTime } from '../knowledge/calendar/shanghai-time.ts';
import { textsFor } from '../knowledge/locales/index.ts';
import type { Texts } from '../knowledge/locales/index.ts';
import { inBothLanguages } from './both-languages.ts';

/** Description of a command, argument or option as help shows it. */
export const described = (key: keyof Texts['commands']['describe']): string =>
  inBothLanguages((t) => t.commands.describe[key]);

export interface LanguageOption {
  lang: 'zh' | 'en';
}

export const withLanguage = (command: Command): Command =>
  command.addOption(new Option('--lang <zh|en>', described('lang')).choices(['zh', 'en']).default('zh'));

export const localeOf = (options: LanguageOption): Locale => (options.lang === 'en' ? 'en' : 'zh-CN');

export const textsOf = (options: LanguageOption): Texts => textsFor(localeOf(options));

/** An instant as people here read it: `2026-11-23 14:05`, Beijing time. */
export const shownTime = shanghaiDateTime;
