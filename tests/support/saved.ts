import type { Page } from 'playwright-core';

/**
 * Waits until a page has nothing left to save and says so. The word alone is not enough: for the first moments
 * of a new change it still speaks of the one before.
 */
export async function saved(page: Page, timeout?: number): Promise<void> {
  await page.waitForFunction(
    () => {
      const kept = Object.entries(sessionStorage).find(([name]) => name.startsWith('commands:'));
      const isSaid = document.getElementById('save-state')?.textContent === 'Saved';
      return kept?.[1] === '[]' && !document.body.hasAttribute('data-typed') && isSaid;
    },
    undefined,
    { polling: 100, ...(timeout !== undefined && { timeout }) },
  );
}
