/** A refusal as AWS words it: an error code, an HTTP status and a message. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
  }
}

/** The codes that handlers answer with, and their HTTP status in AWS's API models. */
const statuses = {
  AccessDenied: 403,
  AccountNotManagementOrDelegatedAdministratorException: 400,
  DeleteConflict: 409,
  DuplicateCertificate: 409,
  DuplicateSSHPublicKey: 400,
  EntityAlreadyExists: 409,
  ExpiredTokenException: 400,
  InvalidAuthenticationCode: 403,
  InvalidIdentityToken: 400,
  InvalidInput: 400,
  InvalidPublicKey: 400,
  LimitExceeded: 409,
  MalformedCertificate: 400,
  MalformedPolicyDocument: 400,
  NoSuchEntity: 404,
  NotSupportedService: 404,
  OrganizationNotFoundException: 400,
  OrganizationNotInAllFeaturesModeException: 400,
  PasswordPolicyViolation: 400,
  PolicyNotAttachable: 400,
  ReportExpired: 410,
  ReportInProgress: 404,
  ReportNotPresent: 410,
  ServiceAccessNotEnabledException: 400,
  UnmodifiableEntity: 400,
  ValidationError: 400,
} as const;

/** The error to throw; never returns so that callers need no `else`. */
export function refuse(code: keyof typeof statuses, message: string): never {
  throw new AwsError(code, statuses[code], message);
}
