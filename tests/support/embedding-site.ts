import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingSite {
  /** At `localhost`: to a browser another site than an office at 127.0.0.1. */
  url: string;
  /** What every page says and allows from now on. */
  shows(page: { body: string; csp?: string }): void;
  close(): Promise<void>;
}

/** A site that is not the office's, with pages that may hold the chat's tag. */
export async function startEmbeddingSite(): Promise<EmbeddingSite> {
  let page: Parameters<EmbeddingSite['shows']>[0] = { body: '' };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page.csp !== undefined) response.setHeader('content-security-policy', page.csp);
    response.end(
      `<!doctype html><html lang="zh-CN"><head><title>商务局</title>` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"></head>` +
        `<body><main>${page.body}</main></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    shows: (next) => (page = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
