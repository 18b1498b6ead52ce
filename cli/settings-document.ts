import { textsFor } from '../knowledge/locales/index.ts';
import { settingsTable } from './settings-table.ts';

/** `docs/settings.md`: every setting, its default and its meaning in both languages. */
export function settingsDocument(): string {
  const [zh, en] = [textsFor('zh-CN').cli.settings, textsFor('en').cli.settings];
  const rows = settingsTable.map(({ name, default: value }) => {
    const cells = [`\`${name}\``, value === null ? '–' : `\`${value}\``, zh.meaning[name], en.meaning[name]];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    '# 设置 / Settings',
    '',
    zh.documentIntro,
    '',
    en.documentIntro,
    '',
    '| 名称 / Name | 默认 / Default | 含义 | Meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Names of settings that a text, such as the README, does not mention. */
export const missingSettings = (text: string): string[] =>
  settingsTable.map((row) => row.name).filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
