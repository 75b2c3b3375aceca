/**
 * Files generated from something outside the repository (an SDK's model, AWS-managed policies), which
 * a check cannot produce again. Their digest proves that nobody edited them by hand: whoever runs
 * the importer writes the new one here. Path → SHA-256 in hexadecimal.
 */
export const imported: Readonly<Record<string, string>> = {
  'apps/action/src/testing/github/github-openapi.gen.json':
    '11badc11ab5b0ecc240645c910539031d728b1448c899b4d11d73ff0e322936e',
  'packages/core/src/data/aws-managed-policies.gen.json':
    '4f2c1606d56cd8d6ebea47f8a0d62d1357224243b2789b41dd0f0a0b4cabac72',
  'packages/core/src/report/findings/testing/sarif-2.1.0.gen.json':
    'c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e',
  'packages/sandbox/data/aws-managed-policies.gen.json.br':
    '146d877b427967750941c09eb502dad841094f325f0175355f8d05e5e9a0ba18',
  'packages/sandbox/src/wire/iam-api.gen.ts':
    '7eb32d22a619d297800155ebba5ac0207d416e17dbff1f99a8399c255f41f5e5',
  'packages/sandbox/src/wire/sts-api.gen.ts':
    '5942827dfeb71d6a602f932f70d17bba7de19b852ae17fd5d73070cf71b959a1',
};
