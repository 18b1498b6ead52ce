import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { en } from '../locales/en.ts';
import { zhCN } from '../locales/zh-CN.ts';
import type { Texts } from '../locales/zh-CN.ts';

type Locale = 'zh-CN' | 'en';
interface Language {
  locale: Locale;
  t: Texts;
  /** What the server says in both languages. */
  say: (both: { zh: string; en: string }) => string;
  switchLanguage: () => void;
}

const kept = 'tongbao-console-language';
/** Chinese unless somebody chose otherwise: a browser's language says little about who reads. */
const chosen = (): Locale => (localStorage.getItem(kept) === 'en' ? 'en' : 'zh-CN');

const Context = createContext<Language | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const [locale, setLocale] = useState(chosen);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo((): Language => {
    const other = locale === 'en' ? 'zh-CN' : 'en';
    return {
      locale,
      t: locale === 'en' ? en : zhCN,
      say: (both) => (locale === 'en' ? both.en : both.zh),
      switchLanguage: () => {
        localStorage.setItem(kept, other);
        setLocale(other);
      },
    };
  }, [locale]);
  return <Context value={language}>{children}</Context>;
}

export function useLanguage(): Language {
  const language = useContext(Context);
  if (language === null) throw new Error('no language around this');
  return language;
}
