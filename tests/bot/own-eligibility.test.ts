import { describe, expect, it } from 'vitest';
import { asksOwnEligibility } from '../../bot/engine/firm-questions.ts';

describe('asks for the way, the place or the time, not for the own eligibility', () => {
  it.each([
    'How do I apply?',
    'how do we apply',
    'How can I apply for this?',
    'how can we join the programme',
    'So how do we enroll?',
    'How exactly do I enroll?',
    'Where do I apply?',
    'where can we apply',
    'Where on the website can I apply?',
    'When can we apply?',
    'From when can we join?',
    'How soon can we join?',
    'How long are we eligible',
    'What do I apply for first?',
    'On which page do I apply?',
    'Which site do we apply on?',
    'With what card can I enroll?',
    'Hello, how do I apply please',
    'How do I apply for a buyer credit limit?',
    'Can I apply for a buyer credit limit?',
    '我们怎么申请',
    '我们怎么才能投保',
    '我们怎么可以参保',
    '我们如何能参加',
    '我们要如何才能申请',
    '我们咋能参保',
    '我们在哪里可以申请',
    '我们去哪儿能投保',
    '我们从哪里可以申请',
    '我司在哪个网站可以投保',
    '我公司什么时候能参保',
    '我们几时可以申请',
    '我们何时能投保',
    '我们几号可以投保',
    '我们多久可以申请',
    '我们找谁可以申请',
    '我们可以申请什么',
    '我们能享受什么',
    '我们怎样才能享受',
    '我们为什么不能参保',
  ])('%s', (text) => {
    expect(asksOwnEligibility(text)).toBe(false);
  });
});

describe('asks for the own eligibility', () => {
  it.each([
    'Do we qualify?',
    'Are we eligible?',
    'Can we apply?',
    'can i join',
    'Can my company enroll?',
    'Does our company qualify?',
    'Can we apply for the programme?',
    'can we apply for it',
    'We are new here, what do you think, do we qualify?',
    'I know how it works, but are we eligible?',
    'check our eligibility',
    '我们有资格吗',
    '我们符合条件吗',
    '我们能参加吗',
    '我司可以投保吗',
    '我们能不能参保',
    '我公司可不可以申请',
    '我们去年没什么出口，我们能参加吗',
    '不知道怎么申请，先问我们有没有资格',
    '查一下资格',
  ])('%s', (text) => {
    expect(asksOwnEligibility(text)).toBe(true);
  });
});
