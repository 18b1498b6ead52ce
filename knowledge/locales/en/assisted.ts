import type { assisted as shape } from '../zh-CN/assisted.ts';

const understoodAs: typeof shape.understoodAs = (p) =>
  `I take it that you are asking about "${p.label}"; if not, please put it another way.`;

const doctor: typeof shape.doctor = {
  fine: (p) => `The language model answers: ${p.model} at ${p.host}, in ${p.tookMs} ms when tried just now.`,
  failed: (p) =>
    `The language model ${p.model} at ${p.host} was tried without success: ${p.reason}. The bot goes on answering from the policy pack; to use the model, check the TONGBAO_LLM_* settings.`,
  plainHttp: (p) =>
    `The language model at ${p.host} is reached over http:// without encryption, so questions can be read on the way; use https:// instead.`,
};

const why: typeof shape.why = {
  timeout: 'there was no whole answer within the time limit',
  network: 'it cannot be reached',
  status: 'the service returned an error; the key, the name of the model or the address is probably wrong',
  tooLarge: 'the answer was far too large',
  noText: 'the answer was empty',
  resting: 'it failed several times in a row and is not being asked',
  unusable: 'the answer did not pass the checks',
};

export const assisted: typeof shape = { understoodAs, doctor, why };
