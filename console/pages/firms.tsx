import { Space, Table } from 'antd';
import type { TableProps } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { Link } from '../shell/navigation.tsx';
import { useSession } from '../shell/session.tsx';
import { useReading } from '../shell/use-call.ts';
import { Waiting } from '../shell/waiting.tsx';
import { when } from '../shell/when.ts';
import { ExportFirms } from './firm-export.tsx';
import { FirmFilters } from './firm-filters.tsx';
import { FirmSelection } from './firm-selection.tsx';
import { FirmViews } from './firm-views.tsx';
import { keepQuery, lastQuery } from './firm-query.ts';
import type { FirmQuery } from './firm-query.ts';
import { RemindThese } from './remind-these.tsx';

type Line = Schemas['FirmLine'];
/** As many as one request takes. */
const mostSelected = 500;

/** The firms of a pack: looked for, filtered and sorted by the server, a page at a time. */
export default function FirmsPage(): ReactNode {
  const [query, setQuery] = useState(lastQuery);
  useEffect(() => keepQuery(query), [query]);
  const { packId } = query;
  const read = useCallback(
    async () => answerOf(api.POST('/api/console/v1/firms/options', { body: { packId } })),
    [packId],
  );
  const { data, error, again } = useReading(read);
  if (error !== null) return <Failed error={error} retry={again} />;
  if (data === null) return <Waiting />;
  const change = (part: Partial<FirmQuery>): void => setQuery((now) => ({ ...now, page: 1, ...part }));
  return (
    <div className="stack">
      <section className="panel">
        <FirmViews query={query} change={change} />
        <FirmFilters options={data} query={query} change={change} />
      </section>
      <Firms
        query={{ ...query, packId: packId ?? data.packId }}
        ownPack={data.packs[0]?.value}
        change={change}
        officers={data.officers}
      />
    </div>
  );
}

interface FirmsProps {
  ownPack: string | undefined;
  query: Schemas['FirmSearch'];
  change: (part: Partial<FirmQuery>) => void;
  officers: Schemas['Officer'][];
}

function Firms({ query, ownPack, change, officers }: FirmsProps): ReactNode {
  const { t } = useLanguage();
  const { state } = useSession();
  const operates = state?.me?.role !== 'viewer';
  // As they were seen: of a firm on another page too.
  const [selected, setSelected] = useState<Line[]>([]);
  const asked = JSON.stringify(query);
  const read = useCallback(async () => {
    const body = JSON.parse(asked) as Schemas['FirmSearch'];
    return answerOf(api.POST('/api/console/v1/firms/search', { body }));
  }, [asked]);
  const { data, error, reading, again } = useReading(read);
  const columns = useColumns(query);
  if (error !== null) return <Failed error={error} retry={again} />;
  const onChange: TableProps<Line>['onChange'] = ({ current, pageSize }, _filters, sorter) => {
    const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
    const sorted = order === null || order === undefined ? 'name' : (columnKey as FirmQuery['order']);
    const moved = sorted !== query.order || (order === 'descend') !== query.descending;
    change({
      ...{ order: sorted, descending: order === 'descend' },
      page: moved ? 1 : (current ?? 1),
      pageSize: pageSize ?? query.pageSize,
    });
  };
  const rowSelection: NonNullable<TableProps<Line>['rowSelection']> = {
    selectedRowKeys: selected.map(({ uscc }) => uscc),
    preserveSelectedRowKeys: true,
    onChange: (_keys, rows) => setSelected(rows.slice(0, mostSelected)),
    getTitleCheckboxProps: () => ({ 'aria-label': t.firms.selectPage }),
    getCheckboxProps: ({ name }) => ({ 'aria-label': t.firms.select(name) }),
  };
  return (
    <section className="panel" aria-label={t.pages.firms}>
      <div className="above">
        <span role="status">{data === null ? '' : t.firms.total(data.total)}</span>
        {operates && (
          <Space wrap>
            <RemindThese query={query} ownPack={ownPack} />
            <ExportFirms query={query} label={t.firms.export} />
          </Space>
        )}
      </div>
      {selected.length > 0 && (
        <FirmSelection
          query={query}
          selected={selected}
          officers={officers}
          ownPack={ownPack}
          done={again}
          clear={() => setSelected([])}
        />
      )}
      <Table<Line>
        size="middle"
        rowKey="uscc"
        loading={reading}
        dataSource={data?.firms ?? []}
        columns={columns}
        {...(operates ? { rowSelection } : {})}
        onChange={onChange}
        locale={{ emptyText: t.firms.empty }}
        pagination={{
          ...{ current: query.page, pageSize: query.pageSize, total: data?.total ?? 0 },
          ...{ showSizeChanger: true, pageSizeOptions: [20, 50, 100], responsive: true },
        }}
      />
    </section>
  );
}

function useColumns(query: Schemas['FirmSearch']): NonNullable<TableProps<Line>['columns']> {
  const { t, say } = useLanguage();
  const sorted = (key: FirmQuery['order']) => ({
    ...{ key, sorter: true },
    sortOrder: query.order !== key ? null : query.descending ? ('descend' as const) : ('ascend' as const),
  });
  return [
    {
      ...{ title: t.firms.name, dataIndex: 'name', ...sorted('name') },
      render: (name: string, { uscc }) => <Link to={`/firms/${uscc}`}>{name}</Link>,
    },
    { title: t.firms.uscc, dataIndex: 'uscc', className: 'code', responsive: ['md'] },
    { title: t.firms.city, dataIndex: 'city', className: 'words', ...sorted('city') },
    {
      ...{ title: t.firms.status, dataIndex: 'officialStatus', ...sorted('officialStatus') },
      render: (words: Line['officialStatus']) => (words === null ? t.firms.notTracked : say(words)),
    },
    {
      ...{ title: t.firms.step, dataIndex: 'reportedStep', ...sorted('reportedStep') },
      render: (words: Line['reportedStep'], { officialStatus }) =>
        words !== null ? say(words) : officialStatus === null ? '-' : t.firms.nothingReported,
    },
    {
      ...{ title: t.firms.changed, dataIndex: 'changedAt', className: 'code', ...sorted('changedAt') },
      ...{ responsive: ['sm'] },
      render: (at: string | null) => (at === null ? '-' : when(at)),
    },
    {
      ...{ title: t.firms.reachable, dataIndex: 'reachable', responsive: ['md'] },
      render: (reachable: boolean) => (reachable ? t.firms.reached : t.firms.notReached),
    },
    {
      ...{ title: t.firms.officer, dataIndex: 'officer', responsive: ['md'] },
      render: (officer: string | null) => officer ?? '-',
    },
  ];
}
