import { matchCities } from '../knowledge/firms/city.ts';
import { userError } from './both-languages.ts';
import type { CliContext } from './context.ts';

/** Cities of the command line as the office's pack writes them. Throws UserError for one that it does not have. */
export async function citiesNamed(context: CliContext, given: readonly string[]): Promise<string[]> {
  const pack = await context.loadPack();
  const matched = matchCities(given, [pack]);
  if (matched.ok) return matched.cities;
  const { unknown: city } = matched;
  throw userError((t) => t.consoleTexts.cli.cityUnknown({ city, allowed: pack.cities }));
}
