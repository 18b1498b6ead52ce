import type { Locale } from '../answering/types.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** Sentences for people: whole sentences with named parameters, one folder a locale, the same keys in each. */
export type Texts = typeof zhCN;

const locales: Record<Locale, Texts> = { 'zh-CN': zhCN, en };

export const textsFor = (locale: Locale): Texts => locales[locale];
