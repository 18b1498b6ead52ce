import type { Command } from 'commander';
import type { PayloadKey } from '../../activities/payload-codec/payload-keys.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { readKeyFile, rotateKeyFile } from '../payload-keys/key-file.ts';
import { keyFilePath } from '../payload-keys/open-keyring.ts';
import { tableLines } from '../table.ts';
import { registerUiTokens } from './keys-ui-token.ts';

/** `tongbao keys`: the keys of the data in Temporal. No key is ever shown. */
export function register(program: Command, context: CliContext): void {
  const help = (key: keyof Texts['encryption']['help']): string =>
    inBothLanguages((t) => t.encryption.help[key]);
  const keys = program.command('keys').description(help('keys'));
  withLanguage(keys.command('list').description(help('list'))).action((options: LanguageOption) =>
    listKeys(context, options),
  );
  withLanguage(keys.command('rotate').description(help('rotate'))).action(async (options: LanguageOption) =>
    rotateKeys(context, options),
  );
  registerUiTokens(keys, context, help);
}

function listKeys(context: CliContext, options: LanguageOption): void {
  const { settings } = context;
  const texts = textsOf(options).encryption.keys;
  const path = keyFilePath(settings);
  const keys = settings.payloadKeys ?? readKeyFile(path);
  if (keys === null) throw userError((t) => t.encryption.keyFile.missing({ path }));
  const row = ({ id }: PayloadKey, at: number): string[] => [id, at === 0 ? texts.encrypts : texts.decrypts];
  for (const line of tableLines(texts.columns, keys.map(row))) context.out(line);
  context.out(settings.payloadKeys === null ? texts.fromFile({ path }) : texts.fromSetting);
}

async function rotateKeys(context: CliContext, options: LanguageOption): Promise<void> {
  const { settings } = context;
  if (settings.payloadKeys !== null) throw userError((t) => t.encryption.keys.rotateSetting);
  const path = keyFilePath(settings);
  const { audit } = await context.openStores();
  const [{ id }] = rotateKeyFile(path);
  await audit.record({ actor: 'cli', action: 'rotatePayloadKeys', target: id, outcome: 'rotated' });
  const texts = textsOf(options).encryption;
  context.out(texts.keys.rotated({ id }));
  context.out(texts.keys.backUp({ path }));
  const address = settings.temporalAddress;
  if (address !== null) context.out(texts.doctor.onlyHere({ address }));
}
