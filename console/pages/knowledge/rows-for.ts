const charactersALine = 36;

/** Lines that a text takes up. Measured by hand: what the component would measure by, the page's policy does not let it hide. */
export function rowsFor(text: string, least: number, most: number): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / charactersALine)));
  return Math.min(
    most,
    Math.max(
      least,
      lines.reduce((sum, rows) => sum + rows, 0),
    ),
  );
}
