import { type Blueprint, type BlueprintParameter, type Layout, wrapText } from '@rolecall/core';

/** Name, type and default of each parameter, and what it is. */
export function renderParameters(
  { parameters }: Blueprint,
  { width, paint }: Layout,
): readonly string[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => [
    `  ${paint.strong(name)}  ${paint.quiet(`${typeOf(parameter)}, ${needOf(parameter)}`)}`,
    ...wrapText(parameter.description, { width, indent: 4 }),
  ]);
}

function typeOf(parameter: BlueprintParameter): string {
  if (parameter.type === 'list') return `list of ${parameter.items}`;
  return parameter.type === 'choice' ? parameter.options.join(' | ') : parameter.type;
}

function needOf({ default: usual, optional }: BlueprintParameter): string {
  if (usual !== undefined) return `default ${JSON.stringify(usual)}`;
  return optional === true ? 'optional' : 'required';
}
