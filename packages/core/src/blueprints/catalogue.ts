import { nearestName } from '../model/nearest-name.ts';
import { type Blueprint, blueprintSchema } from './blueprint.ts';
import { catalogueFiles } from './catalogue-files.ts';

/** Every blueprint, in the order of the files. */
export const blueprints: readonly Blueprint[] = catalogueFiles.map((file) =>
  blueprintSchema.parse(file),
);

export function findBlueprint(id: string): Blueprint | undefined {
  return blueprints.find((blueprint) => blueprint.id === id);
}

/** The blueprint whose id a misspelt one is most like, if any is like it at all. */
export function nearestBlueprint(id: string): Blueprint | undefined {
  const near = nearestName(
    id,
    blueprints.map((blueprint) => blueprint.id),
  );
  return near === undefined ? undefined : findBlueprint(near);
}
