import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../activities/language-model.ts';
import { readTrainingQuestions } from '../../cli/training-questions.ts';
import { parseLanguageModel } from '../../knowledge/answering/language-model/model.ts';
import type { LanguageModel } from '../../knowledge/answering/language-model/model.ts';
import { createTokenizer } from '../../knowledge/answering/language-model/tokenizer.ts';
import { topicIds } from '../../knowledge/topics.ts';

const weightsFile = new URL('../../knowledge/answering/language-model/weights.bin', import.meta.url);

describe('cutting text into pieces', () => {
  const bytes = readFileSync(weightsFile);
  const header = JSON.parse(bytes.subarray(4, 4 + bytes.readUInt32LE(0)).toString('utf8')) as {
    pieces: string[];
  };
  const tokenize = createTokenizer(header.pieces);
  const piecesOf = (text: string): string =>
    tokenize(text, 160)
      .map((id) => header.pieces[id])
      .join(' ');

  // As the tokenizer that the model was trained with cuts them.
  it.each([
    ['赔付比例是多少?', '[CLS] 赔 付 比 例 是 多 少 ? [SEP]'],
    ['can i use a macbook with safari', '[CLS] can i use a macbook with safari [SEP]'],
    ['出口120万美元,o/a 90天', '[CLS] 出 口 120 万 美 元 , o / a 90 天 [SEP]'],
    ['ikey插上没反应...', '[CLS] i ##key 插 上 没 反 应 . . . [SEP]'],
    ['unstated\n第二行', '[CLS] u ##ns ##ta ##ted 第 二 行 [SEP]'],
    ["don't", "[CLS] don ' t [SEP]"],
    ['singlewindow.cn', '[CLS] single ##win ##do ##w . cn [SEP]'],
    ['\u{1F600}', '[CLS] [UNK] [SEP]'],
    ['', '[CLS] [SEP]'],
  ])('cuts %j', (text, pieces) => {
    expect(piecesOf(text)).toBe(pieces);
  });

  it('reads no more pieces than it is told', () => {
    expect(tokenize('单'.repeat(500), 160)).toHaveLength(160);
  });
});

describe('the network', () => {
  /** Two pieces beside the special ones, one dimension, one channel, windows of one and two pieces. */
  function smallWeights(): Uint8Array {
    const header = {
      classes: ['yes', 'no'],
      pieces: ['[UNK]', '[CLS]', '[SEP]', '好', '坏'],
      frequent: [3],
      embedding: 1,
      channels: 1,
      hidden: 1,
      widths: [1, 2],
      corpus: 'none',
    };
    const head = new TextEncoder().encode(JSON.stringify(header));
    const body: number[] = [];
    const float = (value: number): void => void body.push(...new Uint8Array(Float32Array.of(value).buffer));
    const matrix = (rows: number[][]): void => {
      for (const row of rows) float(Math.max(...row.map(Math.abs)) / 127 || 1);
      for (const row of rows) {
        const scale = Math.max(...row.map(Math.abs)) / 127 || 1;
        for (const value of row) body.push(Math.round(value / scale) & 0xff);
      }
    };
    matrix([[0], [0], [0], [1], [-1]]);
    matrix([[2]]);
    float(0.5);
    matrix([[1], [1]]);
    float(0);
    matrix([[1, 0, 1, 0]]);
    float(0);
    matrix([[1], [-1]]);
    float(0);
    float(0);
    const length = new Uint8Array(Uint32Array.of(head.length).buffer);
    return Uint8Array.from([...length, ...head, ...body]);
  }

  it('computes what can be computed by hand', () => {
    const model = parseLanguageModel(smallWeights());
    // Windows of one: 2·1 + 0.5 = 2.5; windows of two: at most 1 + 1 = 2; hidden 4.5, so the scores are ±4.5.
    const [yes = 0, no = 0] = model.read('好好').chances;
    expect(yes).toBeCloseTo(1 / (1 + Math.exp(-9)), 5);
    expect(yes + no).toBeCloseTo(1, 5);
    // Only the special pieces speak for something: 0.5 each.
    expect(model.read('坏').chances[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 5);
  });
});

describe('the weights that ship', () => {
  let model: LanguageModel;
  beforeAll(async () => {
    model = await loadLanguageModel();
  });

  it('were trained on the questions that ship; after a change of those, train anew', () => {
    expect(model.corpus).toBe(readTrainingQuestions().digest);
  });

  it('know every topic, and each topic’s open details', () => {
    for (const topic of topicIds) {
      expect(model.classes).toContain(topic);
      expect(model.classes).toContain(`unstated:${topic}`);
    }
  });

  it('read the same text the same way, whatever was read before', () => {
    const first = model.read('客户破产了赔多少');
    for (const text of ['', '\u{1F600}', 'x'.repeat(5_000), '㐀䶵', '章'.repeat(400)]) {
      const { chances } = model.read(text);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 4);
    }
    expect(model.read('客户破产了赔多少')).toEqual(first);
  });
});
