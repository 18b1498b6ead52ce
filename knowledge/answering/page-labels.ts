import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';

interface PageLabel {
  label: string;
  topic: TopicId;
  weight: number;
}

/** Labels that stand on just one page of the pack: naming one names the page. */
export function pageLabels(pack: PolicyPack): PageLabel[] {
  const buttons = pack.steps.flatMap((step) =>
    step.buttons.map((label) => ({ label, topic: step.topic, weight: 10 })),
  );
  const menus = pack.steps.flatMap((step) =>
    step.menu.map((label) => ({ label, topic: step.topic, weight: 5 })),
  );
  const buttonTopics = (label: string): number =>
    new Set(buttons.filter((entry) => entry.label === label).map((entry) => entry.topic)).size;
  const topicsOf = (label: string): number =>
    new Set([...buttons, ...menus].filter((entry) => entry.label === label).map((entry) => entry.topic)).size;
  return [...buttons, ...menus]
    .filter(({ label }) => label.length >= 4 && (topicsOf(label) === 1 || buttonTopics(label) === 1))
    .filter((entry, index, all) => all.findIndex((other) => other.label === entry.label) === index)
    .sort((a, b) => b.label.length - a.label.length);
}

/** Labels that the text holds, the longer before the shorter: 待确认投保单 does not name the button 确认投保. */
export function labelsIn(text: string, labels: readonly PageLabel[]): PageLabel[] {
  let rest = text;
  return labels.filter(({ label }) => {
    const held = rest.includes(label.toLowerCase());
    if (held) rest = rest.replaceAll(label.toLowerCase(), ' ');
    return held;
  });
}
