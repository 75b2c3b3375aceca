export { awsColumnNames, bundleCsv, type ColumnNames } from './bundle-csv.ts';
export { bundleJson } from './bundle-json.ts';
export { encryptArmored, encryptBinary } from './encrypt.ts';
export { isExampleCredential, refuseExamples } from './example-credentials.ts';
export { generatePassword } from './generate-password.ts';
export { awsDefaultRules, type PasswordRules, passwordFaults } from './password-rules.ts';
export type { RandomBytes } from './random.ts';
export { fingerprintOf, requireRecipients } from './recipients.ts';
export {
  type AccessKeyBundle,
  notice,
  type PasswordBundle,
  type SignInBundle,
  signInUrl,
  switchRoleUrl,
} from './sign-in-bundle.ts';
