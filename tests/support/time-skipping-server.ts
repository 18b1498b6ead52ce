import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  cacheFolder,
  downloadWithSdk,
  firstExecutable,
  onPath,
  waitForLock,
} from '../../cli/temporal/binary.ts';
import { runLogged } from '../../cli/temporal/run-logged.ts';
import { testCacheDir } from './temporal-cli.ts';

const version = '1.31.0';
const progress = (line: string): void => console.error(line);

/** An environment on the time-skipping test server, fetched on first use. One clock each: do not share it between test files. */
export async function createTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const path = await timeSkippingServerPath();
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}

/** The server's program: the SDK's download, or the Maven artifact behind a small script that runs it with Java. */
export async function timeSkippingServerPath(): Promise<string> {
  const cache = cacheFolder(testCacheDir());
  const folder = join(cache, `temporal-test-server-${version}`);
  const target = join(folder, 'temporal-test-server');
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const release = await waitForLock(`${folder}.lock`, progress);
  const draft = `${folder}-draft-${process.pid}`;
  const logFile = join(cache, 'temporal-test-server.log');
  try {
    if (existsSync(target)) return target;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    await fetchServer(draft, logFile);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return target;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    release();
  }
}

async function fetchServer(draft: string, logFile: string): Promise<void> {
  progress('正在获取时间快进测试服务器… / fetching the time-skipping test server...');
  const env = process.env;
  const downloaded = await downloadWithSdk({
    ...{ kind: 'test-server', version: 'default', draft, logFile, env, progress },
  });
  const binary = downloaded ? firstExecutable(draft) : null;
  if (binary !== null) {
    renameSync(binary, join(draft, 'temporal-test-server'));
    return;
  }
  const [java, maven] = [onPath('java', env), onPath('mvn', env)];
  if (java === null || maven === null || !(await copyJars(maven, draft, logFile))) {
    throw new Error(
      `需要 Java 17 和 Maven 才能得到时间快进测试服务器，经过见 ${logFile} / ` +
        `The time-skipping test server needs Java 17 and Maven; details in ${logFile}`,
    );
  }
  const script = join(draft, 'temporal-test-server');
  // exec: whoever ends this process ends the server.
  writeFileSync(
    script,
    '#!/bin/sh\nexec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"\n',
  );
  chmodSync(script, 0o755);
}

function copyJars(maven: string, draft: string, logFile: string): Promise<boolean> {
  const dependency = `<groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${version}</version>`;
  writeFileSync(
    join(draft, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>tongbao</groupId><artifactId>test-server</artifactId><version>1</version>
<dependencies><dependency>${dependency}</dependency></dependencies></project>
`,
  );
  return runLogged({
    command: maven,
    args: [
      ...['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime'],
      ...[`-DoutputDirectory=${join(draft, 'lib')}`, `-Dmaven.repo.local=${join(draft, 'repository')}`],
    ],
    env: process.env,
    cwd: draft,
    logFile,
    onStillRunning: (seconds) => progress(`… ${seconds} s`),
  }).finally(() => rmSync(join(draft, 'repository'), { recursive: true, force: true }));
}
