import { Alert, Button, Checkbox, Form, Select, Space, Table } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { Section } from './section.tsx';

type Group = Schemas['OfficeGroup'];
interface GroupsProps {
  groups: Group[];
  packs: Schemas['PackOfGroups'][];
  changed: () => void;
}
const none = '';

/** Groups that the bot is in, with what was chosen for each. */
export function SettingsGroups({ groups, packs, changed }: GroupsProps): ReactNode {
  const { t, say } = useLanguage();
  const [edited, setEdited] = useState<Group | null>(null);
  const titleOf = (id: string | null): string => {
    const pack = packs.find((one) => one.id === id);
    return pack === undefined ? (id ?? t.settings.ownPack) : say(pack.title);
  };
  return (
    <Section title={t.settings.groups}>
      <p className="hint">{t.settings.groupsHint}</p>
      <Table<Group>
        size="small"
        rowKey={({ channel, chatId }) => `${channel}/${chatId}`}
        pagination={groups.length > 20 ? { pageSize: 20 } : false}
        dataSource={groups}
        locale={{ emptyText: t.settings.noGroups }}
        columns={[
          { title: t.settings.channel, dataIndex: 'channelName', render: say },
          { title: t.settings.group, dataIndex: 'chatId', className: 'code' },
          { title: t.settings.pack, dataIndex: 'packId', render: titleOf, responsive: ['sm'] },
          {
            title: t.settings.city,
            dataIndex: 'city',
            render: (city: string | null) => city ?? t.settings.noCity,
          },
          {
            title: t.settings.announcements,
            dataIndex: 'announcements',
            render: (wanted: boolean) => (wanted ? t.settings.yes : t.settings.no),
          },
          {
            title: t.accounts.actions,
            render: (_value, group) => (
              <Button size="small" onClick={() => setEdited(group)}>
                {t.settings.edit}
              </Button>
            ),
          },
        ]}
      />
      {edited !== null && (
        <EditGroup
          key={edited.chatId}
          group={edited}
          packs={packs}
          done={() => {
            setEdited(null);
            changed();
          }}
          cancel={() => setEdited(null)}
        />
      )}
    </Section>
  );
}

interface EditProps {
  group: Group;
  packs: Schemas['PackOfGroups'][];
  done: () => void;
  cancel: () => void;
}

function EditGroup({ group: { channel, chatId, ...chosen }, packs, done, cancel }: EditProps): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [packId, setPackId] = useState(chosen.packId ?? none);
  const cities = (packs.find(({ id }) => id === packId) ?? packs[0])?.cities ?? [];
  return (
    <Form<{ city: string; announcements: boolean }>
      className="narrow"
      layout="vertical"
      initialValues={{ city: chosen.city ?? none, announcements: chosen.announcements }}
      onFinish={({ city, announcements }) =>
        submit(async () => {
          const body = {
            ...{ channel, chatId, announcements },
            packId: packId === none ? null : packId,
            city: city === none ? null : city,
          };
          await act(async () => answerOf(api.POST('/api/console/v1/settings/group', { body })));
          done();
        })
      }
    >
      <h3>{chatId}</h3>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Form.Item label={t.settings.pack}>
        <Select<string>
          aria-label={t.settings.pack}
          value={packId}
          onChange={setPackId}
          options={[
            { value: none, label: t.settings.ownPack },
            ...packs.map(({ id, title }) => ({ value: id, label: say(title) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="city" label={t.settings.city}>
        <Select
          options={[
            { value: none, label: t.settings.noCity },
            ...cities.map((value) => ({ value, label: value })),
          ]}
        />
      </Form.Item>
      <Form.Item name="announcements" valuePropName="checked">
        <Checkbox>{t.settings.announcements}</Checkbox>
      </Form.Item>
      <Space>
        <Button type="primary" htmlType="submit" loading={sending}>
          {t.save}
        </Button>
        <Button onClick={cancel}>{t.cancel}</Button>
      </Space>
    </Form>
  );
}
