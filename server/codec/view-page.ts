import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ViewToken } from '../../activities/ports/view-tokens.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { shanghaiDate, shanghaiTime } from '../../knowledge/calendar/shanghai-time.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { localeOf, parseLocale } from '../cookies.ts';
import { codecPath } from './codec-routes.ts';
import { fillTemplate, readAsset } from '../html.ts';

export interface ViewPage {
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    viewer: ViewToken | null,
    shown?: { refused: boolean },
  ): FastifyReply;
}

/** The page on which staff sign in to see the data in Temporal, and out again. Needs no script. */
export function createViewPage({ temporalUi }: { temporalUi: string | null }): ViewPage {
  const template = readAsset('view.html').toString('utf8');
  return {
    send(request, reply, viewer, { refused } = { refused: false }) {
      const chosen = parseLocale((request.query as { lang?: unknown }).lang);
      const locale: Locale = chosen ?? localeOf(request.headers.cookie);
      const { steps, signedIn, ...texts } = textsFor(locale).encryption.page;
      const until =
        viewer === null ? '' : `${shanghaiDate(viewer.expiresAt)} ${shanghaiTime(viewer.expiresAt)}`;
      const hiddenUnless = (shown: boolean): string => (shown ? '' : 'hidden');
      const html = fillTemplate(
        template,
        {
          ...texts,
          ...{ step1: steps[0] ?? '', step2: steps[1] ?? '', step3: steps[2] ?? '', step4: steps[3] ?? '' },
          lang: locale,
          otherLang: locale === 'en' ? 'zh-CN' : 'en',
          signedIn: viewer === null ? '' : signedIn({ name: viewer.name, until }),
          // The cookie belongs to the host that this page was asked from.
          endpoint: `${request.protocol}://${request.host}${codecPath}`,
          temporalUi: temporalUi ?? '',
        },
        {
          signedInHidden: hiddenUnless(viewer !== null),
          signedOutHidden: hiddenUnless(viewer === null),
          refusedHidden: hiddenUnless(refused),
          uiHidden: hiddenUnless(temporalUi !== null),
        },
      );
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
    },
  };
}
