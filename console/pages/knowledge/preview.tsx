import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useLanguage } from '../../shell/language.tsx';
import type { Revision } from './workbench.ts';

/** The answers as the bot would give them, in both languages, and what the check finds. */
export function Preview({
  preview,
  topics,
}: {
  preview: Schemas['EditsPreview'] | null;
  topics: Revision['topics'];
}): ReactNode {
  const { t, say } = useLanguage();
  const nameOf = (topic: string): string => {
    const known = topics.find((one) => one.topic === topic);
    return known === undefined ? topic : say(known);
  };
  return (
    <section className="panel" aria-labelledby="preview">
      <h2 id="preview">{t.knowledge.preview}</h2>
      <p className="hint">{t.knowledge.previewHint}</p>
      {preview !== null && preview.answers.length === 0 && <p>{t.knowledge.previewEmpty}</p>}
      {preview?.answers.map(({ topic, zh, en }) => (
        <div key={topic} className="half">
          {[
            { lang: 'zh-CN', said: zh },
            { lang: 'en', said: en },
          ].map(({ lang, said }) => (
            <blockquote key={lang} lang={lang} className="said">
              <strong>{nameOf(topic)}</strong>
              <p>{said.text}</p>
              {said.citations.map((one) => (
                <p key={one} className="hint">
                  {one}
                </p>
              ))}
            </blockquote>
          ))}
        </div>
      ))}
      {preview !== null && <Issues issues={preview.issues} nameOf={nameOf} />}
    </section>
  );
}

function Issues(p: { issues: Schemas['PackIssue'][]; nameOf: (topic: string) => string }): ReactNode {
  const { t, say } = useLanguage();
  if (p.issues.length === 0) return <p className="hint">{t.knowledge.noIssues}</p>;
  return (
    <>
      <h3>{t.knowledge.issues}</h3>
      <ul>
        {p.issues.map((issue, at) => (
          <li key={`${issue.path} ${at}`}>
            {issue.topic === null ? '' : `${p.nameOf(issue.topic)}: `}
            {say(issue)}
          </li>
        ))}
      </ul>
    </>
  );
}
