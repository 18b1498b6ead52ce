import { Select, Table } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import { Section } from './section.tsx';

type Offer = Schemas['OfferedList'];
type Check = Schemas['CheckedList'];
type Field = NonNullable<Check['columns'][number]['field']>;

interface MappingProps {
  offer: Offer;
  check: Check;
  change: (offer: Offer) => void;
}

/** What was made of each column, to be corrected. */
export function ImportMapping({ offer, check, change }: MappingProps): ReactNode {
  const { t, say } = useLanguage();
  const fields = check.columns.map(({ field }) => field);
  const choose = (index: number, field: Field | null): void =>
    change({ ...offer, fields: fields.map((now, i) => (i === index ? field : now)) });
  const names = [
    { value: '' as const, label: t.imports.ignored },
    ...check.fieldNames.map(({ field, words }) => ({ value: field, label: say(words) })),
  ];
  const columns = check.columns.map((column, index) => ({ ...column, index }));
  return (
    <Section title={t.imports.columns}>
      <p className="hint">{t.imports.columnsHint}</p>
      <Table<(typeof columns)[number]>
        size="small"
        rowKey="index"
        pagination={false}
        dataSource={columns.filter(({ header }) => header !== '')}
        columns={[
          { title: t.imports.inFile, dataIndex: 'header' },
          {
            title: t.imports.meaning,
            render: (_value, { index, header, field }) => (
              <Select<Field | ''>
                aria-label={`${t.imports.meaning}: ${header}`}
                style={{ minWidth: 150 }}
                value={field ?? ''}
                options={names}
                onChange={(chosen) => choose(index, chosen === '' ? null : chosen)}
              />
            ),
          },
          {
            ...{ title: t.imports.examples, responsive: ['md'] },
            render: (_value, { examples }) => examples.filter((text) => text !== '').join(' · '),
          },
        ]}
      />
      <div className="filters top">
        <label>
          {t.imports.unit}
          <Select<'usd' | 'wanUsd' | ''>
            aria-label={t.imports.unit}
            value={offer.unit ?? ''}
            onChange={(chosen) => change({ ...offer, unit: chosen === '' ? null : chosen })}
            options={[
              { value: '', label: t.imports.asHeader },
              { value: 'usd', label: t.imports.usd },
              { value: 'wanUsd', label: t.imports.wanUsd },
            ]}
          />
        </label>
        <label>
          {t.imports.listed}
          <Select<'yes' | 'no' | ''>
            aria-label={t.imports.listed}
            value={offer.listed === null ? '' : offer.listed ? 'yes' : 'no'}
            onChange={(chosen) => change({ ...offer, listed: chosen === '' ? null : chosen === 'yes' })}
            options={[
              { value: '', label: t.imports.asColumn },
              { value: 'yes', label: t.imports.allListed },
              { value: 'no', label: t.imports.noneListed },
            ]}
          />
        </label>
      </div>
    </Section>
  );
}
