import { probesIn } from './admin-power-probes.ts';
import { type PolicyDocument, type PolicyStatement, statementsOf } from './document.ts';
import { evaluateRequest } from './evaluate/evaluate-request.ts';
import { PolicyFormatError, readPolicy } from './language/read-policy.ts';
import { findPartition } from './partition.ts';

/** Somebody who is allowed everything, but for what is denied. */
export interface Powerful {
  readonly partition: string;
  /** Twelve digits. */
  readonly account: string;
  /** ARN of a user, a role or a session of one. */
  readonly principal: string;
  readonly identity: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument | undefined;
}

/**
 * Whether somebody powerful may still give rights out, themselves any, by one way or another, for
 * all that is denied: who may not is administrator by name only. `perhaps` where that hangs on
 * conditions of which nothing is known here, such as where a call comes from.
 */
export function rightsLeft(holder: Powerful): 'surely' | 'perhaps' | 'none' {
  const context = ownContext(holder);
  const identity = holder.identity.filter(mayHoldOneBack);
  const boundary = holder.boundary && isPolicy(holder.boundary) ? holder.boundary : undefined;
  const isLeft = (read: (document: PolicyDocument) => PolicyDocument) =>
    requestsOf(holder).some(
      (request) =>
        evaluateRequest(
          { ...request, principal: holder.principal, context },
          { identity: [everything, ...identity.map(read)], boundary: boundary && read(boundary) },
        ).decision === 'allowed',
    );
  if (!isLeft((document) => withoutUnclear(document, new Set(Object.keys(context).map(lowerCase)))))
    return 'none';
  return isLeft((document) => document) ? 'surely' : 'perhaps';
}

const everything: PolicyDocument = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

/** Most policies deny nothing, and some of AWS's are long. */
function mayHoldOneBack(document: PolicyDocument): boolean {
  return statementsOf(document).some(isDeny) && isPolicy(document);
}

/** What is none, AWS takes nowhere. */
function isPolicy(document: PolicyDocument): boolean {
  try {
    readPolicy(document);
    return true;
  } catch (error) {
    if (error instanceof PolicyFormatError) return false;
    throw error;
  }
}

function isDeny({ Effect }: PolicyStatement): boolean {
  return Effect === 'Deny';
}

/** A thing of each kind, of no name that a policy would mean. */
function requestsOf({ partition, account }: Powerful) {
  return probesIn({ account: { partition, account }, isNamed: false }).map(
    ({ action, resource }) => ({ action, resource: resource.replace(/\*$/, 'any-other') }),
  );
}

/** What is known of any call that somebody makes to IAM in their own account. */
export function ownContext({
  partition,
  account,
  principal,
}: Pick<Powerful, 'partition' | 'account' | 'principal'>): Readonly<Record<string, string>> {
  const { iamRegion } = findPartition(partition) ?? {};
  return {
    'aws:PrincipalArn': principal,
    'aws:PrincipalAccount': account,
    'aws:ResourceAccount': account,
    'aws:PrincipalIsAWSService': 'false',
    'aws:ViaAWSService': 'false',
    'aws:SecureTransport': 'true',
    ...(iamRegion === undefined ? {} : { 'aws:RequestedRegion': iamRegion }),
  };
}

function withoutUnclear(document: PolicyDocument, known: ReadonlySet<string>): PolicyDocument {
  const isClear = ({ Condition = {} }: PolicyStatement) =>
    Object.values(Condition).every((keys) =>
      Object.keys(keys).every((key) => known.has(lowerCase(key))),
    );
  return {
    ...document,
    Statement: statementsOf(document).filter((one) => !isDeny(one) || isClear(one)),
  };
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
