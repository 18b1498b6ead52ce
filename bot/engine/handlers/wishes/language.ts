import type { Locale } from '../../../../knowledge/answering/types.ts';
import { textsFor } from '../../../../knowledge/locales/index.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';
import { noteWish } from './choose-own.ts';

export function chooseLanguage({ texts }: PrivateContext): HandleResult {
  const { language, button } = texts.wishes;
  return say(language.choose, [
    [
      tap(button.chinese, { verb: 'language', locale: 'zh-CN' }),
      tap(button.english, { verb: 'language', locale: 'en' }),
    ],
    [tap(button.asClient, { verb: 'language', locale: null })],
  ]);
}

/** Null: as the client says. Answered in the language that was chosen. */
export async function setLanguage(context: PrivateContext, locale: Locale | null): Promise<HandleResult> {
  const { ports, identity, message } = context;
  await ports.stores.contacts.setLanguage(identity.id, locale);
  await noteWish(context, 'language', locale ?? 'client');
  const { language } = textsFor(locale ?? message.sender.locale).wishes;
  return { ...say(locale === null ? language.asClient : language.chosen), toast: language.toast };
}
