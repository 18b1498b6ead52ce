import type { WishCallback } from '../../../../knowledge/wish-callbacks.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { tappedMail } from '../mail/own-address.ts';
import { codeFor } from '../people/colleague.ts';
import { removeContact, whoSeesFirm } from '../people/contacts.ts';
import { leave } from '../people/leave.ts';
import { erase, offerErase } from '../people/own-data.ts';
import { offerJoin, preferHere } from './channels.ts';
import { decline } from './decline.ts';
import { setLanguage } from './language.ts';
import { primary } from './primary.ts';
import { resumeFor } from './resume-reminders.ts';
import { settingsOf } from './settings.ts';
import { stopFor } from './stop-reminders.ts';

/** Each checks that the firm is the own one of whoever taps. */
export function tappedWish(context: PrivateContext, callback: WishCallback): Promise<HandleResult> {
  switch (callback.verb) {
    case 'wishes':
      return settingsOf(context, callback.uscc);
    case 'stop':
      return stopFor(context, callback.uscc);
    case 'resume':
      return resumeFor(context, callback.uscc);
    case 'primary':
      return primary(context, callback.uscc);
    case 'join':
      return offerJoin(context);
    case 'prefer':
      return preferHere(context);
    case 'language':
      return setLanguage(context, callback.locale);
    case 'decline':
      return decline(context, callback);
    case 'contacts':
      return whoSeesFirm(context, callback.uscc);
    case 'colleague':
      return codeFor(context, callback.uscc);
    case 'unlink':
      return removeContact(context, callback);
    case 'leave':
      return leave(context, callback);
    case 'mail':
      return tappedMail(context, callback);
    case 'erase':
      return callback.action === 'ask' ? offerErase(context) : erase(context);
  }
}
