export type SmalltalkKind = 'greeting' | 'thanks' | 'goodbye' | 'identity' | 'acknowledgement';

const kinds: readonly (readonly [SmalltalkKind, RegExp])[] = [
  [
    'identity',
    /^(你|您)(是|叫)?(谁|什么名字|哪位|啥|机器人|真人|人工智能|ai)?(能|会|可以)?(干|做|帮)?(些)?(我)?(什么|嘛|啥)?(名字|用)?(吗|啊|呀|呢|的)?$|^(who|what) are you$|^what can you do( for me)?$|^are you (a |an )?(robot|bot|human|real|ai|machine)( person)?$|^你(是不是|是)(个)?(人工|机器人?|真人|人|ai)(客服)?(还是|或)?(人工|机器人?|真人|人|ai)?(客服)?(吗|啊|呀|呢)?$/,
  ],
  [
    'thanks',
    /^((好的?|ok|嗯+|行|没事了?|没问题了?|明白了?|知道了?|懂了)[ ,，。]*)?(非常|太|真的?|十分|多)?(感谢|谢谢|多谢|谢了|谢啦|thx|thanks|thank you|3q|谢)(了|啦|你|您|哈|老师|亲|大家|哦|啊| ?a lot| ?very much| ?so much| ?you|的|解答|帮助|回复|回答|耐心|指导|指教|支持|[ ,，。!！]*祝.{2,8})*[。!！]?$|^(您|你|你们|大家|老师)?(真|太)?辛苦(了|啦|你们|您|哈|呀|哦|老师)*$|^(麻烦|打扰)(你|您)?(了|啦)$|^many thanks$/,
  ],
  [
    'goodbye',
    /^(再见|拜拜|拜|回见|下次见|晚安|88|bye|bye ?bye|goodbye|see you|good night)(了|啦|哈|咯|喽)?([ ,，。!！]*(下次|回头|有空|改天|有问题)?再?(问|聊|联系|找你|说|来|见)(你|您)?(了|啦|哈)?)?$/,
  ],
  [
    'greeting',
    /^(你好|您好|你们好|大家好|哈喽|哈啰|嗨|嘿|早|早安|早上好|上午好|中午好|下午好|晚上好|在吗|在不在|在么|有人吗|有人不|有人么|有人没|有人在吗|有人在不|在不|喂|hi|hello|hey|good (morning|afternoon|evening))(啊|呀|吗|哦|呢|哈|老师|亲|各位|大家| ?there| ?all|你好|您好|在吗|在么|在不)*$/,
  ],
  [
    'acknowledgement',
    /^((好|好的|好吧|好滴|好嘞|ok|okay|okk|嗯|嗯嗯|嗯呢|行|行吧|可以|可以的|收到|明白|明白了|知道了|知道啦|知道|了解|了解了|清楚了|懂了|没问题|没事了?|没有了|没了|没(有)?(其他|别的)?问题了?|搞定了|解决了|got it|i see|great|fine|sure|understood|all right|alright|yes|no|是的?|对的?|不用了)[ ,，。!！]*)+$/,
  ],
];

const bare = (text: string): string =>
  text.replace(/[\s\p{P}\p{S}]+$/gu, '').replace(/^[\s\p{P}\p{S}]+/gu, '');

/** What a whole message of small talk is, or null when it says something of its own. */
export function smalltalkOf(text: string): SmalltalkKind | null {
  const plain = bare(text);
  if (plain.length === 0 || plain.length > 30) return null;
  const direct = kinds.find(([, pattern]) => pattern.test(plain));
  if (direct !== undefined) return direct[0];
  const pieces = plain.split(/[\s\p{P}]+/u).filter((piece) => piece.length > 0);
  if (pieces.length < 2) return null;
  const found = pieces.map((piece) => kinds.find(([, pattern]) => pattern.test(piece))?.[0]);
  return found.every((kind) => kind !== undefined) ? (found[found.length - 1] ?? null) : null;
}

/** The question without the courtesies around it. */
export function withoutCourtesies(text: string): string {
  return text
    .replace(
      /^((你|您)们?好|哈喽|嗨|hi|hello|hey|在吗|在么|请问(一下)?|问一下|想问(一?下|问)?|请教(一?下)?|咨询(一?下)?(?=[,:]|$)|老师|亲|打扰(了|一下)?|麻烦(问一?下)?|早上好|下午好|那个|那么|嗯|额(?!度|外))[啊呀哦哈]?(?![a-z])[\s,.!?~，。！、:：-]*/,
      '',
    )
    .replace(/[\s,.!~，。！、]*(谢谢|感谢|多谢|谢啦|谢了|thanks|thank you|thx)[你您啦了哈!！。. ]*$/, '')
    .trim();
}
