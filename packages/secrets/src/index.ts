export { awsColumnNames, bundleCsv, type ColumnNames } from './bundle-csv.ts';
export { bundleJson } from './bundle-json.ts';
export { deliverKey, type KeyRequest } from './deliver-key.ts';
export { deliverPassword, type PasswordRequest } from './deliver-password.ts';
export type { Kept, Receipt, SecretDelivery } from './delivery.ts';
export { eitherDelivery } from './either-delivery.ts';
export { encryptArmored, encryptBinary } from './encrypt.ts';
export { isExampleCredential, refuseExamples } from './example-credentials.ts';
export { fileDelivery } from './file-delivery.ts';
export { type FoundDoubt, findDoubt } from './find-doubt.ts';
export { generatePassword } from './generate-password.ts';
export { awsDefaultRules, type PasswordRules, passwordFaults } from './password-rules.ts';
export type { RandomBytes } from './random.ts';
export { fingerprintOf, requireRecipients } from './recipients.ts';
export { oldestFirst, type RotationStep, rotationStep } from './rotation-step.ts';
export { secretsManagerDelivery } from './secrets-manager-delivery.ts';
export { settleDoubt, settleFound } from './settle-doubt.ts';
export {
  type AccessKeyBundle,
  notice,
  type PasswordBundle,
  type SignInBundle,
  signInUrl,
  switchRoleUrl,
} from './sign-in-bundle.ts';
export { type WithSignIns, withSignIns } from './with-sign-ins.ts';
export type { SignInWorld } from './world.ts';
