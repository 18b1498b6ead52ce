import { Alert, Button, Checkbox, Form, Select, Space } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api, ApiError } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';
import { useProblem } from '../shell/failed.tsx';
import { useLanguage } from '../shell/language.tsx';
import { useAct } from '../shell/use-call.ts';
import { useSubmit } from '../shell/use-submit.ts';

interface EditProps {
  group: Schemas['OfficeGroup'];
  packs: Schemas['PackOfGroups'][];
  done: () => void;
  /** Somebody else changed the group since it was read. */
  overtaken: (refusal: ApiError) => void;
  cancel: () => void;
}
interface Given {
  packId: string;
  city: string;
  announcements: boolean;
}
const none = '';
const chosen = (value: string): string | null => (value === none ? null : value);

/** What is chosen for a group; its own administrators may be choosing in the chat at the same time. */
export function EditGroup({ group, packs, done, overtaken, cancel }: EditProps): ReactNode {
  const { t, say } = useLanguage();
  const act = useAct();
  const problem = useProblem();
  const { sending, error, submit } = useSubmit();
  const [form] = Form.useForm<Given>();
  const citiesOf = (packId: string): string[] =>
    (packs.find(({ id }) => id === packId) ?? packs[0])?.cities ?? [];
  const [pack, setPack] = useState(group.packId ?? none);
  const cities = citiesOf(pack);
  const { channel, chatId, packId, city, announcements } = group;
  const seen = { packId, city, announcements };

  const save = async (given: Given): Promise<void> => {
    const wanted = { ...given, packId: chosen(given.packId), city: chosen(given.city) };
    const change = {
      ...(wanted.packId !== packId && { packId: wanted.packId }),
      ...(wanted.city !== city && { city: wanted.city }),
      ...(wanted.announcements !== announcements && { announcements: wanted.announcements }),
    };
    const body = { channel, chatId, seen, change };
    try {
      await act(async () => answerOf(api.POST('/api/console/v1/settings/group', { body })));
      done();
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.refusal?.code !== 'groupChanged') throw failure;
      overtaken(failure);
    }
  };
  return (
    <Form<Given>
      form={form}
      className="narrow"
      layout="vertical"
      initialValues={{ packId: packId ?? none, city: city ?? none, announcements }}
      onFinish={(given) => submit(async () => save(given))}
    >
      <h3>{chatId}</h3>
      {error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
      <Form.Item name="packId" label={t.settings.pack}>
        <Select
          onChange={(value: string) => {
            setPack(value);
            if (!citiesOf(value).includes(form.getFieldValue('city') as string))
              form.setFieldValue('city', none);
          }}
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
