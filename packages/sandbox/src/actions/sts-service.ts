import { callerId } from '../caller-entity.ts';
import { createQueryService, type Handlers } from '../service.ts';
import {
  type StsInputs,
  type StsOutputs,
  stsApiVersion,
  stsOperations,
  stsShapes,
} from '../wire/sts-api.gen.ts';
import { assumeRole } from './assume-role.ts';
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity.ts';

const handlers = {
  /** Needs no permission. */
  GetCallerIdentity: ({ account, caller }) => ({
    UserId: callerId(account, caller),
    Account: account.id,
    Arn: caller,
  }),
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
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
