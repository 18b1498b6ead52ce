import { standingOf } from '../../../activities/pack-revisions/standing.ts';
import type { PackStanding } from '../../../activities/ports/knowledge-desk.ts';
import type { Texts } from '../../../knowledge/locales/index.ts';
import type { CliContext } from '../../context.ts';
import { shownTime, textsOf } from '../../language.ts';
import type { LanguageOption } from '../../language.ts';
import { tableLines } from '../../table.ts';
import { revisionPorts } from './ref.ts';

/** Lists the revisions of a pack, and says where the program's own files went another way. */
export async function listRevisions(
  context: CliContext,
  id: string,
  options: LanguageOption,
  folder: URL,
): Promise<void> {
  const { packRevisions: texts } = textsOf(options);
  const standing = await standingOf(await revisionPorts(context, folder), id);
  const rows = standing.revisions.map((one) => [
    String(one.number),
    texts.cli.states[stateOf(standing, one.number)],
    texts.kinds[one.kind],
    `@${one.basedOn}`,
    ...[one.madeBy, shownTime(one.madeAt), one.reason],
  ]);
  rows.push(['0', texts.cli.states[stateOf(standing, 0)], texts.cli.shipped, '', '', '', '']);
  for (const line of tableLines(texts.cli.columns, rows)) context.out(line);
  if (standing.shippedChanged) context.out(texts.shippedChanged({ id, number: standing.published }));
}

function stateOf(standing: PackStanding, number: number): keyof Texts['packRevisions']['cli']['states'] {
  if (number === standing.published) return 'served';
  if (number === standing.draft) return 'draft';
  return number === 0 || standing.publications.some((one) => one.number === number) ? 'was' : 'unused';
}
