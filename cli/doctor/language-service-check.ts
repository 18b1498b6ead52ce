import { createLanguageService } from '../../activities/language-service/create-language-service.ts';
import type { LanguageServiceFailure } from '../../activities/ports/language-service.ts';
import { isLoopback } from '../../bot/channels/is-loopback.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { CliContext } from '../context.ts';
import type { Finding } from './finding.ts';

/** Nobody's question: it says nothing of any asker. */
const sample = {
  question: textsFor('zh-CN').answering.topicLabels['payout-ratio'],
  turns: [],
  offered: ['payout-ratio', 'max-indemnity'],
  locale: 'zh-CN',
} as const;

/** Tries the language model once, if there is one. It is never in the way of running: without it the pack answers alone. */
export async function checkLanguageService(
  context: Pick<CliContext, 'settings' | 'loadPack' | 'log'>,
  now: () => Date,
): Promise<Finding[]> {
  const settings = context.settings.languageService;
  if (settings === null) return [];
  const { host, protocol, hostname } = new URL(settings.baseUrl);
  const { model } = settings;
  const pack = await context.loadPack();
  const service = createLanguageService(settings, { pack, clock: { now }, log: context.log });
  const startedMs = now().getTime();
  const result = await service.suggest(sample);
  const tookMs = now().getTime() - startedMs;
  const tried: Finding = result.ok
    ? { mark: '✓', say: (t) => t.assisted.doctor.fine({ host, model, tookMs }) }
    : {
        mark: '!',
        say: (t) => t.assisted.doctor.failed({ host, model, reason: inWords(t, result.reason) }),
      };
  const open = protocol === 'http:' && !isLoopback(hostname);
  return open ? [tried, { mark: '!', say: (t) => t.assisted.doctor.plainHttp({ host }) }] : [tried];
}

function inWords({ assisted: { why } }: Texts, reason: LanguageServiceFailure): string {
  switch (reason) {
    case 'timeout':
    case 'network':
    case 'status':
    case 'tooLarge':
    case 'noText':
    case 'resting':
      return why[reason];
    default:
      return why.unusable;
  }
}
