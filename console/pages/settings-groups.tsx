import { Alert, Button, Popconfirm, Space, Table } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';
import { EditGroup } from './edit-group.tsx';
import { Section } from './section.tsx';

type Group = Schemas['OfficeGroup'];
interface GroupsProps {
  groups: Group[];
  packs: Schemas['PackOfGroups'][];
  changed: () => void;
}

/** Groups that the bot is in, with what was chosen for each. */
export function SettingsGroups({ groups, packs, changed }: GroupsProps): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [edited, setEdited] = useState<Group | null>(null);
  const [overtaken, setOvertaken] = useState<unknown>(null);
  const edit = (group: Group | null): void => {
    setEdited(group);
    setOvertaken(null);
  };
  const leave = ({ channel, chatId }: Group): void => {
    edit(null);
    submit(async () => {
      const body = { channel, chatId };
      try {
        await act(async () => answerOf(api.POST('/api/console/v1/settings/group/leave', { body })));
      } finally {
        changed();
      }
    });
  };
  const titleOf = (id: string | null): string => {
    const pack = packs.find((one) => one.id === id);
    return pack === undefined ? (id ?? t.settings.ownPack) : say(pack.title);
  };
  return (
    <Section title={t.settings.groups}>
      <p className="hint">{t.settings.groupsHint}</p>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      {overtaken !== null && <Alert type="warning" showIcon role="alert" title={problem(overtaken)} />}
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
              <Space wrap>
                <Button size="small" onClick={() => edit(group)}>
                  {t.settings.edit}
                </Button>
                {group.stays === null ? (
                  <Popconfirm
                    title={t.settings.confirmLeave}
                    okText={t.settings.leave}
                    onConfirm={() => leave(group)}
                  >
                    <Button size="small" danger disabled={sending}>
                      {t.settings.leave}
                    </Button>
                  </Popconfirm>
                ) : (
                  <span className="hint">{say(group.stays)}</span>
                )}
              </Space>
            ),
          },
        ]}
      />
      {edited !== null && (
        <EditGroup
          key={`${edited.channel}/${edited.chatId}`}
          group={edited}
          packs={packs}
          done={() => {
            edit(null);
            changed();
          }}
          overtaken={(refusal) => {
            edit(null);
            setOvertaken(refusal);
            changed();
          }}
          cancel={() => edit(null)}
        />
      )}
    </Section>
  );
}
