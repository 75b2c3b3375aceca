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
  'packages/sandbox/src/wire/access-analyzer-api.gen.ts':
    'd5d49538c2f11923fad09489f4f0f899ed55965e677649689777e9bc347718c9',
  'packages/sandbox/src/wire/account-management-api.gen.ts':
    'b592c59050ff762a36ac7bc2cdf42042a8b72571a5af91af70c2c2af3f282a90',
  'packages/sandbox/src/wire/app-runner-api.gen.ts':
    '7eb9d70a6ea807d2bff82c8f877cf3a9c3079bebfe58654390c7b90bf8386bbe',
  'packages/sandbox/src/wire/cloudformation-api.gen.ts':
    '7d2f1344771d540fd2b3e0838dbe7dcb1be317dbd359bfc8375df6c0a4fda05e',
  'packages/sandbox/src/wire/cloudtrail-api.gen.ts':
    'ccfdfa411dd2fb0ba5c5a3a86df1f1b3dd5835a5c29ac2bf206d3206d4cf79c1',
  'packages/sandbox/src/wire/cloudwatch-api.gen.ts':
    '7458917c49e3e56c31c589d1bcdd8502589a6e4498534e31cef9109ee32081a2',
  'packages/sandbox/src/wire/events-api.gen.ts':
    '501602f1c567f7a8238c6775541f33c96af5ebb842daad7914791fb9ab837526',
  'packages/sandbox/src/wire/identity-center-api.gen.ts':
    'b18525723972850871feb623929460ffa0bec8451201acd77b864f2bb0c8b47a',
  'packages/sandbox/src/wire/identity-store-api.gen.ts':
    '5e6653bf2867e55f524db0e8a8523ec2ce270d7d59e863bd9b82566527628088',
  'packages/sandbox/src/wire/incident-manager-api.gen.ts':
    '991c58b98f3f395ec530ca01bb05cb33fa06c3fc576632184d0f2293a27d8b46',
  'packages/sandbox/src/wire/logs-api.gen.ts':
    'e74949bb7431f6cfd421e95acef74990f7d53f86d035b722a9331f7d81f07d12',
  'packages/sandbox/src/wire/organizations-api.gen.ts':
    'e1da0afef3d9ca46f33a9479cb881eb4807baa4618ccddbfa8379831b8850258',
  'packages/sandbox/src/wire/secrets-manager-api.gen.ts':
    '95211c42a8349dcd13ae44f21748ebd1aeedde47a0159b65832094eb8cc953f0',
  'packages/sandbox/src/wire/sns-api.gen.ts':
    '1b9c3e8b437d80db309c372a248344e2af499697426999d85e481bd8ee66414f',
  'packages/sandbox/src/wire/sts-api.gen.ts':
    '4b54eb4d54874faa1f4ea621f5e92f559e8a0a2fe28cde328574529950f80550',
};
