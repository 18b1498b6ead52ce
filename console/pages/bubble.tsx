import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';

/** A message as its reader sees it in a chat; its buttons are only shown. */
export function Bubble({ sample }: { sample: Schemas['CampaignSample'] }): ReactNode {
  const { say } = useLanguage();
  const { heading, paragraphs, buttons, citation } = sample;
  return (
    <figure className="bubble">
      <figcaption>{say(heading)}</figcaption>
      <div className="said">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {citation !== null && <p className="hint">{citation}</p>}
      </div>
      {buttons.map((row) => (
        <div key={row.join()} className="row">
          {row.map((label) => (
            <span key={label} className="pressed-nowhere">
              {label}
            </span>
          ))}
        </div>
      ))}
    </figure>
  );
}
