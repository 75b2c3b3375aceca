import type { Blueprint } from '../blueprints/blueprint.ts';
import { blueprints, findBlueprint, nearestBlueprint } from '../blueprints/catalogue.ts';
import { expandBlueprint } from '../blueprints/expand-blueprint.ts';
import { refusal } from '../blueprints/lifecycle-gate.ts';
import { type Diagnostic, refuse } from '../model/errors.ts';
import type { DesiredResource } from '../model/resource.ts';
import { checkEnds } from './check-ends.ts';
import { checkIgnored } from './check-ignored.ts';
import { checkMoves, departuresOf } from './check-moves.ts';
import { checkRevocations } from './check-revocations.ts';
import { declareResources, type Section } from './declare-resources.ts';
import type { Departure } from './departure.ts';
import type { BlueprintDeclaration, Manifest } from './manifest.ts';
import { mergeShared } from './merge-shared.ts';
import { type ExpansionFacts, resolveResources } from './resolve-resources.ts';
import { splitExpired } from './split-expired.ts';

export interface ExpandOptions extends ExpansionFacts {
  /** Lets blueprints of closed services through, as `includeRetired` does for one. */
  readonly includeRetired: boolean;
  /** Instant in UTC: what expires by then is not among the resources. Left out, all are. */
  readonly asOf?: string | undefined;
  /** Service principals of the service-linked roles that the account has. */
  readonly servicesSeen: ReadonlySet<string>;
}

/**
 * The resources that a manifest asks for: its own and those of its blueprints, every name
 * resolved. Pure. Fails with all faults at once, each at its line.
 */
export function expandManifest(
  manifest: Manifest,
  options: ExpandOptions,
): readonly DesiredResource[] {
  return expandAsOf(manifest, options).resources;
}

export interface ExpandedManifest {
  readonly resources: readonly DesiredResource[];
  /** What has expired, and the old names of what was moved. */
  readonly departing: readonly Departure[];
}

/** The same, with what the manifest says is to go. */
export function expandAsOf(manifest: Manifest, options: ExpandOptions): ExpandedManifest {
  const { account, partition, scope } = manifest;
  const diagnostics: Diagnostic[] = [];
  const sections: Section[] = manifest.declarations.map(({ sections: declared, locate }) => ({
    sections: declared,
    prefix: '',
    locate,
  }));
  for (const use of manifest.blueprints) {
    const blueprint = findBlueprint(use.use);
    if (!blueprint) {
      diagnostics.push(unknownBlueprint(use));
      continue;
    }
    const refused = refusal(blueprint, {
      includeRetired: options.includeRetired || use.includeRetired,
      servicesSeen: options.servicesSeen,
    });
    if (refused) {
      diagnostics.push({ code: 'SERVICE_RETIRED', ...refused, position: use.locate(['use']) });
      continue;
    }
    const section = sectionOf(blueprint, use, { account, partition, scope });
    if ('diagnostics' in section) diagnostics.push(...section.diagnostics);
    else sections.push(section);
  }

  diagnostics.push(...refuseProton(manifest, options));

  const declared = declareResources(sections, manifest);
  const merged = mergeShared(declared);
  const resolved = resolveResources(merged.resources, manifest, options);
  const { moved = [] } = manifest;
  const faults = [
    ...diagnostics,
    ...merged.diagnostics,
    ...resolved.diagnostics,
    ...checkMoves(moved, merged.resources),
    ...checkEnds(resolved.resources, manifest),
    ...checkIgnored(manifest, resolved.resources),
    ...checkRevocations(manifest, options.asOf),
  ];
  if (faults.length > 0) return refuse('The manifest cannot be carried out as it stands.', faults);
  const { lasting, expired } = splitExpired(resolved.resources, options.asOf);
  return { resources: lasting, departing: [...expired, ...departuresOf(moved)] };
}

/** A setting of an ended service is refused as its blueprints are. */
function refuseProton({ declarations }: Manifest, options: ExpandOptions): readonly Diagnostic[] {
  return declarations.flatMap(({ sections, locate }) =>
    Object.entries(sections.protonSettings).flatMap(([region, { includeRetired }]) => {
      const refused = refusal(
        { id: 'protonSettings', service: 'proton' },
        { ...options, includeRetired: options.includeRetired || includeRetired },
      );
      if (refused === undefined) return [];
      const position = locate(['protonSettings', region]);
      return [{ code: 'SERVICE_RETIRED' as const, ...refused, position }];
    }),
  );
}

function sectionOf(
  blueprint: Blueprint,
  use: BlueprintDeclaration,
  context: { readonly account: string; readonly partition: string; readonly scope: string },
): Section | { readonly diagnostics: readonly Diagnostic[] } {
  const expanded = expandBlueprint({ blueprint, values: use.with, context });
  if (expanded.success) {
    const sections = use.shape?.(expanded.sections) ?? expanded.sections;
    return { sections, prefix: `${use.name}/`, life: use, locate: () => use.locate([]) };
  }
  return {
    diagnostics: expanded.diagnostics.map(({ path, ...rest }) => ({
      ...rest,
      position: use.locate(path),
    })),
  };
}

function unknownBlueprint(use: BlueprintDeclaration): Diagnostic {
  const near = nearestBlueprint(use.use);
  return {
    code: 'BLUEPRINT_UNKNOWN',
    message: `There is no blueprint "${use.use}".`,
    position: use.locate(['use']),
    hint: near
      ? `Did you mean "${near.id}"?`
      : `There are: ${blueprints.map(({ id }) => id).join(', ')}.`,
  };
}
