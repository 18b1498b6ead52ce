/** What can be wrong with the database file, and what to do about it. */
export const database = {
  notSqlite: (p: { scheme: string }) => `DATABASE_URL 要写成 file:路径 的形式（现在的开头是“${p.scheme}”）。`,
  newer: (p: { path: string }) => `数据库 ${p.path} 是更新版本的统保写的，请用新版本打开，或换一个数据目录。`,
  foreign: (p: { path: string }) => `${p.path} 不是统保的数据库，没有动它。请换一个文件。`,
  damaged: (p: { path: string }) => `数据库文件 ${p.path} 已损坏，请从备份恢复，或移开它重新开始。`,
  notWritable: (p: { path: string }) => `数据库 ${p.path} 无法写入，请检查目录权限和磁盘空间。`,
  lockedForLong: (p: { path: string }) => `数据库 ${p.path} 一直被别的程序占用，请关掉它再试。`,
};
