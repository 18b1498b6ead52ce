/**
 * `notFromHere`: another process has the connection. `robot`: it only posts, and is taken out of the group and of the
 * settings. `notConnected`: the settings do not have the channel any more.
 */
export type Leaving = 'possible' | 'notFromHere' | 'robot' | 'notConnected';

/** The groups as the channels themselves have them. */
export interface GroupDoors {
  /** Whether the bot can leave groups of the channel, from this process. */
  leaving(channel: string): Leaving;
  /**
   * Leaves a group, and notes it. One that the bot is not in any more is left too. Throws `SendError` where the channel did
   * not do it, or nobody knows (`ambiguous`).
   */
  leave(channel: string, chatId: string): Promise<void>;
}
