import { textsFor } from '../locales/index.ts';

/** A mark of `personal-data.ts` that stands for something said. */
const mark = '〔[^〔〕]{1,6}〕';
const comma = ',，、;；。.!！?？\\n';

// No word can be read in two ways, or a long text without a mark would take for ever.
const contactLead =
  '(?:请|麻烦|可以|我们?的?|本人的?|公司的?|打|回|加|发|联系|联络|找|我司|手机|电话|座机|微信|vx|v|qq|扣扣|邮箱|邮件|账号|联系方式|网址|链接|地址|税号|统一社会|信用代码|身份证|号码?|是|为|在|到|给|[:：\\s]|' +
  "my|our|call|me|at|on|phone|mobile|e-?mail|mail|wechat|number|address|is|whatsapp|contact|us|it's)*";
const contactTail = '(?:打给|联系|加|找|回复?|发给)?(?:我们?)?(?:微信)?(?:谢谢|thanks?|thank you)?';
/** 我电话〔电话〕: says how to reach somebody and asks nothing. */
const contactClause = `${contactLead}${mark}(?:\\s|[:：/和或]|${mark})*${contactTail}\\s*`;
/** 我们是〔企业〕的〔姓名〕: says who asks. */
const selfClause =
  '(?:hello|hi|你好|您好|这里|本人|我们?公司|我们?|我司|公司名称?|公司)?\\s*(?:是|叫|姓|来自|名叫|i am|my name is|we are|this is)?\\s*(?:〔企业〕|〔姓名〕)(?:\\s*的?\\s*(?:〔姓名〕|员工|财务|业务员|负责人))?\\s*';
const clause = new RegExp(`(^|[${comma}])\\s*(?:${selfClause}|${contactClause})(?=$|[${comma}])`, 'giu');

/** A question without the clauses that only said who asks or how to reach them. Marks inside a sentence stay. */
export function withoutContactClauses(text: string): string {
  if (!text.includes('〔')) return text.trim();
  const rest = text
    .replace(clause, '$1')
    .replace(new RegExp(`[,，、;；\\s]+(?=[${comma}]|$)`, 'gu'), '')
    .replace(new RegExp(`^[${comma}\\s]+`, 'u'), '')
    .trim();
  return rest;
}

/** The ways of asking that stand under a kept answer. */
export const shownWays = (asked: readonly string[]): string[] => [...new Set(asked.map(shownQuestion))];

const anyMark = /\s*〔([^〔〕]{1,6})〕\s*/gu;
const hasHan = /\p{Script=Han}/u;

/**
 * A stored question as its asker and those who come later read it: 我电话〔电话〕 is left out, and inside a sentence a plain
 * word stands for the mark. Staff see the marks themselves, which say what was taken out.
 */
export function shownQuestion(text: string): string {
  const rest = withoutContactClauses(text);
  const asked = rest.replace(anyMark, '') === '' ? text : rest;
  const locale = hasHan.test(asked.replace(anyMark, '')) ? 'zh-CN' : 'en';
  const { markWords } = textsFor(locale).misses;
  return asked
    .replace(anyMark, (_found, name: string, at: number) => {
      const before = asked.slice(0, at);
      const word = markWords[name] ?? '';
      // 卡号〔号码〕, 邮箱〔邮箱〕: the word is there already.
      const said =
        before.endsWith(word) || (/[号额码]$/u.test(before) && /号码|金额|账号|信用代码/.test(name));
      if (said) return locale === 'en' ? ' ' : '';
      return locale === 'en' ? ` ${word} ` : word;
    })
    .replace(/\s+([,.?!])/g, '$1')
    .replace(/ +/g, ' ')
    .trim();
}
