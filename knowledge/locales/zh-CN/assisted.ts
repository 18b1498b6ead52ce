/** Said before an answer that a language service helped to find: the asker sees how the question was taken. */
const understoodAs = (p: { label: string }): string =>
  `我理解您问的是“${p.label}”；若不是，请换个说法再问一次。`;

const doctor = {
  fine: (p: { host: string; model: string; tookMs: number }) =>
    `外部语言模型可用：${p.host} 的 ${p.model}，试问一次用了 ${p.tookMs} 毫秒。`,
  failed: (p: { host: string; model: string; reason: string }) =>
    `外部语言模型（${p.host} 的 ${p.model}）试问没有成功：${p.reason}。机器人会照常按政策包回答；要用它，请检查 TONGBAO_LLM_* 各项。`,
  plainHttp: (p: { host: string }) =>
    `外部语言模型 ${p.host} 用的是不加密的 http://，问题在路上可能被人看到；请改用 https://。`,
};

const why = {
  timeout: '在限定时间内没有答完',
  network: '连不上',
  status: '服务返回了错误，多半是密钥、模型名或网址不对',
  tooLarge: '回答大得不正常',
  noText: '回答里没有内容',
  resting: '近来接连失败，暂停询问',
  unusable: '回答没有通过核对',
};

export const assisted = { understoodAs, doctor, why };
