import {
  type AccessComparison,
  compareEffectiveAccess,
  type PolicyDocument,
} from '@rolecall/policy';
import type { PrincipalAccess } from '../../access/principal-access.ts';
import type { Fault } from '../refusal.ts';
import type { NeverGrant } from '../schema.ts';
import { undecidedFault, type VerdictTexts, verdictFaults } from '../verdict-fault.ts';

/** Whether policies within their boundary grant any of the access, decided for every request. */
export function judgeAccess(
  { name, reason, actions, resources }: NeverGrant,
  access: PrincipalAccess,
  compare: Compare = compareEffectiveAccess,
): readonly Fault[] {
  const what = `${actions.join(', ')}${resources === undefined ? '' : ` on ${resources.join(', ')}`}`;
  const texts = {
    rule: `never-grant/${name}`,
    grants: `It would grant what is never granted (${what})`,
    whether: `whether it would grant what is never granted (${what})`,
    hint: reason ?? 'Narrow its policies, or bound it by a permissions boundary that denies this.',
  };
  return judgeWithin(allBut({ actions, resources }), access, { ...texts, compare });
}

/** Whether policies within their boundary grant nothing beyond what a document allows. */
export function judgeWithin(
  allowed: PolicyDocument,
  access: PrincipalAccess,
  { compare, ...texts }: VerdictTexts & { readonly compare: Compare },
): readonly Fault[] {
  const result = compare({ layers: [[allowed]] }, layersOf(access));
  if (result.verdict !== 'grants' || access.unread.length === 0)
    return verdictFaults(result, texts);
  const why = `The documents of ${access.unread.join(', ')} are not known here.`;
  return [undecidedFault({ ...texts, why })];
}

export type Compare = (...layers: Parameters<typeof compareEffectiveAccess>) => AccessComparison;

/**
 * What is known of it, and at most what may be: a policy that was not read may allow anything, and a
 * boundary that was not read may bound nothing. Denies that are known hold all the same.
 */
function layersOf({ policies, boundary, unread }: PrincipalAccess) {
  const documents = policies.map(({ document }) => document);
  const unreadLimits = boundary !== undefined && boundary.document === undefined ? 1 : 0;
  const most = unread.length > unreadLimits ? [...documents, everything] : documents;
  return { layers: boundary?.document === undefined ? [most] : [most, [boundary.document]] };
}

const everything: PolicyDocument = {
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** Everything but any of the actions on any of the resources; of a version without variables. */
function allBut({ actions, resources }: Pick<NeverGrant, 'actions' | 'resources'>): PolicyDocument {
  return {
    Version: '2008-10-17',
    Statement: [
      { Effect: 'Allow', NotAction: actions, Resource: '*' },
      ...(resources === undefined
        ? []
        : [{ Effect: 'Allow' as const, Action: '*', NotResource: resources }]),
    ],
  };
}
