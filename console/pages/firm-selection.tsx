import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { ExportFirms } from './firm-export.tsx';
import { NameOfficer } from './firm-officer.tsx';
import { RemindThese } from './remind-these.tsx';

interface SelectionProps {
  query: Schemas['FirmSearch'];
  selected: Schemas['FirmLine'][];
  officers: Schemas['Officer'][];
  ownPack: string | undefined;
  /** The firms are read again. */
  done: () => void;
  clear: () => void;
}

/** What is done with the firms that were ticked, on whichever pages of the list. */
export function FirmSelection({
  query,
  selected,
  officers,
  ownPack,
  done,
  clear,
}: SelectionProps): ReactNode {
  const { t } = useLanguage();
  const usccs = selected.map(({ uscc }) => uscc);
  return (
    <div className="selection" role="group" aria-label={t.firms.selection}>
      <span role="status">{t.firms.selected(selected.length)}</span>
      <NameOfficer
        packId={query.packId}
        firms={selected.map(({ uscc, officerId }) => ({ uscc, was: officerId }))}
        officers={officers}
        done={done}
      />
      <RemindThese query={query} usccs={usccs} ownPack={ownPack} />
      <ExportFirms query={{ ...query, usccs }} label={t.firms.exportSelected} />
      <Button onClick={clear}>{t.firms.clearSelection}</Button>
    </div>
  );
}
