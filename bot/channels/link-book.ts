import type { EnginePorts } from '../engine/ports.ts';
import type { ChannelLinks } from '../model.ts';
import { noLinks } from './channel.ts';

interface Door {
  name: string;
  links: ChannelLinks;
}

/** The links of each door; `doors` is asked each time, since the engine is made before they are. */
export function createLinkBook(doors: () => readonly Door[]): Pick<EnginePorts, 'links' | 'invitationLink'> {
  const links = (channel: string): ChannelLinks =>
    doors().find(({ name }) => name === channel)?.links ?? noLinks;
  return {
    links,
    invitationLink: (channel, code) =>
      [links(channel), ...doors().map((door) => door.links)]
        .map((door) => door.start(code))
        .find((url) => url !== null) ?? null,
  };
}
