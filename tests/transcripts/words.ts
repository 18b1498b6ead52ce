/** The words of a transcript, Chinese first; both languages mean the same. */

export type HeaderKey = 'title' | 'place' | 'speaker' | 'language' | 'doors' | 'note';
export type StepKey = 'says' | 'repliesTo' | 'taps' | 'moveTo' | 'speakerNow';
export type ExpectationKey =
  | 'outcome'
  | 'topic'
  | 'subject'
  | 'contains'
  | 'lacks'
  | 'buttons'
  | 'noButtons'
  | 'links'
  | 'atMostLines'
  | 'atMostCharacters';

export type Place = 'private' | 'group';
export type Speaker = 'contact' | 'unverified' | 'staff';
/** What a reader sees came of a message; `own` is whatever is no reply to a question of policy: a status, a dialogue. */
export type SeenOutcome = 'answer' | 'clarify' | 'handoff' | 'smalltalk' | 'toPrivate' | 'silent' | 'own';

export const headerKeys: Record<string, HeaderKey> = {
  标题: 'title',
  title: 'title',
  场合: 'place',
  place: 'place',
  身份: 'speaker',
  speaker: 'speaker',
  语言: 'language',
  language: 'language',
  渠道: 'doors',
  doors: 'doors',
  说明: 'note',
  note: 'note',
};

export const stepKeys: Record<string, StepKey> = {
  用户: 'says',
  user: 'says',
  回复: 'repliesTo',
  reply: 'repliesTo',
  点: 'taps',
  tap: 'taps',
  换到: 'moveTo',
  'move to': 'moveTo',
  换人: 'speakerNow',
  'speaker now': 'speakerNow',
};

export const expectationKeys: Record<string, ExpectationKey> = {
  结果: 'outcome',
  outcome: 'outcome',
  主题: 'topic',
  topic: 'topic',
  事项: 'subject',
  subject: 'subject',
  含: 'contains',
  contains: 'contains',
  不含: 'lacks',
  lacks: 'lacks',
  按钮: 'buttons',
  buttons: 'buttons',
  没有按钮: 'noButtons',
  'no buttons': 'noButtons',
  链接: 'links',
  links: 'links',
  最多行数: 'atMostLines',
  'at most lines': 'atMostLines',
  最多字数: 'atMostCharacters',
  'at most characters': 'atMostCharacters',
};

export const places: Record<string, Place> = {
  私聊: 'private',
  private: 'private',
  群聊: 'group',
  group: 'group',
};

export const speakers: Record<string, Speaker> = {
  联系人: 'contact',
  contact: 'contact',
  未关联: 'unverified',
  unverified: 'unverified',
  工作人员: 'staff',
  staff: 'staff',
};

export const languages: Record<string, 'zh-CN' | 'en'> = {
  中文: 'zh-CN',
  chinese: 'zh-CN',
  英文: 'en',
  english: 'en',
};

export const doorChoices: Record<string, 'engine' | 'all'> = {
  引擎: 'engine',
  engine: 'engine',
  全部: 'all',
  all: 'all',
};

export const outcomes: Record<string, SeenOutcome> = {
  回答: 'answer',
  answer: 'answer',
  追问: 'clarify',
  clarify: 'clarify',
  转人工: 'handoff',
  'hand-off': 'handoff',
  寒暄: 'smalltalk',
  'small talk': 'smalltalk',
  请到私聊: 'toPrivate',
  'to private': 'toPrivate',
  不回应: 'silent',
  silent: 'silent',
  办事: 'own',
  own: 'own',
};
