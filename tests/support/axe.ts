import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong on a page, a line each. Asked within the page itself, which takes a third of the time:
 * axe's usual way opens a second page to gather what frames say, and our pages have no frames.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('this page has frames, which axe would not look into');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}
