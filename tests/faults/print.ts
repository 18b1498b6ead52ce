import type { RunResult } from './run/run-faults.ts';

const shown = 20;

export function printResult(result: RunResult, out: (line: string) => void): void {
  const { verdict, blows, fellOver, telegram, seconds } = result;
  const { numbers: n, lost, doubled, unexplained } = verdict;
  const row = (name: string, value: string | number): void => out(`${name.padEnd(34)}${value}`);
  const list = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .filter(([, times]) => times > 0)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ') || 'none';
  const faults: Record<string, number> = {};
  for (const { fault } of telegram.calls) if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1;
  const { redeploy, clockJump, ...kills } = blows;

  out('');
  row('time', `${seconds} s`);
  row('kills', list(kills));
  row('worker redeployed, clock jumps', `${redeploy}, ${clockJump}`);
  row('processes that ended by themselves', list(fellOver));
  row('code that did not fit a history', result.nondeterminism);
  row('faults of the double', list(faults));
  row('faults of polls and the like', telegram.otherFaults);
  row('calls, messages taken', `${n.calls}, ${n.messagesTaken}`);
  row('updates, delivered again', `${n.updates}, ${n.deliveredAgain}`);
  row('replies again, in hand at kills', `${n.repliesAgain}, ${n.unfinishedAtKills}`);
  row('unknown after an ambiguous fault', `${n.unknownAfterFault} of ${n.ambiguousFaults} such faults`);
  row('unknown after a kill', `${n.unknownAfterKill} of ${n.inHandAtKills} in hand`);
  row('unknown unexplained', unexplained.length);
  row('notices missing though repeated', `${n.declaredMissing} (declared)`);
  row('lost', lost.length);
  row('doubled', doubled.length);
  for (const [name, what] of Object.entries({ lost, doubled, unexplained })) {
    for (const line of what.slice(0, shown)) out(`  ${name}: ${line}`);
    if (what.length > shown) out(`  ${name}: … and ${what.length - shown} more`);
  }
}
