import type { CampaignRate } from './campaign.ts';
import { life } from './contender.ts';
import type { Measured } from './contender.ts';

const goal = { ratio: 1.3, share: 0.95 };

/** All on one server in one run: only the ratios mean anything on another machine. */
export function printComparison(measured: ReadonlyMap<string, Measured>): void {
  const row = (name: string, ...cells: string[]): void =>
    console.log(name.padEnd(20) + cells.map((cell) => cell.padStart(16)).join(''));
  const ours = measured.get('ours');
  if (ours === undefined) return;
  console.log(
    `${ours.firms} firms each; a firm: ${life.updates} updates, ${life.reminders} reminders, ${life.messages} messages`,
  );
  row('', 'wall time', 'events a firm', 'bytes a firm');
  for (const [name, m] of measured) {
    row(
      name,
      `${(m.wallMs / 1_000).toFixed(1)} s`,
      (m.events / m.firms).toFixed(1),
      (m.bytes / m.firms).toFixed(0),
    );
  }
  for (const [name, m] of measured) {
    if (m === ours) continue;
    const ratios = [ours.wallMs / m.wallMs, ours.events / m.events, ours.bytes / m.bytes];
    row(`ours / ${name}`, ...ratios.map((r) => `${r.toFixed(2)}x`));
    row('', ...ratios.map((r) => `${goal.ratio}x ${r <= goal.ratio ? 'met' : 'missed'}`));
  }
}

export function printCampaign({ firms, permitted, sustained, wholeMs }: CampaignRate): void {
  const share = sustained / permitted;
  console.log(
    `campaign to ${firms} firms: ${(wholeMs / 1_000).toFixed(0)} s, ${sustained.toFixed(1)} messages a second sustained, ` +
      `${(share * 100).toFixed(1)} % of the permitted ${permitted}; goal ${goal.share * 100} % ${share >= goal.share ? 'met' : 'missed'}`,
  );
}
