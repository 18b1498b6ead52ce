/** Somebody who wants to be talked to by a person, and what else was said with it. */
export interface AsksPerson {
  /** Empty where nothing else was said. */
  about: string;
}

const polite = '(?:你好|您好|请问|请|麻烦|帮我|帮忙|给我|我要|我想要?|我需要|能不能|能否|可以|可不可以|要)*';
const who = '(?:人工(?:客服|服务|坐席)?|真人(?:客服)?|客服(?:人员)?|工作人员|办公室的?人|业务员|专人|人)';
const chinese: readonly RegExp[] = [
  new RegExp(
    `^${polite}(?:转|接|换|叫|找|联系|呼叫|转接)(?:一?下|个|一个|位|一位|到|给)?${who}(?:来|聊|说|谈|处理|帮我|服务)*(?:吗|吧|啊|呀|谢谢|一下)*`,
  ),
  /^(?:人工(?:客服|服务)?|真人(?:客服)?)/,
  new RegExp(
    `^${polite}(?:和|跟|与)(?:个|一个|位|一位)?${who}(?:聊|说|谈|讲|沟通|对话|通话)(?:话|一下|聊|谈|几句)*(?:吗|吧|啊|呀)?`,
  ),
];
const english: readonly RegExp[] = [
  /^(?:hi|hello|please|pls|can i|could i|may i|i(?:'d| would) like to|i (?:want|need) to|let me|[\s,])*(?:talk|speak|chat|connect(?: me)?|transfer(?: me)?|switch(?: me)?|get me|put me through)(?: to| with)? (?:\b(?:a|an|the|your|some(?:one|body)|real|live|human|person|people|being|agent|staff|operator|representative|member|of|from|at|in|office)\b|\s)+(?:\bplease\b)?/i,
  /^(?:a )?(?:real |live )?(?:human|person|agent|operator|representative)(?: please)?/i,
];

/** What stands between the wish and the matter; without it 人工客服电话是多少 and 联系人怎么填 are questions of their own. */
const joint = /^\s*[，,。.！!？?：:；;、~～]+\s*|^\s+(?=[\u4e00-\u9fff])|^\s*\babout\s+/i;

/** 转人工, 我要找人, “talk to a person”, also with the matter behind it: 转人工，卡读不出来. Null for anything else. */
export function asksForPerson(text: string): AsksPerson | null {
  const said = text.trim();
  for (const pattern of [...chinese, ...english]) {
    const wish = pattern.exec(said)?.[0];
    if (wish === undefined) continue;
    const rest = said.slice(wish.length);
    const about = rest.replace(joint, '').trim();
    if (about === '') return { about: '' };
    if (joint.test(rest)) return { about };
  }
  return null;
}
