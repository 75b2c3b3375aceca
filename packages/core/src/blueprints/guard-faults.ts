import type { BlueprintParameter, ParameterValue, ParameterValues } from './blueprint.ts';
import type { ValueFault } from './read-value.ts';

export interface GuardFaultsInput {
  readonly name: string;
  readonly parameter: BlueprintParameter;
  /** Of all parameters. */
  readonly values: ParameterValues;
}

/** Values that are right in themselves and yet taken only where another parameter says so. */
export function guardFaults({ name, parameter, values }: GuardFaultsInput): readonly ValueFault[] {
  if (parameter.type !== 'list' || !parameter.guard) return [];
  const { guard } = parameter;
  if (values.get(guard.unless) === true) return [];
  const guarded = new RegExp(`^(?:${guard.values})$`, 'i');
  const value = values.get(name);
  return (isList(value) ? value : []).flatMap((member, index) =>
    guarded.test(member)
      ? [
          {
            path: [index],
            message: `is "${member}", which is refused unless ${guard.unless} is true`,
            hint: `Leave it out, or set ${guard.unless}: true if you mean it.`,
          },
        ]
      : [],
  );
}

function isList(value: ParameterValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}
