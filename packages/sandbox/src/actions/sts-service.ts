import { callerId } from '../caller-entity.ts';
import { createService, type Handlers } from '../service.ts';
import { type StsInputs, type StsOutputs, stsOperations, stsShapes } from '../wire/sts-api.gen.ts';
import { assumeRole } from './assume-role.ts';
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity.ts';
import { assumeRoot } from './assume-root.ts';

const handlers = {
  /** Needs no permission. */
  GetCallerIdentity: ({ account, caller }) => ({
    UserId: callerId(account, caller),
    Account: account.id,
    Arn: caller,
  }),
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  AssumeRoot: assumeRoot,
} satisfies Handlers<StsInputs, StsOutputs>;

export const stsService = createService<StsInputs, StsOutputs>({
  name: 'sts',
  operations: stsOperations,
  shapes: stsShapes,
  handlers,
  before: () => {},
});
