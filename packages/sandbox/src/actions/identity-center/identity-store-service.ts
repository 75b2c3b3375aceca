import { createService } from '../../service.ts';
import {
  type IdentityStoreInputs,
  type IdentityStoreOutputs,
  identityStoreOperations,
  identityStoreShapes,
} from '../../wire/identity-store-api.gen.ts';
import { authorizeRegional } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { groupActions } from './directory-groups.ts';
import { userActions } from './directory-users.ts';

/** The directory of IAM Identity Center. */
export const identityStoreService = createService<IdentityStoreInputs, IdentityStoreOutputs>({
  name: 'identitystore',
  operations: identityStoreOperations,
  shapes: identityStoreShapes,
  handlers: { ...userActions, ...groupActions },
  before: authorizeRegional({
    name: 'identitystore',
    resources: ({ account: { partition, identityCenter, id } }, input) => {
      const owner = identityCenter?.ownerAccount ?? id;
      const start = `arn:${partition}:identitystore:`;
      const [user, group] = [text(input, 'UserId'), text(input, 'GroupId')];
      return [
        `${start}:${owner}:identitystore/${text(input, 'IdentityStoreId')}`,
        ...(user === undefined ? [] : [`${start}::user/${user}`]),
        ...(group === undefined ? [] : [`${start}::group/${group}`]),
      ];
    },
  }),
});
