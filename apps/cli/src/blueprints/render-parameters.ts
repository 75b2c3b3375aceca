import { type Blueprint, type BlueprintParameter, type Layout, wrapText } from '@rolecall/core';

/** Name, type and default of each parameter, what it is, and an example. */
export function renderParameters(
  { parameters }: Blueprint,
  { width, paint }: Layout,
): readonly string[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => [
    `  ${paint.strong(name)}  ${paint.quiet(`${typeOf(parameter)}, ${needOf(parameter)}`)}`,
    ...wrapText(parameter.description, { width, indent: 4 }),
    ...exampleOf(parameter).flatMap((text) =>
      wrapText(`For example: ${text}`, { width, indent: 4, paint: paint.quiet }),
    ),
  ]);
}

/** As --with takes it; none where it is the default. */
function exampleOf({ example, default: usual }: BlueprintParameter): readonly string[] {
  if (example === undefined || JSON.stringify(example) === JSON.stringify(usual)) return [];
  return [Array.isArray(example) ? example.join(',') : String(example)];
}

function typeOf(parameter: BlueprintParameter): string {
  if (parameter.type === 'list') return `list of ${parameter.items}`;
  return parameter.type === 'choice' ? parameter.options.join(' | ') : parameter.type;
}

function needOf({ default: usual, optional }: BlueprintParameter): string {
  if (usual !== undefined) return `default ${JSON.stringify(usual)}`;
  return optional === true ? 'optional' : 'required';
}
