/** From the catalogue of checks, typed off by hand: check, CIS 7.0 / 6.0 / 5.0 / 3.0, Security Hub. */
export const pinnedControls: readonly string[] = `
  root-mfa-enabled                 2.5/2.4/1.4/1.5      9
  root-mfa-hardware                2.6/2.5/1.5/1.6      6
  root-no-access-keys              2.4/2.3/1.3/1.4      4
  root-not-used                    2.7/2.6/1.6/1.7      20
  org-root-credentials-management  2.1.1/-/-/-          -
  account-contact-current          2.2/2.1/1.1/1.1      -
  account-security-contact         2.3/2.2/1.2/1.2      Account.1
  account-in-organization          -/-/-/-              Account.2
  org-guardrails-present           2.1.2/-/-/-          -
  org-management-account-clean     2.1.3/-/-/-          -
  org-delegated-admins-trusted     2.1.5,2.1.6/-/-/-    -
  identity-center-in-use           2.19/2.20/1.20/1.21  -
  users-no-human-iam-users         2.19/2.20/1.20/1.21  -
  support-role-present             2.15/2.16/1.16/1.17  18
  password-min-length              2.8/2.7/1.7/1.8      7,10,15
  password-reuse                   2.9/2.8/1.8/1.9      10,16
  password-uppercase               -/-/-/-              7,10,11
  password-lowercase               -/-/-/-              7,10,12
  password-symbol                  -/-/-/-              7,13
  password-number                  -/-/-/-              7,10,14
  password-max-age                 -/-/-/-              10,17
  user-console-mfa                 2.10/2.9/1.9/1.10    5
  user-any-mfa                     -/-/-/-              19
  user-password-unused             2.11/2.11/1.11/1.12  8,22
  key-unused                       2.11/2.11/1.11/1.12  8,22
  key-age                          2.12/2.13/1.13/1.14  3
  key-two-active                   -/2.12/1.12/1.13     -
  key-created-at-setup             -/2.10/1.10/1.11     -
  user-direct-policies             2.13/2.14/1.14/1.15  2
  user-tagged                      -/-/-/-              25
  role-tagged                      -/-/-/-              24
  policy-admin-attached            2.14/2.15/1.15/1.16  1
  policy-admin-aws-managed         2.14/2.15/1.15/1.16  -
  policy-service-wildcard          -/-/-/-              21
  policy-kms-star                  -/-/-/-              KMS.1,KMS.2
  policy-cloudshell-full           2.20/2.21/1.21/1.22  27
  role-trust-wildcard              2.21/-/-/-           -
  ec2-instance-role                2.16/2.17/1.17/1.18  -
  cert-expired                     2.17/2.18/1.18/1.19  26
  analyzer-external                2.18/2.19/1.19/1.20  28
  trail-exists                     -/-/-/-              CloudTrail.3
  trail-multi-region               4.1/4.1/3.1/3.1      CloudTrail.1
  trail-management-events          -/-/-/-              CloudTrail.1
  trail-log-validation             4.2/4.2/3.2/3.2      CloudTrail.4
  monitor-no-mfa-signin            5.2/5.2/4.2/4.2      -
  monitor-root-usage               5.3/5.3/4.3/4.3      -
  monitor-iam-policy-changes       5.4/5.4/4.4/4.4      -
  monitor-cloudtrail-changes       5.5/5.5/4.5/4.5      -
  monitor-org-changes              5.15/5.15/4.15/4.15  -
`
  .trim()
  .split('\n')
  .map((line) => line.trim().replaceAll(/ +/g, ' '));
