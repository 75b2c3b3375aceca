import { type PolicyStatement, parseArn, parseIamArn } from '@rolecall/policy';
import { type Diagnostic, refuse } from '../model/errors.ts';
import type { GenerationRequest } from './analyzer-port.ts';

/** Source: IAM User Guide, "IAM Access Analyzer quotas", read 2026-11-20. */
const longestGenerationDays = 90;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Refuses, with all faults at once, what Access Analyzer would refuse or what would spoil a run: a
 * day has few of them. `now` stands for a missing end.
 */
export function checkGenerationRequest(request: GenerationRequest, now: Date): void {
  const faults = [
    ...principalFaults(request.principalArn),
    ...roleFaults(request.accessRole),
    ...trailFaults(request),
    ...periodFaults(request, now),
  ];
  if (faults.length > 0) refuse('The policy generation cannot be started.', faults);
}

/** Refuses declared statements that no identity policy may hold. */
export function checkDeclaredStatements(declared: readonly PolicyStatement[]): void {
  const faults = declared.flatMap((statement, index) => statementFaults(statement, index));
  if (faults.length > 0) refuse('The declared statements cannot be merged.', faults);
}

function principalFaults(arn: string): readonly Diagnostic[] {
  const type = parseIamArn(arn)?.type;
  if (type === 'role' || type === 'user') return [];
  const hint = parseArn(arn)?.resource.startsWith('assumed-role/')
    ? 'Name the role itself: arn:{partition}:iam::{account}:role/{path and name}.'
    : 'Policies are generated for roles and users; a group has no activity of its own.';
  return [fault(`The principal ${arn} is no ARN of a role or user.`, hint)];
}

function roleFaults(arn: string): readonly Diagnostic[] {
  if (parseIamArn(arn)?.type === 'role') return [];
  const hint =
    'It is the service role that Access Analyzer assumes to read the trail, ' +
    'arn:{partition}:iam::{account}:role/service-role/AccessAnalyzerMonitorServiceRole….';
  return [fault(`The access role ${arn} is no ARN of a role.`, hint)];
}

function trailFaults({ trails }: GenerationRequest): readonly Diagnostic[] {
  if (trails.length === 0) {
    return [fault('No CloudTrail trail is named.', 'Name the ARN of a trail that is logging.')];
  }
  return trails.flatMap(({ arn, regions }) => [
    ...(isTrailArn(arn)
      ? []
      : [
          fault(
            `The trail ${arn} is no ARN of a CloudTrail trail.`,
            'Its form is arn:{partition}:cloudtrail:{region}:{account}:trail/{name}.',
          ),
        ]),
    ...(regions.length === 0
      ? [fault(`The trail ${arn} names no Region.`, 'Name its Regions, or all of them.')]
      : []),
  ]);
}

function isTrailArn(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === 'cloudtrail' && /^trail\/./.test(arn.resource);
}

function periodFaults(request: GenerationRequest, now: Date): readonly Diagnostic[] {
  const start = request.startTime.getTime();
  const end = (request.endTime ?? now).getTime();
  if (Number.isNaN(start) || Number.isNaN(end)) {
    return [fault('The period has a date that is none.', 'Write dates as 2026-11-20.')];
  }
  if (start >= end || start >= now.getTime()) {
    return [fault('The period is empty.', 'Let it start before it ends, and in the past.')];
  }
  if (end - start <= longestGenerationDays * dayMs) return [];
  return [
    fault(
      `The period is longer than the ${longestGenerationDays} days that Access Analyzer reads.`,
      'Start later.',
    ),
  ];
}

function statementFaults(statement: PolicyStatement, index: number): readonly Diagnostic[] {
  const name = `Declared statement ${statement.Sid ?? index + 1}`;
  const names = statement.Principal !== undefined || statement.NotPrincipal !== undefined;
  return [
    ...(names
      ? [
          fault(
            `${name} has a principal.`,
            'The policy is attached to the principal; leave it out.',
          ),
        ]
      : []),
    ...(statement.Sid === undefined || /^[A-Za-z0-9]+$/.test(statement.Sid)
      ? []
      : [fault(`${name} has a Sid that IAM refuses.`, 'Use letters and digits only.')]),
  ];
}

function fault(message: string, hint: string): Diagnostic {
  return { code: 'PARAMETER_INVALID', message, hint };
}
