import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const wcag21 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * What axe finds on a page against rules with these tags, WCAG 2.1 A and AA by default, one line each; none is what a page should
 * have. Frames in it are pages of their own.
 */
export async function axeFindings(page: Page | Frame, runOnly = wcag21): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations: found } = await run(document, { runOnly: tags, iframes: false });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, runOnly);
  return violations;
}
