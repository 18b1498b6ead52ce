import { createAssistCheck } from '../../knowledge/answering/assisted-check.ts';
import { assistPrompt } from '../../knowledge/answering/assisted-prompt.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { LanguageService, LanguageServiceResult } from '../ports/language-service.ts';
import type { Clock, Logger } from '../ports/services.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createCompletion } from './complete.ts';
import type { LanguageServiceSettings } from './complete.ts';

/** The language service behind an OpenAI-compatible endpoint. What it says is checked here; nothing of it is logged. */
export function createLanguageService(
  settings: LanguageServiceSettings,
  { pack, clock, log }: { pack: PolicyPack; clock: Clock; log: Logger },
): LanguageService {
  const complete = createCompletion(settings);
  const check = createAssistCheck(pack);
  const breaker = createCircuitBreaker(() => clock.now().getTime());
  return {
    async suggest(request): Promise<LanguageServiceResult> {
      if (!breaker.admits()) return { ok: false, reason: 'resting' };
      const startedMs = clock.now().getTime();
      const result = await suggestOnce();
      const tookMs = clock.now().getTime() - startedMs;
      if (result.ok) {
        breaker.succeeded();
        log.info('languageService.suggested', {
          topic: result.suggestion.topic,
          rewrote: result.suggestion.question !== null,
          tookMs,
        });
      } else {
        breaker.failed();
        log.warn('languageService.failed', { reason: result.reason, tookMs });
      }
      return result;

      async function suggestOnce(): Promise<LanguageServiceResult> {
        const completion = await complete(assistPrompt(request));
        if (!completion.ok) return completion;
        const checked = check(request, completion.text);
        return typeof checked === 'string'
          ? { ok: false, reason: checked }
          : { ok: true, suggestion: checked };
      }
    },
  };
}
