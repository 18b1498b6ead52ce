import { describe, expect, it } from 'vitest';
import { noLinks } from '../../bot/channels/channel.ts';
import {
  FirmInGroup,
  groupAdds,
  groupOfficeAnswer,
  groupSays,
  groupWords,
  isGroupMessage,
} from '../../bot/engine/group-message.ts';
import type { GroupMessage, GroupReply, GroupResult } from '../../bot/engine/group-message.ts';
import type { GroupToast } from '../../bot/engine/group-sentences.ts';
import { encodeCallback } from '../../knowledge/callbacks.ts';
import type { Callback } from '../../knowledge/callbacks.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';
import type { Answer } from '../../knowledge/answering/types.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

const place = { locale: 'zh-CN' as const, links: noLinks };
const secret: OutboundMessage = { paragraphs: ['虚构锦程公司：待企业确认'], buttons: [], citation: null };

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment, @typescript-eslint/no-misused-spread -- what must not be done, done */
describe('to the compiler a message for a group is none but one that was made for it', () => {
  it('and each of these lines would not compile', () => {
    const made = groupSays(place, ['help']);
    // @ts-expect-error a status message
    const one: GroupMessage = secret;
    // @ts-expect-error a literal of the same shape
    const two: GroupMessage = { paragraphs: ['待企业确认'], buttons: [], citation: null };
    // @ts-expect-error a changed copy
    const three: GroupMessage = { ...made, paragraphs: ['待企业确认'] };
    // @ts-expect-error a reply of the private chat
    const four: GroupReply = { kind: 'reply', message: secret };
    // @ts-expect-error a toast of the private chat
    const five: GroupToast = '已通过';
    const result: GroupResult = { replies: [{ kind: 'reply', message: made }], toast: null };
    // @ts-expect-error something that comes after it
    const six: GroupResult = { ...result, further: [{ kind: 'reply', message: secret }] };
    expect([one, two, three, four.message].filter(isGroupMessage)).toEqual([]);
    expect([five, six]).toHaveLength(2);
  });
});

/* eslint-enable @typescript-eslint/no-unsafe-class-instance-assignment, @typescript-eslint/no-misused-spread */

describe('at run time', () => {
  it('a copy, a forgery and a message that went through JSON are none either', () => {
    const made = groupSays(place, ['help']);
    expect(isGroupMessage(made)).toBe(true);
    const pretended = Object.assign(
      Object.create(Object.getPrototypeOf(made) as object),
      secret,
    ) as OutboundMessage;
    const copies = [Object.assign({}, made), JSON.parse(JSON.stringify(made)) as OutboundMessage];
    expect([secret, pretended, ...copies].filter(isGroupMessage)).toEqual([]);
  });

  it('what was made cannot be changed any more', () => {
    const made = groupWords(['明天讲解'], [], [[{ kind: 'link', label: '私聊', url: 'https://t.me/x' }]]);
    expect(() => made?.paragraphs.push('待企业确认')).toThrow(TypeError);
    expect(() => made?.buttons[0]?.push({ kind: 'link', label: 'x', url: 'https://x.example' })).toThrow(
      TypeError,
    );
    expect(() => Object.assign(made ?? {}, { citation: '待企业确认' })).toThrow(TypeError);
    expect(() => Object.assign(made?.buttons[0]?.[0] ?? {}, { label: '待企业确认' })).toThrow(TypeError);
  });

  const known = ['中国出口信用保险公司'];
  it.each([
    '虚构锦程进出口有限公司已经通过了',
    `${fictionalUscc(2)}还没有确认`,
    'Fictional Bright Trading Co., Ltd has not confirmed',
  ])('words that name a firm are not for a group: %s', (text) => {
    expect(groupWords(['各位好', text], known)).toBeNull();
  });

  it('words that name the insurer are, and fixed sentences can follow', () => {
    const made = groupWords(['中国出口信用保险公司明天讲解投保步骤。'], known);
    expect(made?.paragraphs).toEqual(['中国出口信用保险公司明天讲解投保步骤。']);
    if (made === null) throw new Error('not made');
    expect(groupAdds(made, 'zh-CN', ['moreInPrivate']).paragraphs).toHaveLength(2);
  });

  const ofFirm: Callback[] = [
    { verb: 'status', uscc: fictionalUscc(2) },
    { verb: 'report', uscc: fictionalUscc(2), step: 'submitted' },
    { verb: 'campaign', campaignId: 'id-1', action: 'confirm' },
    { verb: 'official', uscc: fictionalUscc(2), status: 'terminated', action: 'confirm' },
  ];
  it.each(ofFirm)('a button of $verb is not for a group', (callback) => {
    const button = { kind: 'callback' as const, label: '看', data: encodeCallback(callback) };
    expect(() => groupWords(['看'], [], [[button]])).toThrow(FirmInGroup);
  });

  it('a link with a firm’s code in it, and a label with one, are not for a group', () => {
    const link = (label: string, url: string) => [[{ kind: 'link' as const, label, url }]];
    expect(() => groupWords(['看'], [], link('看', `https://x.example/${fictionalUscc(2)}`))).toThrow(
      FirmInGroup,
    );
    expect(() => groupWords(['看'], [], link(fictionalUscc(2), 'https://x.example'))).toThrow(FirmInGroup);
  });

  it('an office answer that was written for one asker is not repeated to all', () => {
    const left: Answer = {
      ...{ question: '退回怎么办', outcome: 'handoff', topic: null, confidence: 0, alternatives: [] },
      ...{ parts: [{ topic: null, outcome: 'handoff' }], text: '请问工作人员。', citations: [] },
      explain: [{ read: '退回怎么办', outcome: 'handoff', subject: 'unknown', topics: [], subjects: [] }],
    };
    const entry = (text: string) => ({
      ...{ id: 1, questions: ['退回怎么办'], text, madeAt: '2022-03-01T00:00:00.000Z', locale: 'zh-CN' },
      otherPackId: null,
    });
    const alike = (a: string, b: string): number => (a === b ? 1 : 0);
    const given = { text: '退回怎么办', answer: left, locale: 'zh-CN' as const };
    const say = (text: string) => groupOfficeAnswer(given, [entry(text)] as never, [], { alike });
    expect(say('重新提交就行。')?.message.paragraphs).toEqual(['重新提交就行。']);
    expect(say('虚构锦程进出口有限公司的材料缺章。')).toBeNull();
  });
});
