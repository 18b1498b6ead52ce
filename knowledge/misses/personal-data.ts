/** What stands in a stored question for what was taken out. */
const marks = {
  phone: '〔电话〕',
  mail: '〔邮箱〕',
  code: '〔信用代码〕',
  number: '〔号码〕',
  link: '〔链接〕',
  account: '〔账号〕',
  firm: '〔企业〕',
  person: '〔姓名〕',
} as const;

export interface KnownNames {
  firms: readonly string[];
  people: readonly string[];
  /** Names that stay, such as the insurer's. */
  public: readonly string[];
}

/** Longest question that is kept. */
const longest = 300;

/** Told by their form. The order matters: a credit code holds digits that look like a telephone number. */
const patterns: readonly [RegExp, string][] = [
  [/\b(?:https?:\/\/|www\.)\S+/gi, marks.link],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, marks.mail],
  [/(?<!\d)\d{17}[\dxX](?![\dA-Za-z])/g, marks.number],
  [/(?<![0-9A-Za-z])[0-9A-HJ-NP-RTUWXY]{2}(?:[ -]?[0-9A-HJ-NP-RTUWXY]){15,16}(?![0-9A-Za-z])/g, marks.code],
  [/(?<![0-9a-z])[0-9a-hj-np-rtuwxy]*\d[0-9a-hj-np-rtuwxy]{16,17}(?![0-9a-z])/g, marks.code],
  [/(?<!\d)(?:\+?\s?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, marks.phone],
  [/(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g, marks.phone],
  [/(?<![\d.])\d(?:[ -]?\d){11,}(?![\d.])/g, marks.number],
  [/(?<![\d.])\d{3,4}[- ]\d{4}(?!\d)/g, marks.phone],
  [/(?<!\w)\+\d[\d -]{7,}\d/g, marks.phone],
  // Cards, accounts, customs and policy numbers; no amount of a small exporter has so many figures.
  [/(?<![\d.])\d(?:[ -]?\d){7,}(?![\d.])/g, marks.number],
  [/(?<=(?:微信号?|wechat|qq号?|q号|支付宝)\s*(?:号|是|[:：])?\s*)[a-z\d][\w-]{4,}/gi, marks.account],
  [/(?<=(?:我叫|我名叫|本人叫|联系人是?|姓名是?|名字是)[:：]?\s*)\p{Script=Han}{2,4}/gu, marks.person],
  [/(?<=\bmy name is )[a-z]+(?: [a-z]+)?/gi, marks.person],
];

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

/** A question without what tells who asked it. Pure. */
export function withoutPersonalData(text: string, known: KnownNames): string {
  let rest = text
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
  return rest.length <= longest ? rest : `${rest.slice(0, longest)}…`;
}
