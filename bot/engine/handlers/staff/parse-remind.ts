import { reportedSteps } from '../../../../knowledge/enrollment/state.ts';
import { textsFor } from '../../../../knowledge/locales/index.ts';
import { usccAndRest } from './find-firm.ts';

export interface RemindFilter {
  uscc?: string;
  city?: string;
  /** A reported step, or 'none' for firms that reported nothing. */
  reportedStep?: string;
}

export type ParsedRemind = { ok: true; filter: RemindFilter } | { ok: false; part: string };

const keys: Record<string, 'city' | 'reportedStep'> = {
  city: 'city',
  城市: 'city',
  市: 'city',
  step: 'reportedStep',
  步骤: 'reportedStep',
};

/** `<USCC>`, `city=淮安 step=sealed`, `城市=淮安 步骤=制章`, `全部`. Pure. */
export function parseRemind(args: string): ParsedRemind {
  const code = usccAndRest(args);
  if (code !== null) {
    return code.rest === '' ? { ok: true, filter: { uscc: code.uscc } } : { ok: false, part: code.rest };
  }
  const parts = args
    .replace(/\s*[=＝:：]\s*/g, '=')
    .split(/[\s,，、;；]+/)
    .filter((p) => p !== '');
  if (parts.length === 1 && /^(all|全部|所有)$/i.test(parts[0] ?? '')) return { ok: true, filter: {} };
  const filter: RemindFilter = {};
  for (const part of parts) {
    const [name = '', value = ''] = part.split('=');
    const key = keys[name.toLowerCase()];
    const meant = key === 'reportedStep' ? stepNamed(value) : value;
    if (key === undefined || meant === null || meant === '') return { ok: false, part };
    filter[key] = meant;
  }
  return parts.length === 0 ? { ok: false, part: '' } : { ok: true, filter };
}

/** A step by its ID or by its name in either language. */
function stepNamed(value: string): string | null {
  const wanted = value.toLowerCase();
  if (['none', '未开始', '没开始', 'not started'].includes(wanted)) return 'none';
  const labels = [textsFor('zh-CN'), textsFor('en')].map((texts) => texts.enrollment.stepLabels);
  return (
    reportedSteps.find(
      (step) => step.toLowerCase() === wanted || labels.some((label) => label[step].toLowerCase() === wanted),
    ) ?? null
  );
}
