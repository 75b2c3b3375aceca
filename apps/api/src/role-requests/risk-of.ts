import { comparedSides, type Review, type ReviewedAccess } from '@rolecall/core';
import {
  asList,
  bundledActionData,
  matchesPattern,
  type PolicyDocument,
  statementsOf,
} from '@rolecall/policy';
import type { RequestPreview } from '../model/records.ts';
import { riskLevels } from './approval.ts';

type Risk = RequestPreview['risk'];

/**
 * How dangerous what a request makes is: the worst that the review found, and never less than what
 * the new roles' policies come to by themselves. The review measures changes, and has nothing to
 * say of a new role that may do a lot short of everything. Whatever is like an administrator is
 * critical, also while it hangs on a condition.
 */
export function riskOf({ risks, access }: Pick<Review, 'risks' | 'access'>): Risk {
  const found = risks.map(
    ({ kind, severity }): Risk => (kind === 'administrator' ? 'critical' : severity),
  );
  const held = access
    .filter(({ aspect, change, result }) => {
      const grants = result.verdict !== 'none';
      return aspect === 'permissions' && change === 'added' && grants;
    })
    .map(limitedBreadth);
  return [...found, ...held].reduce<Risk>(worse, 'none');
}

/** A boundary allows nothing, and lets through no more than it names. */
function limitedBreadth(access: ReviewedAccess): Risk {
  const { boundary } = comparedSides(access).next;
  const documents = access.sources.new;
  const limit = boundary === undefined ? undefined : documents[boundary];
  const held = documents.filter((document) => document !== limit).map(breadthOf);
  const breadth = held.reduce<Risk>(worse, 'info');
  return limit === undefined ? breadth : milder(breadth, breadthOf(limit));
}

/** By what an Allow names at its widest. */
function breadthOf(document: PolicyDocument): Risk {
  return statementsOf(document)
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Action, NotAction, Resource, NotResource }): Risk => {
      const actions = asList(Action);
      const onAll = NotResource !== undefined || asList(Resource).includes('*');
      // All actions but some, or the actions of services that nobody has named.
      if (NotAction !== undefined || actions.some((action) => /^[^:]*[*?]/.test(action)))
        return 'high';
      return onAll && actions.some(changesAnything) ? 'medium' : 'low';
    })
    .reduce<Risk>(worse, 'info');
}

/** Whether a pattern takes in an action that does more than look; so an action nobody knows. */
function changesAnything(pattern: string): boolean {
  const [prefix = '', name = ''] = pattern.split(':');
  const service = bundledActionData().service(prefix);
  const matching = (service?.actions ?? []).filter((action) =>
    matchesPattern(name.toLowerCase(), action.name.toLowerCase()),
  );
  return (
    matching.length === 0 ||
    matching.some(
      (action) => !looking.has(action.accessLevel) && !/^(?:Get|List)/.test(action.name),
    )
  );
}

const looking: ReadonlySet<string> = new Set(['List', 'Read']);

function worse(one: Risk, other: Risk): Risk {
  return riskLevels.indexOf(other) > riskLevels.indexOf(one) ? other : one;
}

function milder(one: Risk, other: Risk): Risk {
  return worse(one, other) === one ? other : one;
}
