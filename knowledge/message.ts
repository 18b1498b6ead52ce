/** Messages as the engine makes them; a channel puts them into its vendor's form. */

/** A tap on `callback` comes back as `InboundMessage.callback`. `data` is at most 64 bytes in UTF-8 (Telegram's limit). */
export type Button =
  { label: string; kind: 'callback'; data: string } | { label: string; kind: 'link'; url: string };

export interface OutboundMessage {
  /** Plain text, no markup. The first is the short answer. */
  paragraphs: string[];
  /** Rows of buttons. */
  buttons: Button[][];
  /** Shown small under the text: where an answer comes from. */
  citation: string | null;
}
