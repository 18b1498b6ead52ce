import { askBotpress } from '../../bot/channels/botpress/ask-botpress.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { Settings } from '../settings.ts';
import type { Finding } from './finding.ts';

type Say = (doctor: Texts['doors']['botpress']['doctor']) => string;
const found = (mark: Finding['mark'], say: Say): Finding => ({
  mark,
  say: (t) => say(t.doors.botpress.doctor),
});

/** Whether Botpress takes our token and can call us. Nothing where it is not used. */
export async function checkBotpress({ botpress, publicUrl }: Settings): Promise<Finding[]> {
  if (botpress === null) return [];
  const url =
    publicUrl?.startsWith('https://') === true
      ? found('✓', (t) => t.address({ url: `${publicUrl}/botpress/…` }))
      : found('✗', (t) => t.noAddress);
  return [url, await ofApi(botpress)];
}

async function ofApi(access: NonNullable<Settings['botpress']>): Promise<Finding> {
  const answer = await askBotpress(access);
  switch (answer.outcome) {
    case 'ok':
      return found('✓', (t) => t.fine);
    case 'refused':
      return found('✗', (t) => t.refused({ status: answer.status }));
    case 'failed':
      return found('!', (t) => t.failed({ status: answer.status }));
    case 'unreachable':
      return found('✗', (t) => t.unreachable({ reason: answer.reason }));
  }
}
