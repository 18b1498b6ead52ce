import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { useSession } from '../shell/session.tsx';
import { firstQuery } from './firm-query.ts';
import type { FirmQuery } from './firm-query.ts';

interface FiltersProps {
  options: Schemas['FirmOptions'];
  query: FirmQuery;
  change: (part: Partial<FirmQuery>) => void;
}

interface OneProps<T> {
  label: string;
  value: T | null;
  options: { value: T; label: string }[];
  choose: (value: T | null) => void;
}

export function One<T extends string | number>({ label, value, options, choose }: OneProps<T>): ReactNode {
  const { t } = useLanguage();
  return (
    <label>
      {label}
      <Select<T>
        aria-label={label}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t.all}
        value={value}
        options={options}
        onChange={(chosen: T | undefined) => choose(chosen ?? null)}
      />
    </label>
  );
}

const daysToChoose = [3, 7, 14, 30, 60];

export function FirmFilters({ options, query, change }: FiltersProps): ReactNode {
  const { t, say } = useLanguage();
  const { state } = useSession();
  const hint = state?.me?.role === 'viewer' ? t.firms.searchHint : t.firms.searchHintContacts;
  const worded = (choices: Schemas['Choice'][]): { value: string; label: string }[] =>
    choices.map((choice) => ({ value: choice.value, label: say(choice) }));
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
          options={worded(options.packs)}
          choose={(packId) => change({ packId, city: null })}
        />
      )}
      <One
        label={t.firms.city}
        value={query.city}
        options={options.cities.map((value) => ({ value, label: value }))}
        choose={(city) => change({ city })}
      />
      <One
        label={t.firms.status}
        value={query.officialStatus}
        options={worded(options.statuses)}
        choose={(chosen) => change({ officialStatus: chosen as FirmQuery['officialStatus'] })}
      />
      <One
        label={t.firms.step}
        value={query.reportedStep}
        options={worded(options.steps)}
        choose={(chosen) => change({ reportedStep: chosen as FirmQuery['reportedStep'] })}
      />
      <One
        label={t.firms.officer}
        value={query.officerId}
        options={[
          { value: 'none', label: t.firms.nobody },
          ...options.officers.map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
        choose={(officerId) => change({ officerId })}
      />
      <One
        label={t.firms.unchanged}
        value={query.unchangedDays}
        options={daysToChoose.map((value) => ({ value, label: t.firms.days(value) }))}
        choose={(unchangedDays) => change({ unchangedDays })}
      />
      <One
        label={t.firms.reachable}
        value={query.reachable === null ? null : query.reachable ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t.firms.reached },
          { value: 'no', label: t.firms.notReached },
        ]}
        choose={(chosen) => change({ reachable: chosen === null ? null : chosen === 'yes' })}
      />
      <Button onClick={() => change({ ...firstQuery, packId: query.packId })}>{t.firms.clear}</Button>
    </div>
  );
}
