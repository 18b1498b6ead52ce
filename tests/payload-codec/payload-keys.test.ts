import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { newPayloadKeyLine, parsePayloadKeys } from '../../activities/payload-codec/payload-keys.ts';
import { keyText } from '../support/payload-keys.ts';

const [one, two] = [keyText('one'), keyText('two')];
const idsIn = (text: string): string[] | undefined => parsePayloadKeys(text)?.map((key) => key.id);

describe('a list of keys', () => {
  it.each([
    ['commas', `${one},${two}`],
    ['commas and spaces', ` ${one} , ${two} `],
    ['lines and comments', `# keys\n${one}\n  # older\n${two}\n`],
    ['lines of Windows', `${one}\r\n${two}\r\n`],
  ])('may be separated by %s', (_by, text) => {
    expect(idsIn(text)).toEqual(['one', 'two']);
  });

  it('takes base64 without its padding', () => {
    expect(parsePayloadKeys(one.replace('=', ''))?.[0].secret.symmetricKeySize).toBe(32);
  });

  it.each([
    ['nothing', ''],
    ['comments only', '# nothing\n'],
    ['a key without an ID', one.slice(one.indexOf(':') + 1)],
    ['a short key', 'one:c2hvcnQ='],
    ['a long key', `one:${'A'.repeat(88)}`],
    ['an ID with a space', `my ${one}`],
    ['an ID that is too long', `${'x'.repeat(17)}${one.slice(3)}`],
    ['an ID twice', `${one},${keyText('one')}`],
    ['one good and one bad', `${one},two:`],
  ])('is refused: %s', (_what, text) => {
    expect(parsePayloadKeys(text)).toBeNull();
  });

  it('does not show its secrets when it is printed', () => {
    const keys = parsePayloadKeys(one);
    const secret = one.slice(one.indexOf(':') + 1);
    for (const shown of [JSON.stringify(keys), inspect(keys, { depth: 9, showHidden: true })]) {
      expect(shown).toContain('one');
      expect(shown).not.toContain(secret.slice(0, 8));
    }
  });

  it('takes new keys, each with its own ID and secret', () => {
    const lines = Array.from({ length: 50 }, newPayloadKeyLine);
    expect(lines.every((line) => parsePayloadKeys(line)?.length === 1)).toBe(true);
    expect(new Set(lines.map((line) => line.split(':')[1])).size).toBe(50);
    expect(new Set(lines.map((line) => line.split(':')[0])).size).toBeGreaterThan(45);
  });
});
