import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { projectDir } from '../../cli/settings.ts';

/** What another system's programmer writes against the generated types. */
const program = `
import createClient from 'openapi-fetch';
import { Webhook } from 'standardwebhooks';
import type { components, paths, webhooks } from './schema.mjs';

type Event = components['schemas']['StatusChangedEvent'];
type Message = webhooks['statusChanged']['post']['requestBody']['content']['application/json'];

export async function report(baseUrl: string, secret: string, body: Event | { events: Event[] }) {
  const client = createClient<paths>({ baseUrl });
  client.use({
    async onRequest({ request }) {
      const text = await request.clone().text();
      const [id, now] = [crypto.randomUUID(), new Date()];
      request.headers.set('webhook-id', id);
      request.headers.set('webhook-timestamp', String(Math.floor(now.getTime() / 1000)));
      request.headers.set('webhook-signature', new Webhook(secret).sign(id, now, text));
      return request;
    },
  });
  const { data, error, response } = await client.POST('/api/v1/events', { body });
  const outcomes: components['schemas']['EventOutcome'][] = data?.results.map(({ outcome }) => outcome) ?? [];
  return { status: response.status, outcomes, code: error?.error.code ?? null };
}

export const statusIn = (message: Message): components['schemas']['OfficialStatus'] => message.data.status;
`;

export interface GeneratedClient {
  /** Messages of the type checker about the program, with these lines after it. */
  complaints(moreLines?: string): string[];
  /** The program, compiled. */
  load(): Promise<{
    report: (
      baseUrl: string,
      secret: string,
      body: unknown,
    ) => Promise<{ status: number; outcomes: string[]; code: string | null }>;
    statusIn: (message: unknown) => string;
  }>;
  dispose(): void;
}

/** Generates a client's types from a document, which is checked on the way, and a program that uses them. */
export async function generateClient(document: string): Promise<GeneratedClient> {
  const types = astToString(await openapiTS(document));
  // Within the project, so that it finds the packages that it imports.
  const cache = join(projectDir, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'tongbao-client-'));
  writeFileSync(join(dir, 'schema.d.mts'), types);
  const build = (moreLines: string): ts.Program => {
    writeFileSync(join(dir, 'client.mts'), `${program}\n${moreLines}`);
    return ts.createProgram([join(dir, 'client.mts')], {
      ...{ strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, types: ['node'] },
      ...{ target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext },
    });
  };
  return {
    complaints: (moreLines = '') =>
      ts
        .getPreEmitDiagnostics(build(moreLines))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    async load() {
      build('').emit();
      return (await import(pathToFileURL(join(dir, 'client.mjs')).href)) as Awaited<
        ReturnType<GeneratedClient['load']>
      >;
    },
    dispose: () => rmSync(dir, { recursive: true, force: true }),
  };
}
