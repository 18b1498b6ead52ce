import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import type { FirmQuery } from './firm-query.ts';

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

export const worded = (
  choices: Schemas['Choice'][],
  say: (both: { zh: string; en: string }) => string,
): { value: string; label: string }[] =>
  choices.map((choice) => ({ value: choice.value, label: say(choice) }));

/** What the list of firms and a campaign are both asked for. */
export type Conditions = Pick<
  FirmQuery,
  'city' | 'officialStatus' | 'reportedStep' | 'officerId' | 'unchangedDays' | 'reachable'
>;

interface ConditionsProps {
  options: Schemas['FirmOptions'];
  value: Conditions;
  change: (part: Partial<Conditions>) => void;
}

const daysToChoose = [3, 7, 14, 30, 60];

export function FirmConditions({ options, value, change }: ConditionsProps): ReactNode {
  const { t, say } = useLanguage();
  return (
    <>
      <One
        label={t.firms.city}
        value={value.city}
        options={options.cities.map((city) => ({ value: city, label: city }))}
        choose={(city) => change({ city })}
      />
      <One
        label={t.firms.status}
        value={value.officialStatus}
        options={worded(options.statuses, say)}
        choose={(chosen) => change({ officialStatus: chosen as Conditions['officialStatus'] })}
      />
      <One
        label={t.firms.step}
        value={value.reportedStep}
        options={worded(options.steps, say)}
        choose={(chosen) => change({ reportedStep: chosen as Conditions['reportedStep'] })}
      />
      <One
        label={t.firms.officer}
        value={value.officerId}
        options={[
          { value: 'none', label: t.firms.nobody },
          ...options.officers.map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
        choose={(officerId) => change({ officerId })}
      />
      <One
        label={t.firms.unchanged}
        value={value.unchangedDays}
        options={daysToChoose.map((days) => ({ value: days, label: t.firms.days(days) }))}
        choose={(unchangedDays) => change({ unchangedDays })}
      />
      <One
        label={t.firms.reachable}
        value={value.reachable === null ? null : value.reachable ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t.firms.reached },
          { value: 'no', label: t.firms.notReached },
        ]}
        choose={(chosen) => change({ reachable: chosen === null ? null : chosen === 'yes' })}
      />
    </>
  );
}
