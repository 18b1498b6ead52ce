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
  missing: ({ path }: { path: string }) => `还没有密钥文件 ${path}；第一次 npm start 时会自动生成。`,
  busy: ({ pid }: { pid: number }) => `另一个进程（pid ${pid}）正在更换密钥，请稍后再试。`,
};

export const encryption = { undecodable, keyFile };
