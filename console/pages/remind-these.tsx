import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { goTo } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import { keepWish } from './campaign-wish.ts';

interface Props {
  query: Schemas['FirmSearch'];
  /** The office's own: campaigns are of no other. */
  ownPack: string | undefined;
}

/** From the filter of the list to a campaign for the same firms; a filter that a campaign does not have would mean others. */
export function RemindThese({ query, ownPack }: Props): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  if (state?.me?.role === 'viewer') return null;
  const { city, officialStatus, reportedStep } = query;
  const isKnown =
    query.packId === ownPack &&
    query.text === '' &&
    query.officerId === null &&
    query.unchangedDays === null &&
    query.reachable === null;
  const remind = (): void => {
    keepWish({ city, officialStatus, reportedStep });
    goTo('/campaigns/new');
  };
  return (
    <Tooltip title={isKnown ? null : t.campaigns.cannotRemind}>
      <Button onClick={remind} disabled={!isKnown}>
        {t.campaigns.remindThese}
      </Button>
    </Tooltip>
  );
}
