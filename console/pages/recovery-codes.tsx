import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../shell/language.tsx';

/** Kept nowhere but on this page, until they are said to be kept. */
export function RecoveryCodes(p: { said: string; codes: string[]; kept: () => void }): ReactNode {
  const { t } = useLanguage();
  const texts = t.signingIn;
  return (
    <div className="narrow">
      <Alert type="success" showIcon role="status" title={p.said} />
      <h3>{texts.codesTitle}</h3>
      <p>{texts.codesHint}</p>
      <ul className="recovery-codes">
        {p.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row-of-buttons no-print">
        <Button onClick={() => print()}>{texts.printCodes}</Button>
        <Button type="primary" onClick={p.kept}>
          {texts.kept}
        </Button>
      </div>
    </div>
  );
}
