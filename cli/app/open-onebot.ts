import type { OneBotChannel } from '../../bot/channels/onebot/create-onebot-channel.ts';
import type { Role } from '../instance-lock.ts';
import type { AppParts } from './app-parts.ts';

/** One process has the connection: the server that a program connects to, or the bot that connects to it. */
export const holdsOneBot = ({ direction }: OneBotChannel, role: Role | null): boolean =>
  role === null || role === (direction === 'reverse' ? 'server' : 'bot');

/** Ended before the server is: replies that are under way still go out. */
export async function openOneBot({ closers }: AppParts, onebot: OneBotChannel): Promise<void> {
  closers.add('onebot', () => onebot.stop());
  await onebot.start();
}
