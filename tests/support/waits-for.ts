import type { EmulatedPerson } from './telegram-emulator.ts';
import { until } from './until.ts';

/** Waits until a message with `fragment` is in the person's chat, and returns its text. */
export async function waitsFor(person: EmulatedPerson, fragment: string | RegExp): Promise<string> {
  const fits = (text: string): boolean =>
    typeof fragment === 'string' ? text.includes(fragment) : fragment.test(text);
  const find = (): string | undefined =>
    person
      .sees()
      .map((m) => m.text)
      .find(fits);
  await until(() => find() !== undefined).catch(() => {
    const seen = person.sees().map((m) => m.text);
    throw new Error(`no message with ${String(fragment)} among:\n${seen.join('\n---\n')}`);
  });
  return find() ?? '';
}
