/** A body of more bytes than were agreed on. What was left of it was not read. */
export class BodyTooLarge extends Error {
  readonly limitBytes: number;
  constructor(limitBytes: number) {
    super(`a body of more than ${limitBytes} bytes`);
    this.name = 'BodyTooLarge';
    this.limitBytes = limitBytes;
  }
}

/**
 * A `fetch` that gives a response only once its whole body is here, so that a time limit on the call is one on the body as
 * well, and that stops reading at `limitBytes`. It follows no redirect: what is sent is for one address only.
 */
export function createBoundedFetch(limitBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    const body = await readBody(response, limitBytes);
    const { status, statusText, headers } = response;
    const bodiless = status === 204 || status === 205 || status === 304;
    return new Response(bodiless ? null : body, { status, statusText, headers });
  };
}

async function readBody(response: Response, limitBytes: number): Promise<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next === undefined || next.done) break;
    size += next.value.byteLength;
    if (size > limitBytes) {
      await reader?.cancel();
      throw new BodyTooLarge(limitBytes);
    }
    parts.push(next.value);
  }
  return new Blob(parts as BlobPart[]).arrayBuffer();
}
