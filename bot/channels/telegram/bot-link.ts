/** Opens the private chat with the bot; `start` is handed to it as what the person came for. */
export const botLink = (username: string, start?: string): string =>
  `https://t.me/${username}${start === undefined ? '' : `?start=${start}`}`;
