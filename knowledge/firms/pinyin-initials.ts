import { pinyin } from 'pinyin-pro';

/** 淮安示例工贸有限公司 -> haslgmyxgs: what somebody types who looks for a firm. Letters and digits stay, the rest goes. */
export const pinyinInitials = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '');
