export const channelName = 'wecom';

export const vendorRoot = 'https://qyapi.weixin.qq.com';

/** A robot of one WeCom group. Who has its key can write there. */
export interface WecomRobot {
  /** What the office calls the group; the chat's ID on this channel. */
  name: string;
  key: string;
}

export interface WecomAccess {
  robots: readonly WecomRobot[];
  apiRoot: string;
}

/** Of a text message; in UTF-8. */
export const longestText = 2_048;
/** Messages a minute of one robot. */
export const perMinute = 20;
