import { contextEntries, describeCaller, type Layout, wrapText } from '@rolecall/core';
import type { AccessRequest } from '@rolecall/policy';

/** A request line by line: who, action, resource, with which context. */
export function renderRequest(
  { principal, action, resource, context = {} }: AccessRequest,
  layout: Layout,
): readonly string[] {
  const entries = contextEntries(context);
  return [
    ...renderRow('who', describeCaller(principal), layout),
    ...renderRow('action', action, layout),
    ...renderRow('resource', resource, layout),
    ...entries.flatMap(([key, values], index) =>
      renderRow(index === 0 ? 'with' : '', `${key} = ${values.join(', ') || '(no value)'}`, layout),
    ),
  ];
}

const column = 10;

/** A word and what belongs to it, wrapped beside it. */
export function renderRow(word: string, text: string, { width, paint }: Layout): readonly string[] {
  const [first = '', ...rest] = wrapText(text, { width: width - column - 2 });
  const pad = ' '.repeat(column);
  return [
    `  ${paint.quiet(word.padEnd(column))}${first}`,
    ...rest.map((line) => `  ${pad}${line}`),
  ];
}
