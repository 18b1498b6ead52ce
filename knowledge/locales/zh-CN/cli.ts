const runtime = {
  temporalCliPathWrong: (p: { path: string }) =>
    `TEMPORAL_CLI_PATH 指向的 ${p.path} 不是可执行文件；请改成 temporal 程序的完整路径，或删去这项设置。`,
  temporalCliMissing: (p: { version: string; logFile: string }) =>
    `没有找到 Temporal 命令行程序，也没能下载或编译出来。请安装 Temporal CLI ${p.version}（https://docs.temporal.io/cli）或 Go 语言环境后重试，也可用 TEMPORAL_CLI_PATH 指明它的位置；经过见 ${p.logFile}`,
  temporalCliDownloading: () => '正在下载 Temporal 命令行程序（只在第一次运行时需要）…',
  temporalCliCompiling: () =>
    '正在编译 Temporal 命令行程序（只在第一次运行时需要，两核电脑约 5 分钟），请稍候…',
  stillWorking: (p: { seconds: number }) => `仍在进行，已用 ${p.seconds} 秒…`,
  waitingForOther: (p: { pid: number }) => `另一个统保进程（pid ${p.pid}）正在做同样的准备，等它完成…`,
};

export const cli = { runtime } as const;
