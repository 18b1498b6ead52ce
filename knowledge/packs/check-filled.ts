import { isPackGroup } from './groups.ts';
import type { PackIssue } from './issues.ts';
import type { PolicyPack } from './schema.ts';

/** A screen's own words may well speak of a demonstration of the steps (操作演示, 演示视频). */
const placeholderText = /(?<!操作|视频)演示(?!视频|操作)|待填写|\[Demo\]|to be filled in/u;

/** What still has to be filled in, in the order of the work; then what still says that it is a pattern. */
export function checkFilled(pack: PolicyPack): PackIssue[] {
  const total = pack.toFill.length;
  const steps = pack.toFill.map((group, index): PackIssue => ({
    code: 'groupToFill',
    group,
    step: index + 1,
    total,
  }));
  if (pack.fictional) return steps;
  const leftOver = Object.entries(pack).flatMap(([key, value]): PackIssue[] => {
    if (!isPackGroup(key) || pack.toFill.includes(key)) return [];
    const found = firstPlaceholder(value, key);
    return found === null ? [] : [{ code: 'patternText', group: key, ...found }];
  });
  return [...steps, ...leftOver];
}

function firstPlaceholder(value: unknown, path: string): { path: string; text: string } | null {
  if (typeof value === 'string') return placeholderText.test(value) ? { path, text: value } : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, child] of Object.entries(value)) {
    const found = firstPlaceholder(child, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
