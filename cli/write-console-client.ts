import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { consoleApiDocument } from '../server/console/openapi.ts';
import { projectDir } from './settings.ts';

/** `npm run console:client`: the types of the console's client, out of the document of its interface. */
const types = astToString(await openapiTS(JSON.stringify(consoleApiDocument())));
writeFileSync(join(projectDir, 'console/api/schema.ts'), types);
