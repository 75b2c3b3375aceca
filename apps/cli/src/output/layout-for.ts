import { styleText } from 'node:util';
import { type Layout, type Paint, plainPaint } from '@rolecall/core';
import type { Environment, TextOutput } from '../environment.ts';

const narrowest = 40;
const widest = 100;

/** Lines longer than about a hundred columns are hard to read, however wide the terminal is. */
export function layoutFor(
  output: TextOutput,
  { env, color }: { readonly env: Environment['env']; readonly color: boolean },
): Layout {
  return {
    width: Math.min(widest, Math.max(narrowest, output.columns ?? 80)),
    paint: color && wantsColour(output, env) ? colours : plainPaint,
  };
}

/** FORCE_COLOR goes before NO_COLOR, as in Node; without either a terminal gets colours. */
function wantsColour({ isTTY }: TextOutput, env: Environment['env']): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return false;
  return isTTY;
}

type Format = Parameters<typeof styleText>[0];

function styled(format: Format): (text: string) => string {
  return (text) => styleText(format, text, { validateStream: false });
}

const colours: Paint = {
  strong: styled('bold'),
  quiet: styled('dim'),
  good: styled('green'),
  bad: styled('red'),
  doubtful: styled('yellow'),
  note: styled('cyan'),
};
