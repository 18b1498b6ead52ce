import { officialStatuses } from '../../../knowledge/enrollment/state.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';

const { notifications: texts } = textsFor('zh-CN');
const mark = '\0';
const notices = officialStatuses.map((status) => ({
  status,
  around: texts.status[status]({ firm: mark }).split(mark),
}));

/** Which new status a text tells; null for any other message. */
export const statusToldBy = (text: string): string | null =>
  notices.find(({ around }) => around.every((part) => text.includes(part)))?.status ?? null;

export const isRepeat = (text: string): boolean => text.includes(texts.repeatedMark);
