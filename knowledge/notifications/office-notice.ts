import type { Locale } from '../answering/types.ts';
import { textsFor } from '../locales/index.ts';
import type { OutboundMessage } from '../message.ts';
import type { OfficeMatter, OfficeMatterShown } from './office-matter.ts';

export function renderOfficeNotice({
  data,
  repeated,
  locale,
}: {
  data: Record<string, string | number | null>;
  repeated: boolean;
  locale: Locale;
}): OutboundMessage {
  const text = (name: string): string => String(data[name] ?? '');
  const count = (name: string): number => Number(data[name] ?? 0);
  const shown: OfficeMatterShown = {
    ...{ year: count('year'), packId: text('packId'), nextPackId: text('nextPackId') },
    ...{ opensOn: text('opensOn'), invited: count('invited'), notEligible: count('notEligible') },
    ...{ waiting: count('waiting'), unsettled: count('unsettled') },
  };
  const { renewal, notifications } = textsFor(locale);
  const [first = '', ...rest] = renewal.office[data['about'] as OfficeMatter](shown);
  const mark = repeated ? notifications.repeatedMark : '';
  return { paragraphs: [`${mark}${first}`, ...rest], buttons: [], citation: null };
}
