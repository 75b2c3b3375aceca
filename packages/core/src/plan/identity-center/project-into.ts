import { known } from '../../model/part.ts';
import type { SnapshotParts } from '../../model/snapshot.ts';
import { type Call, isCallOf } from '../calls.ts';
import { projectSetup } from './project-setup.ts';
import { setupOf } from './setup.ts';

/** The parts as a call to Identity Center leaves them. */
export function projectInto(call: Call, parts: SnapshotParts): Partial<SnapshotParts> {
  const setup = setupOf(parts);
  if (setup === undefined || !(isCallOf('sso', call) || isCallOf('identitystore', call))) return {};
  return { identityCenterSetup: known(projectSetup(setup, call)) };
}
