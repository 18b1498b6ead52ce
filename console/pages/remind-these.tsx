import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { goTo } from '../shell/navigation.tsx';
import { keepWish } from './campaign-wish.ts';

interface Props {
  query: Schemas['FirmSearch'];
  /** These alone; else all that the filter lets through. */
  usccs?: string[];
  /** The office's own: campaigns are of no other. */
  ownPack: string | undefined;
}

/** From the list to a campaign for the same firms: previewed there, and confirmed by their number. */
export function RemindThese({ query, usccs, ownPack }: Props): ReactNode {
  const { t } = useLanguage();
  const { packId, text: search, city, officialStatus, reportedStep } = query;
  const { officerId, unchangedDays, reachable } = query;
  const isOwn = packId === ownPack;
  const remind = (): void => {
    const asked = { city, officialStatus, reportedStep, officerId, unchangedDays, reachable, search };
    keepWish(usccs === undefined ? asked : { usccs });
    goTo('/campaigns/new');
  };
  return (
    <Tooltip title={isOwn ? null : t.campaigns.cannotRemind}>
      <Button onClick={remind} disabled={!isOwn}>
        {usccs === undefined ? t.campaigns.remindThese : t.campaigns.remindSelected}
      </Button>
    </Tooltip>
  );
}
