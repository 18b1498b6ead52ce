import { loosePatterns, marks, patterns } from './personal-patterns.ts';

export interface KnownNames {
  firms: readonly string[];
  people: readonly string[];
  /** Names that stay, such as the insurer's. */
  public: readonly string[];
}

/** Longest question that is kept. */
const longest = 300;

const unlistedFirm =
  /[\p{Script=Han}()（）]{2,20}?(?:有限责任公司|股份有限公司|有限公司|进出口公司|贸易公司|商贸行|贸易商行)/gu;
const englishFirm = /\b[A-Z][\w&.-]+(?:\s+[A-Z][\w&.-]+)*\s+(?:Co\.?,?\s*Ltd|Ltd|Inc|LLC|Corp)\b\.?/g;
/** What people write before a company's name without a space. */
const leadIn =
  /^(?:请问|你好|您好|我们公司是|我们公司叫|我们公司|我们是|我们|我司|我公司|我是|咱们|公司叫|公司是|这里是|就是|关于|对于|像|如果|假如|帮|查一下|查|问一下|问)+/u;

const legalForm = /(?:有限责任公司|股份有限公司|有限公司|公司|厂)$/u;
const placeAtStart = /^\p{Script=Han}{2,3}?(?:省|市|县|区)/u;

/** The ways in which people say a firm's name: whole, without its legal form, without its place. Longest first. */
export function namesOfFirm(name: string, city: string, province: string): string[] {
  const whole = name.trim();
  const withoutPlace = [province, city].reduce(
    (rest, place) => (place !== '' && rest.startsWith(place) ? rest.slice(place.length) : rest),
    whole.replace(placeAtStart, ''),
  );
  const forms = [whole, whole.replace(legalForm, ''), withoutPlace, withoutPlace.replace(legalForm, '')];
  // Shorter ones are words of the language rather than names.
  return [...new Set(forms)].filter((form) => form.length >= 4).sort((a, b) => b.length - a.length);
}

/** 1,234,567.89 and 45678美元 are the books of one firm; 450000 and 15万 are what anybody may ask about. */
const exactAmount =
  /(?<![\d.])\d[\d,]*(?:\.\d+)?(?![\d.%％])(?=(\s?(?:万|亿)?\s?(?:美元|美金|美刀|欧元|人民币|元|块|usd|dollars?|rmb|eur))?)/gi;
const withoutExactAmounts = (text: string): string =>
  text.replace(exactAmount, (found, currency: string | undefined) => {
    const figures = found.replace(/\D/g, '').replace(/^0+|0+$/g, '');
    const isAmount = currency !== undefined || /,\d{3}|\.\d/.test(found);
    return isAmount && figures.length >= 5 ? marks.amount : found;
  });

/** A question without what tells who asked it, cut where it is long; of staff's own answers, whole, only what is sure to name somebody. Pure. */
export function withoutPersonalData(
  text: string,
  known: KnownNames,
  { of = 'question' }: { of?: 'question' | 'answer' } = {},
): string {
  let rest = text
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ＠．＿＋－]/g, (wide) => wide.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim();
  for (const name of known.firms) if (name.length >= 2) rest = rest.replaceAll(name, marks.firm);
  for (const name of known.people) if (name.length >= 2) rest = rest.replaceAll(name, marks.person);
  const kept = known.public.filter((name) => rest.includes(name));
  rest = rest.replace(unlistedFirm, (found) => {
    if (kept.some((name) => found.includes(name))) return found;
    const lead = leadIn.exec(found)?.[0] ?? '';
    return `${lead}${marks.firm}`;
  });
  rest = rest.replace(englishFirm, marks.firm);
  for (const [pattern, mark] of patterns) rest = rest.replace(pattern, mark);
  if (of === 'answer') return rest;
  rest = withoutExactAmounts(rest);
  for (const [pattern, mark] of loosePatterns) rest = rest.replace(pattern, mark);
  return rest.length <= longest ? rest : `${rest.slice(0, longest).replace(/〔[^〕]*$/, '')}…`;
}
