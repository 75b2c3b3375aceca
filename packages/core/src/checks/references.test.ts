import { expect, test } from 'vitest';
import { checkReferences } from './references.ts';

/** From the catalogue of checks, typed off by hand: check, CIS 7.0 / 6.0 / 5.0 / 3.0, Security Hub. */
const pinned = `
  root-mfa-enabled                 2.5/2.4/1.4/1.5      9
  root-mfa-hardware                2.6/2.5/1.5/1.6      6
  root-no-access-keys              2.4/2.3/1.3/1.4      4
  root-not-used                    2.7/2.6/1.6/1.7      20
  org-root-credentials-management  2.1.1/-/-/-          -
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
`;

test('every number is the one of the catalogue', () => {
  const ours = Object.entries(checkReferences).map(([id, references]) => {
    const { cis70, cis60, cis50, cis30, securityHub = [] } = references;
    const cis = [cis70, cis60, cis50, cis30].map((numbers) => numbers?.join(',') ?? '-').join('/');
    const hub = securityHub.map((control) => control.replace('IAM.', '')).join(',') || '-';
    return [id, cis, hub].join(' ');
  });
  const theirs = pinned
    .trim()
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '));
  expect(ours.toSorted()).toEqual(theirs.toSorted());
});
