import { aboutChange } from './about-change.ts';
import type { Risk, RiskInput } from './find-risks.ts';

/** Who is told from now on: AWS writes to the security contact when an account is abused. */
export function contactRisks({ plan, desired }: RiskInput): readonly Risk[] {
  return (plan?.changes ?? []).flatMap((change): readonly Risk[] => {
    if (change.type !== 'alternate-contact' || change.kind === 'create') return [];
    const declared = desired.find(
      (each) => each.type === 'alternate-contact' && each.name === change.name,
    );
    if (declared?.type !== 'alternate-contact') return [];
    return [
      {
        kind: 'contact',
        severity: change.name === 'security' ? 'medium' : 'low',
        ...aboutChange(change),
        text: `AWS writes about ${change.name} to ${declared.contact.email}, and no longer to whom it did.`,
      },
    ];
  });
}
