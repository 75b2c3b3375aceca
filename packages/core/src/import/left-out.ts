import type { Keeper } from '../plan/adoption-barrier.ts';
import type { Imported } from './imported.ts';

/** Why a resource of the account does not stand in the manifest. */
export type LeftOutReason =
  | Keeper
  | 'directory'
  | 'not-declarable'
  | 'not-read'
  | 'orphaned'
  | 'permission-set'
  | 'quarantine';

export interface LeftOut extends Imported {
  readonly reason: LeftOutReason;
  /** For a person: what stands in the way. */
  readonly message: string;
}

const reasons: { readonly [R in LeftOutReason]: string } = {
  aws: 'AWS itself keeps it (service-linked or reserved)',
  'control-tower': 'AWS Control Tower keeps it',
  'stack-sets': 'CloudFormation StackSets keeps it',
  cloudformation: 'a CloudFormation stack keeps it',
  'another-scope': 'another scope of Rolecall owns it',
  directory: 'another directory keeps it, and brings it by SCIM',
  orphaned: 'whom it is for was deleted: nobody gets in by it',
  'permission-set': 'its permission set is left out',
  quarantine: 'AWS has put it under quarantine: a key may have leaked',
  'not-declarable': 'a manifest cannot declare it as it is',
  'not-read': 'could not be read',
};

export function leaveOut(
  { type, name }: Imported,
  reason: LeftOutReason,
  message: string = reasons[reason],
): LeftOut {
  return { type, name, reason, message };
}

/** How many names a line tells; an account may have a thousand roles of Identity Center. */
const mostNames = 5;

/** One line for each reason and kind; what could not be declared has its own line each. */
export function describeLeftOut(leftOut: readonly LeftOut[]): readonly string[] {
  const groups = new Map<string, LeftOut[]>();
  for (const one of leftOut) {
    const key = JSON.stringify([one.type, one.message]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.slice(0, mostNames).map(({ name }) => name);
    const more = group.length - names.length;
    const all = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return [`${first.type} ${all}: ${first.message}`];
  });
}
