import { type BlueprintParameter, type Diagnostic, nearestName, refuse } from '@rolecall/core';

export interface ReadAssignmentsInput {
  /** `parameter=value`, as an option was given again and again. */
  readonly texts: readonly string[];
  readonly parameters: ReadonlyMap<string, BlueprintParameter>;
  readonly option: string;
  /** Of whom it is said that it has no such parameter. */
  readonly whose: string;
}

/** Values of parameters from a command line; members of a list may come one by one. */
export function readAssignments(input: ReadAssignmentsInput): { readonly [name: string]: unknown } {
  const read = input.texts.map((text) => readOne(text, input));
  const faults = read.flatMap((each) => ('fault' in each ? [each.fault] : []));
  if (faults.length > 0) return refuse(`${input.option} cannot be used.`, faults);
  const values: { [name: string]: unknown } = {};
  for (const one of read) {
    if (!('name' in one)) continue;
    const before = values[one.name];
    const isMore = Array.isArray(before) && Array.isArray(one.value);
    values[one.name] = isMore ? [...before, ...one.value] : one.value;
  }
  return values;
}

type ReadOne = { readonly name: string; readonly value: unknown } | { readonly fault: Diagnostic };

function readOne(text: string, { parameters, whose }: ReadAssignmentsInput): ReadOne {
  const [, name, value] = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    return fault(`"${text}" is not of the form parameter=value.`);
  }
  const parameter = parameters.get(name);
  if (parameter === undefined) {
    const names = [...parameters.keys()];
    const near = nearestName(name, names);
    const hint = near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean "${near}"?`;
    return fault(`${whose} has a parameter "${name}".`, hint);
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
