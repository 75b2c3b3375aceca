import {
  type BlueprintParameter,
  type Diagnostic,
  findBlueprint,
  type Guide,
  nearestName,
  refuse,
} from '@rolecall/core';

/** What --set says, as values of the parameters that the guide's blueprints have. */
export function readSetOptions(
  guide: Guide,
  texts: readonly string[] = [],
): { readonly [name: string]: unknown } {
  const parameters = parametersOf(guide);
  const read = texts.map((text) => readOne(text, parameters));
  const faults = read.flatMap((each) => ('fault' in each ? [each.fault] : []));
  if (faults.length > 0) return refuse('--set cannot be used.', faults);
  return Object.fromEntries(
    read.flatMap((each) => ('name' in each ? [[each.name, each.value]] : [])),
  );
}

type Parameters = ReadonlyMap<string, BlueprintParameter>;

function parametersOf({ steps }: Guide): Parameters {
  return new Map(
    steps.flatMap(({ settled }) =>
      settled.by === 'blueprint'
        ? Object.entries(findBlueprint(settled.use)?.parameters ?? {})
        : [],
    ),
  );
}

type ReadOne = { readonly name: string; readonly value: unknown } | { readonly fault: Diagnostic };

function readOne(text: string, parameters: Parameters): ReadOne {
  const [, name, value] = /^([A-Za-z]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    return fault(`"${text}" is not of the form parameter=value.`);
  }
  const parameter = parameters.get(name);
  if (parameter === undefined) {
    const names = [...parameters.keys()];
    const near = nearestName(name, names);
    const hint = near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean "${near}"?`;
    return fault(`No blueprint of this guide has a parameter "${name}".`, hint);
  }
  return { name, value: readValue(value, parameter) };
}

/** The blueprint judges it; what is not of the form of its type stays text, and is refused there. */
function readValue(text: string, { type }: BlueprintParameter): unknown {
  switch (type) {
    case 'list':
      return text.split(',').filter(Boolean);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'integer':
      return /^\d+$/.test(text) ? Number(text) : text;
    default:
      return text;
  }
}

function fault(message: string, hint?: string): ReadOne {
  return { fault: { code: 'USAGE', message, hint } };
}
