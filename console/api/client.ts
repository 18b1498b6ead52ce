import createClient from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type Schemas = components['schemas'];
export type Refusal = Schemas['Refusal']['error'];

/** Thrown where the server does not do what it was asked for, or does not answer. */
export class ApiError extends Error {
  /** Null: it did not answer. */
  readonly refusal: Refusal | null;
  constructor(refusal: Refusal | null) {
    super(refusal?.code ?? 'noAnswer');
    this.name = 'ApiError';
    this.refusal = refusal;
  }
}

export const api = createClient<paths>();

/** The answer of a call; a refusal becomes an `ApiError`. */
export async function answerOf<T>(
  call: Promise<{ data?: T | undefined; error?: Schemas['Refusal'] | undefined }>,
): Promise<T> {
  const { data, error } = await call.catch(() => {
    throw new ApiError(null);
  });
  // Something in between answers in its own way, such as a proxy.
  if (data === undefined)
    throw new ApiError((error as Partial<Schemas['Refusal']> | undefined)?.error ?? null);
  return data;
}
