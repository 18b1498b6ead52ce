import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../activities/ports/services.ts';
import type { CodecPorts } from '../contract.ts';
import { registerCodecRoutes } from './codec-routes.ts';
import { createViewPage } from './view-page.ts';
import { registerViewSessions, viewTokenOf } from './view-sessions.ts';

/** The codec for Temporal's user interface and command line, and the page where staff sign in to it. All is audited. */
export function registerCodec(
  app: FastifyInstance,
  p: { codec: CodecPorts; publicUrl: string | null; log: Logger },
): void {
  const { tokens, audit, clock, ...codec } = p.codec;
  const now = (): string => clock.now().toISOString();

  registerCodecRoutes(app, {
    codec: codec.codec,
    origins: codec.origins,
    log: p.log,
    async viewerOf(request) {
      const token = viewTokenOf(request);
      return token === null ? null : ((await tokens.find(token, now()))?.staffId ?? null);
    },
    note: ({ viewer, action, payloads, outcome }) =>
      audit.record({
        actor: viewer,
        action: `${action}Payloads`,
        target: 'temporal',
        outcome,
        detail: JSON.stringify({ payloads }),
      }),
  });
  registerViewSessions(app, {
    tokens,
    now,
    newToken: codec.newToken,
    publicUrl: p.publicUrl,
    page: createViewPage({ temporalUi: codec.temporalUi }),
    note: ({ viewer, action, tokenId }) =>
      audit.record({
        actor: viewer,
        action: `viewToken.${action}`,
        target: String(tokenId),
        outcome: 'done',
      }),
  });
}
