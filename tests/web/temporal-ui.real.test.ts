import { Client, Connection } from '@temporalio/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataConverter } from '../../activities/payload-codec/data-converter.ts';
import { createPayloadCodec } from '../../activities/payload-codec/payload-codec.ts';
import { fixedKeyring } from '../../activities/payload-codec/payload-keys.ts';
import { newViewToken } from '../../cli/payload-keys/view-token.ts';
import { startEmbeddedServer } from '../../cli/temporal/embedded-server.ts';
import type { EmbeddedServer } from '../../cli/temporal/embedded-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { keyOf, keyText } from '../support/payload-keys.ts';
import { temporalCliPath } from '../support/temporal-cli.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const keyring = fixedKeyring([keyOf(keyText('a1'))]);
const folder = mkdtempSync(join(tmpdir(), 'tongbao-ui-'));
let temporal: EmbeddedServer;
let chat: WebChatServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const cliPath = await temporalCliPath();
  temporal = await startEmbeddedServer({ cliPath, dataDir: folder, searchAttributes: [], env: process.env });
  chat = await startWebChatServer({
    codec: ({ viewTokens, audit }) => ({
      codec: createPayloadCodec(keyring),
      origins: [temporal.uiUrl],
      temporalUi: temporal.uiUrl,
      tokens: viewTokens,
      newToken: newViewToken,
      audit,
      clock: { now: () => new Date() },
    }),
  });
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, dataConverter: createDataConverter(keyring) });
  const args = [{ reason: '不在核准名单内' }];
  await client.workflow.start('enrollment', { workflowId: 'w-1', taskQueue: 'nobody', args });
  await connection.close();
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 1400, height: 1000 } })).newPage();
  page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await browser.close();
  await chat.dispose();
  await temporal.stop();
  rmSync(folder, { recursive: true, force: true });
});

const openWorkflow = () => page.goto(`${temporal.uiUrl}/namespaces/default/workflows/w-1`);

describe('the Temporal user interface', () => {
  it('shows ciphertext until a staff member signs in, and then what it says', async () => {
    const { staffId } = await chat.stores.identities.addStaff('张三');
    const token = newViewToken();
    const [now, expiresAt] = [0, 3_600_000].map((ms) => new Date(Date.now() + ms).toISOString());
    await chat.stores.viewTokens.mint({ staffId, token, now: now ?? '', expiresAt: expiresAt ?? '' });

    await openWorkflow();
    await page.getByText('YmluYXJ5L2VuY3J5cHRlZA==').first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('不在核准名单内');

    await page.goto(`${chat.url}/codec`);
    await page.fill('#token', token);
    await page.click('button[type=submit]');
    await page.getByText('张三').waitFor();
    expect(page.url()).not.toContain(token);

    // What the page tells them to do once.
    await openWorkflow();
    await page.locator('[data-testid^="data-encoder-status"]').first().click();
    await page.getByTestId('data-encoder-endpoint-input').fill(`${chat.url}/api/v1/codec`);
    await page.getByText('Include cross-origin credentials').click();
    await page.getByTestId('confirm-data-encoder-button').click();
    await page.reload();
    await page.getByText('不在核准名单内').first().waitFor();
  });
});
