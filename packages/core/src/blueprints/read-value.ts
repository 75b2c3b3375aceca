import type { BlueprintParameter, ParameterValue, TextKind } from './blueprint.ts';
import { type Place, textFault } from './text-fault.ts';

/** What is wrong with a value, and where within it. */
export interface ValueFault {
  readonly path: readonly number[];
  readonly message: string;
  readonly hint?: string | undefined;
}

export type ReadValue =
  | { readonly success: true; readonly value: ParameterValue }
  | { readonly success: false; readonly faults: readonly ValueFault[] };

export interface ReadValueInput {
  readonly value: unknown;
  readonly parameter: BlueprintParameter;
  readonly place: Place;
}

/** Takes a value as its parameter's type wants it, or says what is wrong. */
export function readValue(input: ReadValueInput): ReadValue {
  const { value, parameter } = input;
  switch (parameter.type) {
    case 'boolean':
      return typeof value === 'boolean' ? accept(value) : refuse('must be true or false');
    case 'integer':
      return readInteger(value, parameter);
    case 'choice':
      return typeof value === 'string' && parameter.options.includes(value)
        ? accept(value)
        : refuse(`must be one of: ${parameter.options.join(', ')}`);
    case 'list':
      return readList(input, parameter);
    default:
      return readText(input, { kind: parameter.type, matches: parameter.matches });
  }
}

type IntegerParameter = Extract<BlueprintParameter, { type: 'integer' }>;
type ListParameter = Extract<BlueprintParameter, { type: 'list' }>;

function readInteger(value: unknown, { minimum, maximum }: IntegerParameter): ReadValue {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    return refuse('must be a whole number');
  }
  if (minimum !== undefined && value < minimum) return refuse(`must be at least ${minimum}`);
  if (maximum !== undefined && value > maximum) return refuse(`must be at most ${maximum}`);
  return accept(value);
}

function readList({ value, place }: ReadValueInput, parameter: ListParameter): ReadValue {
  if (!isList(value)) return refuse('must be a list');
  const { minItems = 0, items: kind, matches } = parameter;
  if (value.length < minItems) return refuse(`needs at least ${minItems} of them`);
  const texts: string[] = [];
  const faults: ValueFault[] = [];
  for (const [index, member] of value.entries()) {
    const fault = memberFault(member, { kind, matches, place });
    if (fault) faults.push({ ...fault, path: [index] });
    else texts.push(String(member));
  }
  return faults.length > 0 ? { success: false, faults } : accept(texts);
}

interface TextRules {
  readonly kind: TextKind;
  readonly matches: string | undefined;
}

function readText({ value, place }: ReadValueInput, rules: TextRules): ReadValue {
  const fault = memberFault(value, { ...rules, place });
  return fault ? { success: false, faults: [fault] } : accept(String(value));
}

function memberFault(
  value: unknown,
  { kind, matches, place }: TextRules & { readonly place: Place },
): ValueFault | undefined {
  if (typeof value !== 'string') {
    const hint = typeof value === 'number' ? 'Put the number in quotes.' : undefined;
    return { path: [], message: 'must be text', hint };
  }
  const fault = textFault(value, { kind, place });
  if (fault) return { path: [], ...fault };
  if (matches === undefined || new RegExp(`^(?:${matches})$`).test(value)) return undefined;
  return { path: [], message: `must match ${matches}` };
}

function accept(value: ParameterValue): ReadValue {
  return { success: true, value };
}

function refuse(message: string): ReadValue {
  return { success: false, faults: [{ path: [], message }] };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
