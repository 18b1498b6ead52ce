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

export const encryption = { undecodable, keyFile, help, keys, doctor };
