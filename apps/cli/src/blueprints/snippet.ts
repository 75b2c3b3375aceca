import type { Blueprint, BlueprintParameter } from '@rolecall/core';

/** Lines to copy into a manifest: what is required with its example, the rest commented out. */
export function snippetOf({ id, parameters, service }: Blueprint): readonly string[] {
  const entries = Object.entries(parameters);
  const hasRequired = entries.some(([, parameter]) => isRequired(parameter));
  return [
    'blueprints:',
    `  ${id}:`,
    `    use: ${id}`,
    ...(service === undefined ? [] : ['    # includeRetired: true']),
    ...(entries.length > 0 ? [hasRequired ? '    with:' : '    # with:'] : []),
    ...entries.map(([name, parameter]) => {
      const line = `      ${name}: ${JSON.stringify(exampleOf(parameter))}`;
      return isRequired(parameter) ? line : `    # ${line.slice(4)}`;
    }),
  ];
}

function isRequired({ default: usual, optional }: BlueprintParameter): boolean {
  return usual === undefined && optional !== true;
}

function exampleOf(parameter: BlueprintParameter): unknown {
  const { default: usual, example } = parameter;
  if (usual !== undefined) return usual;
  if (example !== undefined) return example;
  return parameter.type === 'choice' ? parameter.options[0] : '…';
}
