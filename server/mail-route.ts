import type { FastifyInstance, FastifyReply } from 'fastify';
import { stopPath } from '../bot/channels/mail/contract.ts';
import type { MailStopping, StopAction } from '../bot/channels/mail/stopping.ts';
import { textsFor } from '../knowledge/locales/index.ts';
import type { Texts } from '../knowledge/locales/index.ts';
import { escapeHtml } from '../knowledge/escape-html.ts';
import { fillTemplate, readAsset } from './html.ts';

type Sentence = Exclude<keyof Texts['mail']['page'], 'title'>;
interface Shown {
  said: readonly Sentence[];
  buttons: readonly StopAction[];
}

const afterAction: Record<StopAction, Shown> = {
  stop: { said: ['stopped', 'noticesStill'], buttons: ['resume', 'remove'] },
  resume: { said: ['resumed'], buttons: ['stop', 'remove'] },
  remove: { said: ['removed'], buttons: [] },
};

/**
 * The link in a mail. A GET shows what can be done and does nothing: mail servers look into links. A POST does it: from the page's
 * buttons, or from the mail program itself (RFC 8058), which may send a form of either kind and shows nobody the answer.
 */
export function registerMailStop(app: FastifyInstance, stopping: MailStopping): void {
  const template = readAsset('mail-stop.html').toString('utf8');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.get<{ Params: { token: string } }>(`${stopPath}/:token`, async (request, reply) => {
    const found = await stopping.look(request.params.token);
    if (found === null) return show(reply, template, { said: ['gone'], buttons: [] }, 404);
    return show(
      reply,
      template,
      found.stopped ? afterAction.stop : { said: ['stopAsk', 'noticesStill'], buttons: ['stop', 'remove'] },
    );
  });

  app.post<{ Params: { token: string } }>(`${stopPath}/:token`, async (request, reply) => {
    const action = actionIn(typeof request.body === 'string' ? request.body : '');
    const done = await stopping.act(request.params.token, action);
    return done
      ? show(reply, template, afterAction[action])
      : show(reply, template, { said: ['gone'], buttons: [] }, 404);
  });
}

/** Whatever else a mail program sends, it means to stop. */
function actionIn(body: string): StopAction {
  const action = new URLSearchParams(body).get('action');
  return action === 'resume' || action === 'remove' ? action : 'stop';
}

/** In both languages: who opens it may not be who reads the mail. */
function show(reply: FastifyReply, template: string, { said, buttons }: Shown, status = 200): FastifyReply {
  const [zh, en] = [textsFor('zh-CN').mail.page, textsFor('en').mail.page];
  const paragraphs = said.map(
    (key) => `<p>${escapeHtml(zh[key])}</p>\n<p lang="en">${escapeHtml(en[key])}</p>`,
  );
  const forms = buttons.map(
    (action) =>
      `<form method="post"><input type="hidden" name="action" value="${action}" />` +
      `<button type="submit">${escapeHtml(zh[action])} <span lang="en">${escapeHtml(en[action])}</span></button></form>`,
  );
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(
      fillTemplate(
        template,
        { title: `${zh.title} / ${en.title}` },
        { said: paragraphs.join('\n'), buttons: forms.join('\n') },
      ),
    );
}
