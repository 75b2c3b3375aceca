/**
 * What reports say of the findings about exceptions: they come from no check that could be chosen,
 * but are shown like any other.
 */
export const exceptionChecks = {
  expired: {
    id: 'exception-expired',
    title: 'No exception has expired',
    severity: 'high',
    subject: 'account',
    rationale:
      'An exception was meant to end. What it excepted counts again, and somebody has to decide anew.',
    remedy:
      'Remedy what it excepts and remove the exception, or give it a new date and say why in its reason.',
    documentation:
      'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_continuous_reduction.html',
  },
  unused: {
    id: 'exception-unused',
    title: 'Every exception has something to except',
    severity: 'low',
    subject: 'account',
    rationale: 'An exception that excepts nothing today would hide the next finding of its kind.',
    remedy: 'Remove the exception.',
    documentation:
      'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_continuous_reduction.html',
  },
  undecided: {
    id: 'exception-undecided',
    title: 'Tags that exceptions go by can be read',
    severity: 'medium',
    subject: 'account',
    rationale: 'Without the tags nobody can tell what is excepted: what may be excepted counts.',
    remedy: 'Allow the missing permission, or write the exception by ARN.',
    documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html',
  },
} as const;
