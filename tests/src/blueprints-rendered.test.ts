import {
  blueprints,
  compareRepository,
  type DesiredResource,
  leftOut,
  lintRepositoryPolicies,
  openResources,
  readRepositoryPolicies,
  renderCloudFormation,
  renderTerraform,
  verdictOf,
} from '@rolecall/core';
import { bundledActionData } from '@rolecall/policy';
import { describe, expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { blueprintScenario, manifestFor, valuesFor } from './testing/blueprint-manifest.fixture.ts';
import {
  asPlan,
  asTemplate,
  evaluateConfiguration,
  evaluateTemplate,
  expectedConfiguration,
  expectedTemplate,
  type Made,
} from './testing/rendered.fixture.ts';

const uses = blueprints.flatMap((blueprint) =>
  ['aws', 'aws-cn'].flatMap((partition) =>
    (['required', 'examples'] as const).map((which) => ({
      id: blueprint.id,
      blueprint,
      which,
      place: { account, partition },
    })),
  ),
);

describe.each(uses)('$id with its $which in $place.partition', ({ blueprint, which, place }) => {
  const values = valuesFor(blueprint, { ...place, which });
  // Where it lies is the only thing that Rolecall itself decides.
  const opened = openResources({ blueprint, values, place, path: '/rolecall/platform/' });
  const opening = { ...place, scenario: blueprintScenario };
  const planned = openAccount(opening).planned(manifestFor(blueprint, { ...place, which }));
  const resources = () => {
    if (!opened.success) throw new Error(JSON.stringify(opened.diagnostics));
    return opened.resources;
  };

  it('comes to the same as a template', async () => {
    const { desired } = await planned;
    const made = evaluateTemplate(renderCloudFormation(resources()), place);
    const left = leftOut(resources(), 'cloudformation');
    const expected = expectedTemplate(desired.filter((one) => !isLeft(one, left)));
    expect(sorted(made)).toEqual(sorted(expected));
    const reference = identified(expected, made);
    expectSameAccess('t.json', asTemplate(reference), asTemplate(made));
  });

  it('comes to the same as a configuration of Terraform', async () => {
    const { desired } = await planned;
    const copied = desired.flatMap((one) =>
      one.type === 'policy' && one.copyOf !== undefined
        ? [[one.copyOf, one.document] as const]
        : [],
    );
    const made = evaluateConfiguration(renderTerraform(resources()), place, new Map(copied));
    const left = leftOut(resources(), 'terraform');
    const expected = expectedConfiguration(desired.filter((one) => !isLeft(one, left)));
    expect(sorted(made)).toEqual(sorted(expected));
    expectSameAccess('p.json', asPlan(identified(expected, made)), asPlan(made));
  });
});

// Examples name Regions of one partition.
it.each(uses.filter(({ place }) => place.partition === 'aws'))(
  '$id with its $which holds nothing that the linter calls an error or a danger',
  ({ blueprint, which, place }) => {
    const values = valuesFor(blueprint, { ...place, which });
    const opened = openResources({ blueprint, values, place, path: '/', callerPolicy: true });
    if (!opened.success) throw new Error(JSON.stringify(opened.diagnostics));
    const text = asTemplate(evaluateTemplate(renderCloudFormation(opened.resources), place));
    const { policies } = readRepositoryPolicies('t.json', text);
    const found = lintRepositoryPolicies(policies, { data: bundledActionData() });
    const grave = found.filter(({ findingType }) => /ERROR|SECURITY/.test(findingType));
    expect(grave.map(({ issueCode, findingDetails }) => [issueCode, findingDetails])).toEqual([]);
  },
);

function isLeft({ type, name }: DesiredResource, left: readonly string[]): boolean {
  const words = [`the policy ${name},`, `the user ${name} of Identity Center`];
  return (
    ['policy', 'identity-center-user'].includes(type) &&
    left.some((one) => words.some((start) => one.startsWith(start)))
  );
}

/** The readers of repositories find as many policies, and neither side allows what the other does not. */
function expectSameAccess(file: string, reference: string, rendered: string): void {
  const [before, after] = [reference, rendered].map((text) => readRepositoryPolicies(file, text));
  expect([before?.faults, after?.faults]).toEqual([[], []]);
  expect(after?.policies.length).toBe(before?.policies.length);
  const files = (text: string) => new Map([[file, text]]);
  expect(verdictOf(compareRepository(files(reference), files(rendered)))).toBe('none');
  expect(verdictOf(compareRepository(files(rendered), files(reference)))).toBe('none');
}

/** Gives what is expected the ids that the rendered file has chosen. */
function identified(expected: readonly Omit<Made, 'id'>[], made: readonly Made[]): readonly Made[] {
  const ids = new Map(made.map(({ id, type, values }) => [keyOf({ type, values }), id]));
  return expected.map((one) => ({ ...one, id: ids.get(keyOf(one)) ?? 'missing' }));
}

function sorted(made: readonly Omit<Made, 'id'>[]): readonly string[] {
  return made.map(keyOf).toSorted();
}

function keyOf({ type, values }: Omit<Made, 'id'>): string {
  const ordered = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${type} ${JSON.stringify(ordered)}`;
}
