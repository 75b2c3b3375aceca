import { lifecycle } from '../../blueprints/lifecycle.ts';
import type { Diagnostic } from '../../model/errors.ts';
import type { DesiredOf } from '../../model/resource.ts';
import type { SnapshotParts } from '../../model/snapshot.ts';

/** Whether Proton still answers in the region. */
export function protonFaults(
  { address, position, name: region }: DesiredOf<'proton-settings'>,
  { protonSettings }: SnapshotParts,
): readonly Diagnostic[] {
  const settings = protonSettings.status === 'known' ? protonSettings.value[region] : undefined;
  if (settings === undefined) {
    return [
      {
        code: 'MANIFEST_INVALID',
        message: `${address}: there is no Proton in ${region}, or the account has not enabled the region.`,
        position,
        hint: 'Enable the region, or take it out of protonSettings.',
      },
    ];
  }
  if (settings.status === 'known') return [];
  const { message, permission } = settings.reason;
  const allow = permission === undefined ? '' : ` Otherwise allow ${permission} to who plans.`;
  return [
    {
      code: 'SERVICE_RETIRED',
      message: `${address}: ${message} ${protonEnded}`,
      position,
      hint: `If Proton is gone there is nothing left to set: take protonSettings out.${allow}`,
    },
  ];
}

const proton = lifecycle.services['proton'];

/** What may be behind every failure of the service. */
const protonEnded = proton === undefined ? '' : `AWS ended ${proton.title} on ${proton.since}.`;
