import type { Firm } from '../../activities/ports/store.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

/** What the words in braces stand for in one story. Facts come from the pack, so a transcript never types them. */
export interface Known {
  firm: Firm;
  /** The firm's only code; a contact was linked with it. */
  code: string;
  pack: PolicyPack;
}

const plain = ({ firm, code, pack }: Known): Record<string, string | undefined> => ({
  企业: firm.name,
  信用代码: firm.uscc,
  关联码: code,
  赔付比例: `${pack.payout.ratioPercent ?? ''}%`,
  最高赔偿额: `${(pack.cap.amount ?? 0) / 10_000}万美元`,
  信用期限: `${pack.coverage.creditTermMaxDays ?? ''}天`,
  联系电话: pack.contacts.operation[0]?.phone,
  QQ群: pack.qqGroup?.number,
});

/** Words that stand for several texts; only `lacks` takes them, and then none may appear. */
export function severalOf(name: string, known: Known): string[] | null {
  if (name === '{企业的事}') {
    const { firm } = known;
    return [firm.name, firm.uscc, '待企业确认', '自己报告', '下次提醒', firm.contactPhone].flatMap(
      (t) => t ?? [],
    );
  }
  return name === '{本通知的数字}' ? figuresOf(known.pack) : null;
}

/** The pack's amounts in every form in which they are shown. */
function figuresOf({ payout, cap, coverage, eligibility }: PolicyPack): string[] {
  const amounts = [cap.amount, eligibility.lowerUsd, eligibility.upperUsd].flatMap((a) => a ?? []);
  const days = coverage.creditTermMaxDays ?? '';
  return [
    `${payout.ratioPercent ?? ''}%`,
    `${days}天`,
    `${days} days`,
    ...amounts.flatMap((a) => [`${a / 10_000}万`, a.toLocaleString('en-US'), String(a)]),
  ];
}

const braces =
  /\{U\+(?<hex>[0-9A-F]{1,6})\}|\{重复 ?(?<times>\d+) ?次[:：](?<part>(?:\{U\+[0-9A-F]+\}|[^{}])*)\}|\{(?<name>[\p{L}\p{N}]+)\}/giu;

/**
 * Puts in what stands in braces, in one pass: {企业}, {U+202E}, {重复 500 次:文字}. Throws for a word that it does not
 * know; a brace is written {U+7B}.
 */
export function fill(text: string, known: Known): string {
  const words = new Map(Object.entries(plain(known)));
  return text.replace(braces, (...found) => {
    const { hex, times, part, name } = found.at(-1) as Record<string, string | undefined>;
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (times !== undefined) return fill(part ?? '', known).repeat(Number(times));
    const value = words.get(name ?? '');
    if (value === undefined) throw new Error(`unknown word in braces: {${name ?? ''}}`);
    return value;
  });
}
