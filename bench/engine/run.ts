import { parseArgs } from 'node:util';
import { measureCampaign } from './campaign.ts';
import { measure, sum } from './contender.ts';
import type { Contender, Measured } from './contender.ts';
import { openBench } from './parts.ts';
import { ours } from './ours.ts';
import { printCampaign, printComparison } from './print.ts';
import { smallest } from './smallest.ts';

/** `npm run bench:engine -- --firms 20 --rounds 3 --campaign 1500`: what our enrollment costs, and how fast a campaign is. */
const { values } = parseArgs({
  options: {
    firms: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    campaign: { type: 'string', default: '1500' },
  },
});
const [firms, rounds, campaign] = [values.firms, values.rounds, values.campaign].map(Number) as [
  number,
  number,
  number,
];

const bench = await openBench();
try {
  if (rounds > 0) {
    const contenders: Contender[] = [
      await smallest(bench, { durable: false }),
      await smallest(bench, { durable: true }),
      await ours(bench),
    ];
    const measured = new Map<Contender, Measured[]>(contenders.map((c) => [c, []]));
    // Turn about, so that whatever else the machine does befalls both; the first round only warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const contender of contenders) {
        const some = Array.from({ length: firms }, (_, i) => 1 + round * firms + i);
        const one = await measure(contender, bench.client, some);
        if (round > 0) measured.get(contender)?.push(one);
      }
      contenders.reverse();
    }
    printComparison(new Map([...measured].map(([contender, parts]) => [contender.name, sum(parts)])));
    for (const contender of contenders) await contender.stop();
  }
  if (campaign > 0) printCampaign(await measureCampaign(bench, campaign));
} finally {
  await bench.close();
}
