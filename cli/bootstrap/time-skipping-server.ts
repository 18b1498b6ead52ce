import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { userError } from '../both-languages.ts';
import { cacheFolder, downloadWithSdk, firstExecutable, onPath, waitForLock } from '../temporal/binary.ts';
import { runLogged } from '../temporal/run-logged.ts';

const version = '1.31.0';

export interface FindTimeSkippingServer {
  cacheDir: string;
  env: NodeJS.ProcessEnv;
  progress: (line: string) => void;
}

/**
 * The time-skipping test server's program, for tests only: our cache, the SDK's download, or the Maven artifact behind a
 * small script that runs it with Java. Throws UserError when none works.
 */
export async function findTimeSkippingServer(options: FindTimeSkippingServer): Promise<string> {
  const cache = cacheFolder(options.cacheDir);
  const folder = join(cache, `temporal-test-server-${version}`);
  const target = join(folder, 'temporal-test-server');
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const release = await waitForLock(`${folder}.lock`, options.progress);
  const draft = `${folder}-draft-${process.pid}`;
  try {
    if (existsSync(target)) return target;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    await fetchServer(options, draft, join(cache, 'temporal-test-server.log'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return target;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    release();
  }
}

async function fetchServer(options: FindTimeSkippingServer, draft: string, logFile: string): Promise<void> {
  const { env, progress } = options;
  progress('正在获取时间快进测试服务器… / fetching the time-skipping test server...');
  const asked = { kind: 'test-server', version: 'default', draft, logFile, env, progress } as const;
  const binary = (await downloadWithSdk(asked)) ? firstExecutable(draft) : null;
  const target = join(draft, 'temporal-test-server');
  if (binary !== null) {
    renameSync(binary, target);
    return;
  }
  const maven = onPath('mvn', env);
  if (onPath('java', env) === null || maven === null || !(await copyJars(options, maven, draft, logFile))) {
    throw userError((t) => t.cli.runtime.testServerMissing({ logFile }));
  }
  // exec: whoever ends this process ends the server.
  const run = 'exec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"';
  writeFileSync(target, `#!/bin/sh\n${run}\n`);
  chmodSync(target, 0o755);
}

async function copyJars(
  { env, progress }: FindTimeSkippingServer,
  maven: string,
  draft: string,
  logFile: string,
): Promise<boolean> {
  const dependency = `<groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${version}</version>`;
  const repository = join(draft, 'repository');
  writeFileSync(
    join(draft, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>tongbao</groupId><artifactId>test-server</artifactId><version>1</version>
<dependencies><dependency>${dependency}</dependency></dependencies></project>
`,
  );
  try {
    return await runLogged({
      command: maven,
      args: [
        ...['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime'],
        ...[`-DoutputDirectory=${join(draft, 'lib')}`, `-Dmaven.repo.local=${repository}`],
      ],
      env,
      cwd: draft,
      logFile,
      onStillRunning: (seconds) => progress(`  … ${seconds} 秒 / ${seconds} s`),
    });
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
}
