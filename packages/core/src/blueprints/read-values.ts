import { nearestName } from '../model/nearest-name.ts';
import type {
  Blueprint,
  BlueprintParameter,
  ParameterValue,
  ParameterValues,
} from './blueprint.ts';
import type { BlueprintDiagnostic } from './expand-blueprint.ts';
import { guardFaults } from './guard-faults.ts';
import { readValue } from './read-value.ts';
import type { Place } from './text-fault.ts';

export interface ReadValues {
  readonly values: ParameterValues;
  readonly diagnostics: readonly BlueprintDiagnostic[];
}

/** Checks every value that was given, and puts defaults where none was. */
export function readValues(
  { id, parameters }: Blueprint,
  given: { readonly [name: string]: unknown },
  place: Place,
): ReadValues {
  const values = new Map<string, ParameterValue>();
  const diagnostics = unknownNames(id, Object.keys(parameters), Object.keys(given));
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = Object.hasOwn(given, name) ? given[name] : parameter.default;
    if (value === undefined || value === null) {
      if (parameter.optional !== true) diagnostics.push(missing(name, parameter));
      continue;
    }
    const read = readValue({ value, parameter, place });
    if (read.success) values.set(name, read.value);
    else diagnostics.push(...read.faults.map((fault) => wrong(name, parameter, fault)));
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    const faults = guardFaults({ name, parameter, values });
    diagnostics.push(...faults.map((fault) => wrong(name, parameter, fault)));
  }
  return { values, diagnostics };
}

function unknownNames(
  id: string,
  known: readonly string[],
  given: readonly string[],
): BlueprintDiagnostic[] {
  return given
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearestName(name, known);
      return {
        path: ['with', name],
        code: 'PARAMETER_INVALID',
        message: `The blueprint "${id}" has no parameter "${name}".`,
        hint:
          near !== undefined ? `Did you mean "${near}"?` : `Its parameters: ${known.join(', ')}.`,
      };
    });
}

function missing(name: string, parameter: BlueprintParameter): BlueprintDiagnostic {
  return {
    path: ['with'],
    code: 'PARAMETER_INVALID',
    message: `with.${name} is missing. ${parameter.description}`,
    hint: exampleOf(name, parameter),
  };
}

function wrong(
  name: string,
  parameter: BlueprintParameter,
  fault: { path: readonly number[]; message: string; hint?: string | undefined },
): BlueprintDiagnostic {
  const path = ['with', name, ...fault.path];
  return {
    path,
    code: 'PARAMETER_INVALID',
    message: `${path.join('.')} ${fault.message}.`,
    hint: fault.hint ?? exampleOf(name, parameter),
  };
}

function exampleOf(name: string, { example, default: usual }: BlueprintParameter) {
  const value = example ?? usual;
  return value === undefined ? undefined : `For example: ${name}: ${JSON.stringify(value)}`;
}
