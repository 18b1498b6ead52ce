import type { Knowledge } from './compare.ts';

/** Sentences of the benchmark, for who works on the answers; both languages say the same. */
const chinese = {
  usage: '用法：npm run bench:answers -- [--json] [--nlpjs-most <每类最多句数>] [问题集.tsv ...]',
  step: (p: { at: number; of: number }) => `正在比较第 ${p.at}/${p.of} 项……`,
  asked: (p: { ours: number; foreign: number }) =>
    `通知范围内的问题 ${p.ours} 个，范围外的 ${p.foreign} 个。`,
  seen: (p: { count: number }) => `其中 ${p.count} 个问题在训练问题里出现过，未计入。`,
  header: [
    '答题者',
    '所用知识',
    '句数',
    '主题选对',
    '已回答',
    '答对',
    '范围外转人工',
    '自信答错',
    '中位毫秒',
    '99%毫秒',
    '中位倍数',
    '99%倍数',
    '准备毫秒',
  ],
  knowledge: { own: '自带', pack: '政策包', training: '政策包和训练问题' } satisfies Record<
    Knowledge,
    string
  >,
  ownRow: (p: { answered: string; right: string; refused: string; wrong: string; clarified: string }) =>
    `统保自己决定时：回答 ${p.answered}，答对 ${p.right}，反问 ${p.clarified}，范围外转人工 ${p.refused}，自信答错 ${p.wrong}。`,
  notes: (p: { nlpjsMost: number }) => [
    '“主题选对”不设门槛；其后四列用的门槛取自另一半问题，使那里范围内的问题有九成得到回答；两半互换，合计。',
    '读取结果有三种办法：只看第一条、与范围外最好的一条相比、前十条投票；也在另一半问题上选定，取自信答错最少的。',
    '“政策包”：问答中列出的问法和中英文答案。“政策包和训练问题”：另加我们的模型学过的全部问题，范围外的归为一类；与我们相比，这一种更公平。',
    `nlp.js 训练很慢，每类每种语言最多学 ${p.nlpjsMost} 句，均匀选取；别的都学全部。`,
    '倍数是与统保的耗时之比。统保的耗时含写出答复。分词器先已载入，不计入准备时间。',
  ],
};

export type BenchTexts = typeof chinese;

const english: BenchTexts = {
  usage: 'usage: npm run bench:answers -- [--json] [--nlpjs-most <sentences of a class>] [questions.tsv ...]',
  step: (p) => `comparing ${p.at} of ${p.of} ...`,
  asked: (p) => `${p.ours} questions that the notice answers, ${p.foreign} that it does not.`,
  seen: (p) => `${p.count} questions are among the training questions and were left out.`,
  header: [
    'answerer',
    'knowledge',
    'texts',
    'right topic',
    'answered',
    'right',
    'foreign refused',
    'wrong confident',
    'ms p50',
    'ms p99',
    'x ours p50',
    'x ours p99',
    'ready ms',
  ],
  knowledge: { own: 'its own', pack: 'pack', training: 'pack and training' },
  ownRow: (p) =>
    `tongbao by its own decision: answered ${p.answered}, right ${p.right}, asked back ${p.clarified}, foreign refused ${p.refused}, wrong confident ${p.wrong}.`,
  notes: (p) => [
    '"Right topic" has no threshold. The four columns after it use one that was chosen on the other half of the questions, where it lets 90% of ours be answered; then the halves change places, and both are added up.',
    'Hits are read in one of three ways: the first alone, the first beside the best foreign one, or a vote of ten. It too is chosen on the other half: the one with the fewest wrong confident answers.',
    '"Pack": the questions that the FAQ lists, and its answers in both languages. "Pack and training": also all questions that our model learnt from, the foreign ones as one class; beside ours this is the fairer one.',
    `nlp.js trains slowly and learns at most ${p.nlpjsMost} sentences of each class and language, evenly chosen; the others take all.`,
    '"x ours" is the time as a multiple of ours. Ours includes writing the reply. The segmenter is loaded before and not counted in "ready".',
  ],
};

export const benchTexts = [chinese, english] as const;
