import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useLanguage } from './language.tsx';
import { goTo } from './navigation.tsx';
import { useSession } from './session.tsx';

/** What is one's own, behind one's name at the top right: the account, the language, and the way out. */
export function AccountMenu({ name }: { name: string }): ReactNode {
  const { t, switchLanguage } = useLanguage();
  const { signedOut } = useSession();
  const signOut = (): void => {
    // Also where the server does not answer: nobody is left looking at data after signing out.
    void answerOf(api.POST('/api/console/v1/sign-out')).catch(() => undefined);
    signedOut();
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      autoFocus
      menu={{
        items: [
          { key: 'account', label: t.pages.own, onClick: () => goTo('/account') },
          { key: 'language', label: t.otherLanguage, onClick: switchLanguage },
          { type: 'divider' },
          { key: 'leave', label: t.own.signOut, onClick: signOut },
        ],
      }}
    >
      <Button type="text" className="who" aria-haspopup="menu">
        <span>{name}</span>
        <span aria-hidden="true">▾</span>
      </Button>
    </Dropdown>
  );
}
