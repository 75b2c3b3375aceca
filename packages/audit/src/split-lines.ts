/**
 * Lines of a text that comes in pieces, without their line feeds. Only a line feed ends a line:
 * readers that also take U+2028 for an end would cut through the text of events.
 */
export async function* splitLines(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string, void, void> {
  let rest = '';
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split('\n');
    rest += first;
    for (const next of others) {
      yield rest;
      rest = next;
    }
  }
  if (rest !== '') yield rest;
}
