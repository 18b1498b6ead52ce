import { Alert, Button, Form, Popconfirm, Radio, Select, Space, Table } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { Failed, useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useSession } from '../shell/session.tsx';
import { useAct, useReading } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';

type Account = Schemas['Account'];

const read = async (): Promise<Schemas['AccountList']> => answerOf(api.GET('/api/console/v1/accounts'));

/** Who may use the console, and what each may do. */
export default function AccountsPage(): ReactNode {
  const { t } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { state } = useSession();
  const { data, error, reading, again } = useReading(read);
  const { sending, error: refused, submit } = useSubmit();
  const [edited, setEdited] = useState<Account | null>(null);
  if (error !== null) return <Failed error={error} retry={again} />;
  const change = (body: Schemas['ChangeAccount']): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/accounts/change', { body })));
      setEdited(null);
      again();
    });
  const reset = (staffId: string): void =>
    submit(async () => {
      await act(async () => answerOf(api.POST('/api/console/v1/accounts/totp', { body: { staffId } })));
      again();
    });
  const stateOf = ({ disabled, login }: Account): string =>
    disabled ? t.accounts.disabled : login === null ? t.accounts.invited : t.accounts.active;
  return (
    <div className="stack">
      <section className="panel">
        {refused !== null && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
        <Table<Account>
          size="small"
          rowKey="staffId"
          pagination={false}
          loading={reading}
          dataSource={data?.accounts ?? []}
          columns={[
            { title: t.accounts.name, dataIndex: 'name' },
            { title: t.accounts.login, dataIndex: 'login', render: (login: string | null) => login ?? '-' },
            { title: t.accounts.role, dataIndex: 'role', render: (role: Schemas['Role']) => t.roles[role] },
            {
              title: t.accounts.cities,
              dataIndex: 'cities',
              render: (cities: string[] | null) => cities?.join(' ') ?? t.all,
            },
            {
              title: t.signingIn.column,
              dataIndex: 'totp',
              render: (on: boolean) => (on ? t.signingIn.on : t.signingIn.off),
            },
            { title: t.accounts.state, render: (_value, account) => stateOf(account) },
            {
              title: t.accounts.actions,
              render: (_value, account) =>
                account.staffId === state?.me?.staffId ? (
                  t.accounts.self
                ) : (
                  <Space>
                    <Button size="small" onClick={() => setEdited(account)}>
                      {t.accounts.edit}
                    </Button>
                    <Standing account={account} sending={sending} change={change} />
                    {account.totp && <ResetTotp account={account} sending={sending} reset={reset} />}
                  </Space>
                ),
            },
          ]}
        />
        <p className="hint">{t.accounts.hint}</p>
      </section>
      {edited !== null && (
        <Edit
          key={edited.staffId}
          account={edited}
          knownCities={data?.knownCities ?? []}
          sending={sending}
          save={change}
          cancel={() => setEdited(null)}
        />
      )}
    </div>
  );
}

interface Changing {
  account: Account;
  sending: boolean;
}

function Standing(p: Changing & { change: (body: Schemas['ChangeAccount']) => void }): ReactNode {
  const { t } = useLanguage();
  const { staffId, disabled } = p.account;
  if (disabled) {
    return (
      <Button size="small" disabled={p.sending} onClick={() => p.change({ staffId, disabled: false })}>
        {t.accounts.enable}
      </Button>
    );
  }
  return (
    <Popconfirm
      title={t.accounts.confirmDisable}
      okText={t.accounts.disable}
      onConfirm={() => p.change({ staffId, disabled: true })}
    >
      <Button size="small" danger disabled={p.sending}>
        {t.accounts.disable}
      </Button>
    </Popconfirm>
  );
}

function ResetTotp({ account, sending, reset }: Changing & { reset: (staffId: string) => void }): ReactNode {
  const { t } = useLanguage();
  const { reset: name, confirmReset } = t.signingIn;
  return (
    <Popconfirm title={confirmReset} okText={name} onConfirm={() => reset(account.staffId)}>
      <Button size="small" danger disabled={sending}>
        {name}
      </Button>
    </Popconfirm>
  );
}

function Edit(
  p: Changing & { knownCities: string[]; save: (body: Schemas['ChangeAccount']) => void; cancel: () => void },
): ReactNode {
  const { t } = useLanguage();
  const { staffId, name, role, cities } = p.account;
  const [scope, setScope] = useState<'all' | 'named'>(cities === null ? 'all' : 'named');
  const roles: Schemas['Role'][] = ['viewer', 'operator', 'admin'];
  return (
    <section className="panel" aria-labelledby="edited">
      <h2 id="edited">{name}</h2>
      <Form<{ role: Schemas['Role']; scope: 'all' | 'named'; cities?: string[] }>
        className="narrow"
        layout="vertical"
        initialValues={{ role, scope: cities === null ? 'all' : 'named', cities: cities ?? [] }}
        onFinish={(given) => {
          const wanted = given.scope === 'all' ? null : (given.cities ?? []);
          // Only what was changed here: somebody else may have changed the rest meanwhile.
          p.save({
            staffId,
            ...(given.role !== role && { role: given.role }),
            ...(JSON.stringify(wanted) !== JSON.stringify(cities) && { cities: wanted }),
          });
        }}
      >
        <Form.Item name="role" label={t.accounts.role}>
          <Select options={roles.map((value) => ({ value, label: t.roles[value] }))} />
        </Form.Item>
        <Form.Item name="scope" label={t.accounts.cities}>
          <Radio.Group
            onChange={(event) => setScope(event.target.value as 'all' | 'named')}
            options={[
              { value: 'all', label: t.accounts.allCities },
              { value: 'named', label: t.accounts.namedCities },
            ]}
          />
        </Form.Item>
        {scope === 'named' && (
          <Form.Item
            name="cities"
            label={t.accounts.namedCities}
            rules={[{ required: true, type: 'array', message: t.accounts.citiesMissing }]}
          >
            <Select mode="multiple" options={p.knownCities.map((value) => ({ value, label: value }))} />
          </Form.Item>
        )}
        <Space>
          <Button type="primary" htmlType="submit" loading={p.sending}>
            {t.save}
          </Button>
          <Button onClick={p.cancel}>{t.cancel}</Button>
        </Space>
      </Form>
    </section>
  );
}
