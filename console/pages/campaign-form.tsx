import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../shell/language.tsx';
import type { Wish } from './campaign-wish.ts';
import { FirmConditions } from './firm-conditions.tsx';

interface FormProps {
  wish: Wish;
  options: Schemas['FirmOptions'];
  change: (part: Partial<Wish>) => void;
}

/** What to send, to whom, and when. */
export function CampaignForm({ wish, options, change }: FormProps): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="stack">
      <fieldset className="part">
        <legend>{t.campaigns.what}</legend>
        <Radio.Group
          value={wish.kind}
          onChange={({ target }) => {
            const kind = target.value as Wish['kind'];
            change({ kind, text: kind === 'announcement' ? { zh: '', en: '' } : null });
          }}
          options={(['reminder', 'announcement'] as const).map((value) => ({
            value,
            label: t.campaigns.kinds[value],
          }))}
        />
        {wish.text !== null && <Words text={wish.text} change={(text) => change({ text })} />}
      </fieldset>
      <Whom wish={wish} options={options} change={change} />
      <When wish={wish} change={change} />
    </div>
  );
}

type Text = NonNullable<Wish['text']>;

function Words({ text, change }: { text: Text; change: (text: Text) => void }): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="stack filters-like">
      <label>
        {t.campaigns.chinese}
        <Input.TextArea
          rows={4}
          maxLength={5_000}
          value={text.zh}
          onChange={({ target }) => change({ ...text, zh: target.value })}
        />
      </label>
      <label>
        {t.campaigns.english}
        <Input.TextArea
          rows={3}
          maxLength={5_000}
          value={text.en}
          onChange={({ target }) => change({ ...text, en: target.value })}
        />
      </label>
      <span className="hint">{t.campaigns.wordsHint}</span>
    </div>
  );
}

function Whom({ wish, options, change }: FormProps): ReactNode {
  const { t } = useLanguage();
  const days = (label: string, key: 'silentForDays' | 'invitedForDays' | 'notRemindedForDays'): ReactNode => (
    <Amount label={label} max={999} value={wish[key]} change={(value) => change({ [key]: value })} />
  );
  return (
    <fieldset className="part">
      <legend>{t.campaigns.whom}</legend>
      <p className="hint">{t.campaigns.whomHint}</p>
      {wish.usccs !== null && (
        <Chosen
          words={t.campaigns.selected(wish.usccs.length)}
          drop={t.campaigns.notOnlySelected}
          go={() => change({ usccs: null })}
        />
      )}
      {wish.search !== '' && (
        <Chosen
          words={t.campaigns.searched(wish.search)}
          drop={t.campaigns.notOnlySearched}
          go={() => change({ search: '' })}
        />
      )}
      <div className="filters">
        <FirmConditions options={options} value={wish} change={change} />
        {days(t.campaigns.silent, 'silentForDays')}
        {days(t.campaigns.invited, 'invitedForDays')}
        {days(t.campaigns.notReminded, 'notRemindedForDays')}
      </div>
      <Checkbox
        checked={wish.neverReached}
        onChange={({ target }) => change({ neverReached: target.checked })}
      >
        {t.campaigns.neverReached}
      </Checkbox>
    </fieldset>
  );
}

/** What came from the list of firms, and can only be let go here. */
function Chosen({ words, drop, go }: { words: string; drop: string; go: () => void }): ReactNode {
  return (
    <p>
      <strong>{words}</strong> <Button onClick={go}>{drop}</Button>
    </p>
  );
}

function When({ wish, change }: Omit<FormProps, 'options'>): ReactNode {
  const { t } = useLanguage();
  const isLater = wish.startAt !== null;
  return (
    <fieldset className="part">
      <legend>{t.campaigns.whenTitle}</legend>
      <Radio.Group
        value={isLater}
        onChange={({ target }) => change({ startAt: target.value === true ? '' : null })}
        options={[
          { value: false, label: t.campaigns.now },
          { value: true, label: t.campaigns.later },
        ]}
      />
      <div className="filters">
        {isLater && (
          <label>
            {t.campaigns.startAt}
            <Input
              type="datetime-local"
              value={wish.startAt ?? ''}
              onChange={({ target }) => change({ startAt: target.value })}
            />
          </label>
        )}
        <Amount
          label={t.campaigns.notWithin}
          max={60}
          value={wish.notWithinWorkingDays}
          change={(value) => change({ notWithinWorkingDays: value ?? 1 })}
        />
        <Amount
          label={t.campaigns.perMinute}
          {...{ min: 1, max: 9_999 }}
          value={wish.perMinute}
          change={(perMinute) => change({ perMinute })}
        />
        <label>
          {t.campaigns.outside}
          <Select<'wait' | 'skip' | ''>
            aria-label={t.campaigns.outside}
            value={wish.outsideHours ?? ''}
            onChange={(chosen) => change({ outsideHours: chosen === '' ? null : chosen })}
            options={[
              { value: '' as const, label: t.campaigns.usual },
              { value: 'wait' as const, label: t.campaigns.wait },
              { value: 'skip' as const, label: t.campaigns.skip },
            ]}
          />
        </label>
      </div>
    </fieldset>
  );
}

interface AmountProps {
  label: string;
  min?: number;
  max: number;
  value: number | null;
  change: (value: number | null) => void;
}

function Amount({ label, min = 0, max, value, change }: AmountProps): ReactNode {
  return (
    <label>
      {label}
      <InputNumber<number>
        aria-label={label}
        {...{ min, max, precision: 0 }}
        value={value}
        onChange={change}
        style={{ width: '100%' }}
      />
    </label>
  );
}
