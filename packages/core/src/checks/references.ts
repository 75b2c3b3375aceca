/** The controls of others that a check answers. */
export interface CheckReferences {
  /** Numbers in the CIS Amazon Web Services Foundations Benchmark, by its version. */
  readonly cis70?: readonly string[];
  readonly cis60?: readonly string[];
  readonly cis50?: readonly string[];
  readonly cis30?: readonly string[];
  /** AWS Security Hub control ids. */
  readonly securityHub?: readonly string[];
}

/** Check id → controls; what is not here answers to nobody else's. */
export const checkReferences: { readonly [id: string]: CheckReferences } = {
  'root-mfa-enabled': {
    cis70: ['2.5'],
    cis60: ['2.4'],
    cis50: ['1.4'],
    cis30: ['1.5'],
    securityHub: ['IAM.9'],
  },
  'root-mfa-hardware': {
    cis70: ['2.6'],
    cis60: ['2.5'],
    cis50: ['1.5'],
    cis30: ['1.6'],
    securityHub: ['IAM.6'],
  },
  'root-no-access-keys': {
    cis70: ['2.4'],
    cis60: ['2.3'],
    cis50: ['1.3'],
    cis30: ['1.4'],
    securityHub: ['IAM.4'],
  },
  'root-not-used': {
    cis70: ['2.7'],
    cis60: ['2.6'],
    cis50: ['1.6'],
    cis30: ['1.7'],
    securityHub: ['IAM.20'],
  },
  'org-root-credentials-management': { cis70: ['2.1.1'] },
  'password-min-length': {
    cis70: ['2.8'],
    cis60: ['2.7'],
    cis50: ['1.7'],
    cis30: ['1.8'],
    securityHub: ['IAM.7', 'IAM.10', 'IAM.15'],
  },
  'password-reuse': {
    cis70: ['2.9'],
    cis60: ['2.8'],
    cis50: ['1.8'],
    cis30: ['1.9'],
    securityHub: ['IAM.10', 'IAM.16'],
  },
  'password-uppercase': { securityHub: ['IAM.7', 'IAM.10', 'IAM.11'] },
  'password-lowercase': { securityHub: ['IAM.7', 'IAM.10', 'IAM.12'] },
  'password-symbol': { securityHub: ['IAM.7', 'IAM.13'] },
  'password-number': { securityHub: ['IAM.7', 'IAM.10', 'IAM.14'] },
  'password-max-age': { securityHub: ['IAM.10', 'IAM.17'] },
  'user-console-mfa': {
    cis70: ['2.10'],
    cis60: ['2.9'],
    cis50: ['1.9'],
    cis30: ['1.10'],
    securityHub: ['IAM.5'],
  },
  'user-any-mfa': { securityHub: ['IAM.19'] },
  'user-password-unused': {
    cis70: ['2.11'],
    cis60: ['2.11'],
    cis50: ['1.11'],
    cis30: ['1.12'],
    securityHub: ['IAM.8', 'IAM.22'],
  },
  'key-unused': {
    cis70: ['2.11'],
    cis60: ['2.11'],
    cis50: ['1.11'],
    cis30: ['1.12'],
    securityHub: ['IAM.8', 'IAM.22'],
  },
  'key-age': {
    cis70: ['2.12'],
    cis60: ['2.13'],
    cis50: ['1.13'],
    cis30: ['1.14'],
    securityHub: ['IAM.3'],
  },
  'key-two-active': { cis60: ['2.12'], cis50: ['1.12'], cis30: ['1.13'] },
  'key-created-at-setup': { cis60: ['2.10'], cis50: ['1.10'], cis30: ['1.11'] },
  'user-direct-policies': {
    cis70: ['2.13'],
    cis60: ['2.14'],
    cis50: ['1.14'],
    cis30: ['1.15'],
    securityHub: ['IAM.2'],
  },
  'user-tagged': { securityHub: ['IAM.25'] },
  'role-tagged': { securityHub: ['IAM.24'] },
  'policy-admin-attached': {
    cis70: ['2.14'],
    cis60: ['2.15'],
    cis50: ['1.15'],
    cis30: ['1.16'],
    securityHub: ['IAM.1'],
  },
  // The benchmark counts policies of AWS too; IAM.1 looks at those of the account only.
  'policy-admin-aws-managed': {
    cis70: ['2.14'],
    cis60: ['2.15'],
    cis50: ['1.15'],
    cis30: ['1.16'],
  },
};
