import { findBlueprint } from '../blueprints/catalogue.ts';
import { rootArnOf } from '../checks/root-arn.ts';
import type { Mending } from './guide.ts';
import { type PlannedEntry, planEntry } from './planned-entry.ts';
import type { WalkGuideInput } from './walk-guide.ts';

/**
 * The entry by which a check comes to pass that fails of the account, or of regions; `undefined`
 * where it does not fail, or no entry of this account's manifest would help.
 */
export function planMending(mending: Mending, input: WalkGuideInput): PlannedEntry | undefined {
  const { snapshot, declared = [], values = {}, includeRetired = false } = input;
  const account = rootArnOf(snapshot.caller);
  const failed = input.findings.filter(
    ({ check, outcome, subject }) =>
      check === mending.check && outcome === 'fail' && subject === account,
  );
  if (failed.length === 0) return undefined;
  if (mending.managing && !managesIdentityCenter(input)) return undefined;
  const failing = failed.flatMap(({ evidence: { region } }) =>
    typeof region === 'string' ? [region] : [],
  );
  const found = declared.find(({ use }) => use === mending.use);
  // What is declared leaves out where it fails: a person says more of it there.
  if (
    found !== undefined &&
    !failing.every((region) => JSON.stringify(found.with).includes(`"${region}"`))
  )
    return undefined;
  const arnOf = () => undefined;
  const given = mending.asks.length > 0 ? values : needed(values, mending);
  return planEntry(mending, { snapshot, declared, values: given, includeRetired, arnOf, failing });
}

/** What is said of a person is meant for the entry that asks for one. */
function needed(values: NonNullable<WalkGuideInput['values']>, { use }: Mending) {
  const parameters = findBlueprint(use)?.parameters ?? {};
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => parameters[name]?.optional !== true),
  );
}

/** Only the account of the instance, or its delegate, sees permission sets. */
function managesIdentityCenter({ snapshot }: Pick<WalkGuideInput, 'snapshot'>): boolean {
  const { permissionSets } = snapshot.parts;
  return permissionSets.status === 'known' && permissionSets.value !== null;
}
