import { shanghaiInstant } from '../calendar/shanghai-time.ts';
import { matchCity } from '../firms/city.ts';
import { statusNamed } from '../locales/status-named.ts';
import { stepNamed } from '../locales/step-named.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { CampaignOptions } from './campaign.ts';
import type { CampaignFilter } from './filter.ts';

/** What staff ask for, in chat and on the command line alike. */
export interface CampaignRequest {
  filter: CampaignFilter;
  options: Partial<CampaignOptions>;
}

export type Places = Pick<PolicyPack, 'cities' | 'province' | 'provinceAliases'>;

interface Field<T> {
  /** How it may be called, in lower case. */
  names: readonly string[];
  /** Null for a value that it cannot have. */
  read(value: string, places: Places): T | null;
}
type Fields<T> = { [Key in keyof T]-?: Field<NonNullable<T[Key]>> };

/** At a desk alone, where firms are chosen from their list. */
type DeskOnly = 'usccs' | 'officerId' | 'unchangedForDays' | 'reachable';

const filterFields: Fields<Omit<CampaignFilter, 'uscc' | 'cities' | DeskOnly>> = {
  city: {
    names: ['city', '城市', '市'],
    read: (value, { cities, province, provinceAliases }) =>
      matchCity(value, cities, [province, ...provinceAliases]),
  },
  officialStatus: { names: ['status', '状态'], read: statusNamed },
  reportedStep: { names: ['step', '步骤'], read: stepNamed },
  silentForDays: { names: ['silent', '没回音', '无回音', '没有回音'], read: daysIn },
  invitedForDays: { names: ['invited', '邀请满', '已邀请'], read: daysIn },
  notRemindedForDays: { names: ['not-reminded', '没提醒', '未提醒', '没有提醒'], read: daysIn },
  neverReached: {
    names: ['never-reached', '从未送达', '没送达过'],
    read: (value) => (isYes(value) ? true : null),
  },
};

const optionFields: Fields<CampaignOptions> = {
  startAt: { names: ['at', '时间', '开始'], read: instantIn },
  notWithinWorkingDays: { names: ['not-within', '间隔'], read: (value) => upTo(60, daysIn(value)) },
  perMinute: {
    names: ['per-minute', '每分钟'],
    read: (value) => (/^[1-9]\d{0,3}$/.test(value) ? Number(value) : null),
  },
  outsideHours: { names: ['outside', '非工作时间'], read: outsideHoursNamed },
};

export type RequestField = keyof typeof filterFields | keyof typeof optionFields;

const isFilterField = (field: RequestField): field is keyof typeof filterFields => field in filterFields;

/** The field that a word of staff names; null for none. */
export function fieldNamed(name: string): RequestField | null {
  const wanted = name.toLowerCase();
  const all = Object.entries({ ...filterFields, ...optionFields }) as [RequestField, Field<unknown>][];
  return all.find(([, { names }]) => names.includes(wanted))?.[0] ?? null;
}

/** Adds what `value` says of `field` to a request; false for a value that the field cannot have. */
export function readInto(
  request: CampaignRequest,
  field: RequestField,
  value: string,
  places: Places,
): boolean {
  const known: Field<unknown> = isFilterField(field) ? filterFields[field] : optionFields[field];
  const meant = known.read(value, places);
  if (meant === null) return false;
  Object.assign(isFilterField(field) ? request.filter : request.options, { [field]: meant });
  return true;
}

function daysIn(value: string): number | null {
  const digits = /^(\d{1,3})\s*(?:个?工作日|天|日|d|days?)?$/iu.exec(value)?.[1];
  return digits === undefined ? null : Number(digits);
}

const upTo = (most: number, given: number | null): number | null =>
  given === null || given > most ? null : given;

const isYes = (value: string): boolean => ['', '是', 'yes', 'true'].includes(value.toLowerCase());

function outsideHoursNamed(value: string): 'wait' | 'skip' | null {
  if (['wait', '等', '等待'].includes(value.toLowerCase())) return 'wait';
  return ['skip', '跳过'].includes(value.toLowerCase()) ? 'skip' : null;
}

/** `2026-12-01T09:30` or with a blank between, in Shanghai. */
function instantIn(value: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T\s](\d{2}:\d{2})$/i.exec(value);
  const [, date = '', time = ''] = match ?? [];
  if (match === null || !isTimeOfDay(time) || !isDate(date)) return null;
  return shanghaiInstant(date, time);
}

const isTimeOfDay = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

function isDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
