import { instantOf } from '../account/account.ts';
import { arnOf, rootArn } from '../account/arn.ts';
import { hexadecimal, letters, uniqueId } from '../account/identifiers.ts';
import { accessDenied, type Call, requireAllowed } from '../authorization.ts';
import { refuse } from '../aws-error.ts';
import { showTrust } from '../documents/trust.ts';
import { createQueryService, type Handlers } from '../service.ts';
import {
  type StsInputs,
  type StsOutputs,
  stsApiVersion,
  stsOperations,
  stsShapes,
} from '../wire/sts-api.gen.ts';

const handlers = {
  /** Needs no permission. */
  GetCallerIdentity: ({ account, caller }) => ({
    UserId: callerId(account, caller),
    Account: account.id,
    Arn: caller,
  }),
  AssumeRole: (call, { RoleArn, RoleSessionName, DurationSeconds = 3600 }) => {
    const { account } = call;
    if (call.caller === rootArn(account)) {
      refuse('AccessDenied', 'Roles may not be assumed by root accounts.');
    }
    const asked = { action: 'sts:AssumeRole', resource: RoleArn, context: {} };
    const role = [...account.roles.values()].find((one) => arnOf(account, one) === RoleArn);
    if (role === undefined) {
      const denial = { kind: 'implicit', by: 'resource-based policy' } as const;
      throw accessDenied({ ...asked, caller: call.caller }, denial);
    }
    requireAllowed(call, { ...asked, resourcePolicy: showTrust(account, role.trust) });
    if (DurationSeconds > role.maxSession) {
      refuse(
        'ValidationError',
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      );
    }
    const session = `arn:${account.partition}:sts::${account.id}:assumed-role/${role.name}/${RoleSessionName}`;
    const seed = `${session}/${account.passing.calls}`;
    const accessKeyId = uniqueId('ASIA', seed);
    account.passing.sessions.set(accessKeyId, session);
    const now = account.clock();
    role.lastUsed = { at: instantOf(now), region: call.region };
    return {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: letters(`secret/${seed}`, 40),
        SessionToken: `sandbox-${hexadecimal(seed, 64)}`,
        Expiration: instantOf(new Date(now.getTime() + DurationSeconds * 1000)),
      },
      AssumedRoleUser: { AssumedRoleId: `${role.id}:${RoleSessionName}`, Arn: session },
    };
  },
} satisfies Handlers<StsInputs, StsOutputs>;

export const stsService = createQueryService<StsInputs, StsOutputs>({
  name: 'sts',
  version: stsApiVersion,
  xmlNamespace: `https://sts.amazonaws.com/doc/${stsApiVersion}/`,
  operations: stsOperations,
  shapes: stsShapes,
  handlers,
  before: () => {},
});

function callerId(account: Call['account'], caller: string): string {
  const session = /:assumed-role\/([^/]+)\/(.+)$/.exec(caller);
  if (session !== null) {
    const [, name = '', sessionName = ''] = session;
    const id = account.roles.get(name.toLowerCase())?.id ?? uniqueId('AROA', caller);
    return `${id}:${sessionName}`;
  }
  const user = [...account.users.values()].find((one) => arnOf(account, one) === caller);
  return user?.id ?? account.id;
}
