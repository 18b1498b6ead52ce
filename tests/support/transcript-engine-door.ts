import type { DoorPerson, TranscriptDoor } from '../transcripts/play.ts';
import type { EngineOffice, Shown } from './engine-office.ts';
import { storiesOf } from './transcript-office.ts';

/** The engine itself, without any channel. */
export function engineDoor(office: EngineOffice): TranscriptDoor {
  let people = 0;
  return {
    ...storiesOf(office),
    groups: true,
    async person(locale): Promise<DoorPerson> {
      const person = office.person(`说话人${(people += 1)}`, { locale });
      let seen: Shown | null = null;
      const remember = (shown: Shown): Shown => {
        // A tap that only shows a toast leaves the earlier buttons in view.
        if (shown.replies.length > 0) seen = shown;
        return shown;
      };
      return {
        says: async (text, { place, addressed }) =>
          remember(
            place === 'private'
              ? await person.says(text)
              : await person.saysInGroup(text, { addressed: addressed !== 'not' }),
          ),
        async taps(label, place) {
          const button = (seen?.replies ?? [])
            .flatMap((reply) => reply.message.buttons.flat())
            .find((b) => b.label === label);
          if (button?.kind !== 'callback') throw new Error(`no button "${label}"`);
          return remember(await person.tapsData(button.data, { group: place === 'group' }));
        },
      };
    },
  };
}
