const undecodable = {
  keyUnknown: ({ keyId }: { keyId: string }) =>
    `Temporal 里的这份数据是用密钥 ${keyId} 加密的，这里没有这把密钥；请把它放回密钥文件或 TONGBAO_PAYLOAD_KEYS，见 docs/encryption.md。`,
  damaged: ({ keyId }: { keyId: string }) =>
    `Temporal 里的这份数据（密钥 ${keyId}）解不开：它被改动过，或者这个编号下已经不是当初那把密钥。`,
  foreign: () => 'Temporal 里的这份数据是别的程序加密的，统保解不开。',
};

const keyFile = {
  malformed: ({ path }: { path: string }) =>
    `密钥文件 ${path} 的内容不对：每行应是“编号:密钥”。请用备份恢复它，不要自己改；见 docs/encryption.md。`,
  unreadable: ({ path }: { path: string }) => `读不了或写不了密钥文件 ${path}，请检查它和文件夹的权限。`,
  made: ({ path }: { path: string }) =>
    `已生成密钥文件 ${path}，Temporal 里的数据用它加密，请另行备份。以前有过一份的话，请停下来，用备份恢复它。`,
  missing: ({ path }: { path: string }) => `还没有密钥文件 ${path}；第一次 npm start 时会自动生成。`,
  busy: ({ pid }: { pid: number }) => `另一个进程（pid ${pid}）正在更换密钥，请稍后再试。`,
};

const help = {
  keys: '加密 Temporal 里数据的密钥：查看、更换，以及给工作人员查看数据的令牌',
  list: '列出密钥的编号，不显示密钥',
  rotate: '加一把新密钥，从此用它加密；旧密钥留着解密',
  uiToken: '查看令牌：让某位工作人员在 Temporal 管理页面看到原文',
  uiTokenAdd: '给一位工作人员生成令牌',
  uiTokenStaff: '工作人员编号，见 staff list',
  uiTokenHours: '几小时内有效，1 到 720',
  uiTokenList: '列出有效的令牌',
  uiTokenRevoke: '收回一个令牌，立即生效',
  uiTokenId: '编号，见 keys ui-token list',
};

const keys = {
  columns: ['编号', '用途'],
  encrypts: '加密和解密',
  decrypts: '只解密',
  fromFile: ({ path }: { path: string }) => `来自密钥文件 ${path}；请另行备份。`,
  fromSetting: '来自设置 TONGBAO_PAYLOAD_KEYS。',
  rotated: ({ id }: { id: string }) =>
    `已加上新密钥 ${id}，从现在起用它加密；正在运行的程序几秒内就会用上，不必重启。`,
  backUp: ({ path }: { path: string }) => `请重新备份 ${path}；旧密钥不要删，旧数据还要用它们解密。`,
  rotateSetting:
    '密钥来自 TONGBAO_PAYLOAD_KEYS，请改这项设置：先在每台机器上把新密钥加到最后并重启，再把它移到最前并重启；旧密钥留着。见 docs/encryption.md。',
};

const doctor = {
  fromSetting: ({ count, id }: { count: number; id: string }) =>
    `TONGBAO_PAYLOAD_KEYS 里有 ${count} 把密钥，用 ${id} 加密。`,
  fromFile: ({ count, id, path }: { count: number; id: string; path: string }) =>
    `密钥文件 ${path} 里有 ${count} 把密钥，用 ${id} 加密；丢了它，Temporal 里的数据就读不出来，请另行备份。`,
  readable: ({ path }: { path: string }) => `密钥文件 ${path} 别的用户也能读；请运行 chmod 600 ${path}。`,
  missing: ({ path }: { path: string }) =>
    `还没有密钥文件 ${path}，第一次 npm start 时会自动生成；以前有过的话，请先用备份恢复它。`,
  onlyHere: ({ address }: { address: string }) =>
    `密钥只在这台机器的文件里；如果还有别的机器连 ${address}，请在每台上设同样的 TONGBAO_PAYLOAD_KEYS，否则互相解不开。`,
};

const uiToken = {
  badHours: ({ value }: { value: string }) => `--hours 不能是“${value}”，应为 1 到 720 的整数。`,
  added: ({ name, until, id }: { name: string; until: string; id: number }) =>
    `${name}的查看令牌（编号 ${id}，${until} 前有效），只显示这一次：`,
  how: ({ url }: { url: string }) => `请本人用浏览器打开 ${url} 粘贴登录；请单独交给本人。`,
  none: '现在没有有效的查看令牌。',
  columns: ['编号', '姓名', '工作人员编号', '生成时间', '有效期至（北京时间）'],
  unknown: ({ id }: { id: string }) => `没有编号为 ${id} 的查看令牌，请用 tongbao keys ui-token list 核对。`,
  revoked: '已收回，立即生效；用它登录的浏览器也不能再看。',
};

const page = {
  title: '查看 Temporal 里的数据',
  about:
    'Temporal 里存的是密文。登录以后，这个浏览器打开的 Temporal 管理页面会显示原文。只给可以看企业数据的工作人员用。',
  otherLanguage: 'English',
  tokenLabel: '查看令牌',
  tokenHint: '由管理员用 tongbao keys ui-token add 生成，只能用一次。',
  signIn: '登录',
  refused: '这个令牌不能用：可能写错了、用过了、过期了，或者已被收回。请找管理员要一个新的。',
  signedIn: ({ name, until }: { name: string; until: string }) =>
    `已登录：${name}，到 ${until}（北京时间）为止。`,
  openUi: '打开 Temporal 管理页面',
  firstTime: '这个浏览器第一次用时，在 Temporal 管理页面设置一次',
  steps: [
    '点右上角的眼镜图标（Codec Server）。',
    '在 “Codec Server browser endpoint” 里填：',
    '打开 “Include cross-origin credentials”。',
    '点 “Apply”，然后刷新页面。',
  ],
  noted: '每次查看都会记下是谁、看了几份，不记内容。',
  signOut: '退出',
};

export const encryption = { undecodable, keyFile, help, keys, doctor, uiToken, page };
