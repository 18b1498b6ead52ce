import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { z } from 'zod';
import type { AssistPrompt } from '../../knowledge/answering/assisted-prompt.ts';
import type { LanguageServiceFailure } from '../ports/language-service.ts';
import { BodyTooLarge, createBoundedFetch } from './bounded-fetch.ts';

/** Where an OpenAI-compatible endpoint is, and how long one answer may take. */
export interface LanguageServiceSettings {
  baseUrl: string;
  /** Null where the endpoint asks for none, as on one's own machine. */
  apiKey: string | null;
  model: string;
  timeoutMs: number;
}

export type Completion = { ok: true; text: string } | { ok: false; reason: LanguageServiceFailure };

/** What is asked for takes a few hundred bytes; the envelope a few more. */
const bodyLimitBytes = 64 * 1024;
const tokenLimit = 300;

/** The client's types say what an endpoint should send; this is what was sent. */
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().min(1) }) })).min(1),
});

/** Names of the client's own making that tell of the machine; nobody needs them. */
const untold = [
  'Lang',
  'Package-Version',
  'OS',
  'Arch',
  'Runtime',
  'Runtime-Version',
  'Retry-Count',
  'Timeout',
];

/** One chat completion, one try, within the time limit. Never throws. */
export function createCompletion(
  settings: LanguageServiceSettings,
): (prompt: AssistPrompt) => Promise<Completion> {
  const { baseUrl, apiKey, model, timeoutMs } = settings;
  const client = new OpenAI({
    baseURL: baseUrl,
    // Given one by one, so that the client looks for nothing of its own in the environment.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: createBoundedFetch(bodyLimitBytes),
    defaultHeaders: Object.fromEntries(untold.map((name) => [`X-Stainless-${name}`, null])),
  });
  return async ({ system, user }) => {
    try {
      const answer: unknown = await client.chat.completions.create(
        {
          model,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          temperature: 0,
          // The newer name of this limit is unknown to many compatible endpoints.
          // eslint-disable-next-line @typescript-eslint/no-deprecated
          max_tokens: tokenLimit,
          response_format: { type: 'json_object' },
        },
        { signal: AbortSignal.timeout(timeoutMs) },
      );
      const read = completion.safeParse(answer);
      const text = read.data?.choices[0]?.message.content;
      return text === undefined ? { ok: false, reason: 'noText' } : { ok: true, text };
    } catch (error) {
      return { ok: false, reason: failureOf(error) };
    }
  };
}

function failureOf(error: unknown): LanguageServiceFailure {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return 'timeout';
  if (error instanceof APIConnectionError) return isTooLarge(error) ? 'tooLarge' : 'network';
  if (error instanceof APIError) return 'status';
  // What says that it is JSON and is not.
  return 'noText';
}

/** The client wraps what its `fetch` threw. */
const isTooLarge = (error: Error): boolean =>
  error.cause instanceof BodyTooLarge || (error.cause instanceof Error && isTooLarge(error.cause));
