import type { Json } from '@rolecall/policy';

/** What CloudTrail writes of something that happens; EventBridge wraps it. */
export interface SampleEvent {
  /** For messages, e.g. `iam:PutRolePolicy`. */
  readonly label: string;
  readonly detail: { readonly [member: string]: Json };
  /** Whose event it is; by default that of global services. */
  readonly region?: string;
}

const account = '111122223333';

/** A call of an API by a role. */
export function aCall(service: string, eventName: string): SampleEvent {
  return {
    label: `${service}:${eventName}`,
    detail: {
      eventSource: `${service}.amazonaws.com`,
      eventName,
      eventType: 'AwsApiCall',
      readOnly: false,
      managementEvent: true,
      userIdentity: {
        type: 'AssumedRole',
        accountId: account,
        arn: `arn:aws:sts::${account}:assumed-role/admin/someone`,
      },
    },
  };
}

/** A sign-in to the console by `identity`. */
export function aSignIn(
  label: string,
  identity: { readonly [member: string]: Json },
  mfa: 'Yes' | 'No' = 'Yes',
): SampleEvent {
  return {
    label,
    detail: {
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      eventType: 'AwsConsoleSignIn',
      readOnly: false,
      managementEvent: true,
      userIdentity: identity,
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: { MFAUsed: mfa },
    },
  };
}

/**
 * Where the sign-in of a user through the global address is an event besides: the browser of
 * somebody who was there before is sent to the nearest of these. Source: CloudTrail User Guide,
 * "AWS Management Console sign-in events".
 */
const nearerSignIns = ['us-east-2', 'eu-north-1', 'ap-southeast-2'];

/** The sign-in in each Region in which it may be an event, of those that were looked at. */
export function inSignInRegions(
  event: SampleEvent,
  lookedAt: { readonly [region: string]: unknown },
): readonly SampleEvent[] {
  const elsewhere = nearerSignIns.filter((region) => region in lookedAt);
  return [
    event,
    ...elsewhere.map((region) => ({ ...event, region, label: `${event.label} (${region})` })),
  ];
}

export function identityOf(type: 'Root' | 'IAMUser', arn: string, userName?: string) {
  return { type, accountId: account, arn, ...(userName !== undefined && { userName }) };
}

/** As the default event bus gets it. */
export function envelopeOf({ detail }: SampleEvent): { readonly [member: string]: Json } {
  const source = String(detail['eventSource']).replace(/\.amazonaws\.com$/, '');
  const signIn = detail['eventType'] === 'AwsConsoleSignIn';
  return {
    source: `aws.${source}`,
    'detail-type': signIn ? 'AWS Console Sign In via CloudTrail' : 'AWS API Call via CloudTrail',
    account,
    detail,
  };
}
