/** Least dangerous first. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;

/** Which plans a second person has to approve. Configuration. */
export interface PlanTerms {
  /** Risks from this one on, also where nothing is granted that was not before. */
  readonly approveFrom: (typeof severities)[number];
  /** `any`: the merge was the approval of what the machines of an issuer carry out. */
  readonly machinesApply: 'approved' | 'any';
}
