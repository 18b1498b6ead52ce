import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { useSession } from '../shell/session.tsx';
import { FirmConditions, One, worded } from './firm-conditions.tsx';
import { firstQuery } from './firm-query.ts';
import type { FirmQuery } from './firm-query.ts';

interface FiltersProps {
  options: Schemas['FirmOptions'];
  query: FirmQuery;
  change: (part: Partial<FirmQuery>) => void;
}

export function FirmFilters({ options, query, change }: FiltersProps): ReactNode {
  const { t, say } = useLanguage();
  const { state } = useSession();
  const hint = state?.me?.role === 'viewer' ? t.firms.searchHint : t.firms.searchHintContacts;
  return (
    <div className="filters" role="search">
      <label className="wide">
        {t.firms.search}
        <Input.Search
          key={query.text}
          aria-label={t.firms.search}
          placeholder={hint}
          defaultValue={query.text}
          allowClear
          maxLength={100}
          onSearch={(text) => change({ text })}
        />
      </label>
      {options.packs.length > 1 && (
        <One
          label={t.firms.pack}
          value={query.packId ?? options.packId}
          options={worded(options.packs, say)}
          choose={(packId) => change({ packId, city: null })}
        />
      )}
      <FirmConditions options={options} value={query} change={change} />
      <Button onClick={() => change({ ...firstQuery, packId: query.packId })}>{t.firms.clear}</Button>
    </div>
  );
}
