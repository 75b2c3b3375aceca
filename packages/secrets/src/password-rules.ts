/** What an account asks of passwords; the members of `GetAccountPasswordPolicy` that matter here. */
export interface PasswordRules {
  readonly minimumLength: number;
  readonly requireSymbols: boolean;
  readonly requireNumbers: boolean;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
}

/** What holds where the account has no policy of its own; source: IAM User Guide. */
export const awsDefaultRules: PasswordRules = {
  minimumLength: 8,
  requireSymbols: true,
  requireNumbers: true,
  requireUppercase: true,
  requireLowercase: true,
};

/** The longest password that IAM takes. */
export const longestPassword = 128;

/** The symbols that IAM counts; source: IAM User Guide, account password policy. */
const awsSymbols = "!@#$%^&*()_+-=[]{}|'";

/** Why a password does not do for the account; empty where it does. Never quotes it. */
export function passwordFaults(
  password: string,
  rules: PasswordRules,
  /** User name, account id and alias: nothing of these may stand in the password. */
  avoid: readonly string[],
): readonly string[] {
  const has = (pattern: RegExp) => pattern.test(password);
  const symbols = [...password].some((character) => awsSymbols.includes(character));
  const lower = password.toLowerCase();
  const named = avoid.filter(({ length }) => length >= 3);
  return [
    ...(password.length < rules.minimumLength
      ? [`is shorter than ${rules.minimumLength} characters`]
      : []),
    ...(password.length > longestPassword ? [`is longer than ${longestPassword} characters`] : []),
    ...(has(/[^\x20-\xFF]/) ? ['holds a character that IAM does not take'] : []),
    ...(rules.requireUppercase && !has(/[A-Z]/) ? ['has no upper-case letter'] : []),
    ...(rules.requireLowercase && !has(/[a-z]/) ? ['has no lower-case letter'] : []),
    ...(rules.requireNumbers && !has(/[0-9]/) ? ['has no digit'] : []),
    ...(rules.requireSymbols && !symbols ? [`has none of the symbols ${awsSymbols}`] : []),
    ...(named.some((name) => lower.includes(name.toLowerCase()))
      ? ['holds the name of the user or the account']
      : []),
  ];
}
