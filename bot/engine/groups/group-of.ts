import type { InboundMessage } from '../../model.ts';

/** The group that a message is in, whichever of its topics that may be. */
export const groupOf = ({ chat }: InboundMessage): string => chat.groupId ?? chat.id;
