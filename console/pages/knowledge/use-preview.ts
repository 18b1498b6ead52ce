import { useEffect, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { Schemas } from '../../api/client.ts';
import { useAct } from '../../shell/use-call.ts';
import type { Edits } from './workbench.ts';

const pauseMs = 400;

/** What edits would make of the answers; follows them with a pause, and lets go what came too late. */
export function usePreview(
  packId: string,
  basedOn: number,
  edits: Edits | null,
): Schemas['EditsPreview'] | null {
  const act = useAct();
  const [preview, setPreview] = useState<Schemas['EditsPreview'] | null>(null);
  useEffect(() => {
    if (edits === null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      const body = { packId, basedOn, ...edits };
      act(async () => answerOf(api.POST('/api/console/v1/knowledge/preview', { body }))).then(
        (answer) => {
          if (wanted) setPreview(answer);
        },
        // What was shown before stays; saving says what is wrong.
        () => undefined,
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [act, packId, basedOn, edits]);
  return edits === null ? null : preview;
}
