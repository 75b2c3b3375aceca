import type { ResourceType } from '../../../model/resource.ts';
import { undoAccountAssignment } from './account-assignment.ts';
import { undoAccountAlias, undoPasswordPolicy } from './account-settings.ts';
import { undoAnalyzer } from './analyzer.ts';
import {
  undoGroup,
  undoInstanceProfile,
  undoOidcProvider,
  undoPolicy,
  undoRole,
  undoUser,
} from './iam-kinds.ts';
import { undoIdentityCenterGroup } from './identity-center-group.ts';
import { undoIdentityCenterUser } from './identity-center-user.ts';
import { undoPermissionSet } from './permission-set.ts';
import { undoProtonSettings } from './proton-settings.ts';
import { undoSamlProvider } from './saml-provider.ts';
import type { NoUndo, Undo } from './undo.ts';

const undos: { readonly [T in ResourceType]: Undo<T> | NoUndo } = {
  'account-alias': undoAccountAlias,
  'password-policy': undoPasswordPolicy,
  'alternate-contact': { stays: 'plans do not hold the contact that was there' },
  'oidc-provider': undoOidcProvider,
  'saml-provider': undoSamlProvider,
  'service-linked-role': { stays: 'its service takes it away' },
  policy: undoPolicy,
  group: undoGroup,
  user: undoUser,
  role: undoRole,
  'instance-profile': undoInstanceProfile,
  'proton-settings': undoProtonSettings,
  analyzer: undoAnalyzer,
  'identity-center-user': undoIdentityCenterUser,
  'identity-center-group': undoIdentityCenterGroup,
  'permission-set': undoPermissionSet,
  'account-assignment': undoAccountAssignment,
};

export function undoOf<T extends ResourceType>(type: T): Undo<T> | NoUndo {
  return undos[type];
}
