import { problem } from './problem.ts';
import { documents, type Operation } from './read-operations.ts';

/**
 * Picks what the client likes best of what the contract offers; the first of equals. Where the
 * contract knows no 406, a client that likes none gets the first all the same (RFC 9110, 12.1).
 *
 * @throws Problem `not-acceptable`
 */
export function negotiate(accept: string | undefined, operation: Operation): string {
  const { offers } = operation;
  const [first] = offers;
  if (first === undefined) return '';
  if (accept === undefined || accept === '' || accept === '*/*' || accept === first) return first;
  const ranges = accept.split(',', 50).map(readRange);
  let best = { offer: '', weight: 0 };
  for (const offer of offers) {
    const weight = weigh(offer, ranges);
    if (weight > best.weight) best = { offer, weight };
  }
  if (best.weight === 0 && !documents(operation, 406)) return first;
  if (best.weight === 0)
    throw problem('not-acceptable', { detail: `Offered: ${offers.join(', ')}` });
  return best.offer;
}

interface Range {
  readonly type: string;
  readonly weight: number;
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { type, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}

/** The most specific range that fits decides (RFC 9110, 12.5.1). */
function weigh(offer: string, ranges: readonly Range[]): number {
  const [main] = offer.split('/');
  for (const type of [offer, `${main}/*`, '*/*']) {
    const range = ranges.find((one) => one.type === type);
    if (range !== undefined) return range.weight;
  }
  return 0;
}
