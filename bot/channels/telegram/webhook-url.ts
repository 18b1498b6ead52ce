/** Where the server mounts the webhook, below the public URL. */
const path = '/telegram/webhook';

/**
 * The address that Telegram is to call; null where messages are polled. The public URL may have a path, for a proxy that
 * serves several programs.
 */
export const webhookUrlOf = (publicUrl: string | null): string | null =>
  // Telegram calls no other address; an office's inner network is reached by polling.
  publicUrl?.startsWith('https://') === true ? `${publicUrl.replace(/\/+$/, '')}${path}` : null;
