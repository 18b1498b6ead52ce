import type { PolicyPack } from '../packs/schema.ts';

const fieldWords = [
  '单一窗口',
  '国际贸易',
  '小微投保',
  '小微企业',
  '统保',
  '投保',
  '参保',
  '承保范围',
  '承保风险',
  '赔付比例',
  '最高赔偿额',
  '信用期限',
  '账期',
  '法人卡',
  '读卡器',
  '卡介质',
  '电子口岸',
  '实名认证',
  '待确认投保单',
  '确认投保',
  '查看单证',
  '制章',
  '印章',
  '协议签署',
  '数据授权',
  '续转',
  '退单',
  '核准名单',
  '出口额',
  '中国信保',
  '信保',
  '买方限额',
  '报损',
  '索赔',
  '可损',
];

/** Words that the segmenter must not cut: the field's own, and what the pack calls its pages and things. */
export function domainWords(pack: PolicyPack): string[] {
  const labels = pack.steps.flatMap((step) => [...step.menu, ...step.buttons]);
  const names = [
    pack.application.channelName,
    pack.insurer.name,
    pack.insurer.shortName,
    ...(pack.app === null ? [] : [pack.app.name]),
  ];
  return [...new Set([...fieldWords, ...labels, ...names])].filter((word) => /^[\u4E00-\u9FFF]+$/.test(word));
}
