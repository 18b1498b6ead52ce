import { describe, expect, it } from 'vitest';
import { readLines } from '../../cli/read-lines.ts';

async function linesOf(...chunks: Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  const stream = (async function* () {
    yield* chunks;
  })();
  for await (const line of readLines(stream)) lines.push(line);
  return lines;
}

describe('questions from standard input', () => {
  it('keeps a character whole that a chunk border cuts', async () => {
    const bytes = new TextEncoder().encode('赔付比例\n');
    expect(await linesOf(bytes.slice(0, 4), bytes.slice(4))).toEqual(['赔付比例']);
  });

  it('takes CRLF, a byte order mark, no final line feed and line separators inside a question', async () => {
    const text = '\uFEFF一\r\n\n二\u2028三';
    expect(await linesOf(new TextEncoder().encode(text))).toEqual(['一', '', '二\u2028三']);
  });

  it('survives bytes that are no UTF-8', async () => {
    expect(await linesOf(Uint8Array.of(0xff, 0xfe, 0x41, 0x0a))).toEqual(['\uFFFD\uFFFDA']);
  });
});
