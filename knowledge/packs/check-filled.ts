import { isPackGroup } from './groups.ts';
import type { PackIssue } from './issues.ts';
import type { PolicyPack } from './schema.ts';

/** A screen's own words may well speak of a demonstration of the steps (操作演示, 演示视频). */
const placeholderText = /(?<!操作|视频)演示(?!视频|操作)|待填写|\[Demo\]|to be filled in/u;

export const isPlaceholder = (text: string): boolean => placeholderText.test(text);

/** What still has to be filled in, in the order of the work, and under each part every text that still says that it is a pattern. */
export function checkFilled(pack: PolicyPack): PackIssue[] {
  const total = pack.toFill.length;
  const parts = [...pack.toFill, ...Object.keys(pack).filter(isPackGroup)];
  return [...new Set(parts)].flatMap((group): PackIssue[] => {
    const index = pack.toFill.indexOf(group);
    const step: PackIssue[] = index < 0 ? [] : [{ code: 'groupToFill', group, step: index + 1, total }];
    const texts = pack.fictional ? [] : placeholdersIn(pack[group], group);
    return [...step, ...texts.map((found): PackIssue => ({ code: 'patternText', group, ...found }))];
  });
}

function placeholdersIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return isPlaceholder(value) ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => placeholdersIn(child, `${path}.${key}`));
}
