import { Button, Checkbox, Form, Input, Space } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../shell/language.tsx';

interface Named {
  name: string;
  shared: boolean;
}

interface FormProps {
  begin: Named;
  /** Whether it may be said whose it is. */
  canShare: boolean;
  sending: boolean;
  save: (named: Named) => void;
  cancel: () => void;
}

/** Name of a view, and whose it is. */
export function FirmViewForm({ begin, canShare, sending, save, cancel }: FormProps): ReactNode {
  const { t } = useLanguage();
  return (
    <Form<Named>
      layout="inline"
      className="inline"
      aria-label={t.firmViews.title}
      initialValues={begin}
      onFinish={(given) => save({ ...begin, ...given })}
    >
      <Form.Item name="name" label={t.firmViews.name} rules={[{ required: true, message: t.signIn.missing }]}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      {canShare && (
        <Form.Item name="shared" valuePropName="checked">
          <Checkbox>{t.firmViews.share}</Checkbox>
        </Form.Item>
      )}
      <Space>
        <Button type="primary" htmlType="submit" loading={sending}>
          {t.save}
        </Button>
        <Button onClick={cancel}>{t.cancel}</Button>
      </Space>
    </Form>
  );
}
