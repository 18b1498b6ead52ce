import { shanghaiDate, shanghaiTime } from '../../knowledge/calendar/shanghai-time.ts';

/** `20261129-013005`, Beijing time: names that sort by age. */
export function stampOf(now: Date): string {
  const iso = now.toISOString();
  const date = shanghaiDate(iso).replaceAll('-', '');
  return `${date}-${shanghaiTime(iso).replace(':', '')}${iso.slice(17, 19)}`;
}
