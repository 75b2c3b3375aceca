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
  AccountNotFoundException: 400,
  AccountNotManagementOrDelegatedAdministratorException: 400,
  AccountNotRegisteredException: 400,
  AWSOrganizationsNotInUseException: 400,
  ConflictException: 409,
  DeleteConflict: 409,
  DuplicateCertificate: 409,
  DuplicateSSHPublicKey: 400,
  EntityAlreadyExists: 409,
  ExpiredTokenException: 400,
  FeatureDisabled: 404,
  InvalidAuthenticationCode: 403,
  InvalidClientTokenId: 403,
  InvalidHomeRegionException: 400,
  InvalidIdentityToken: 400,
  InvalidInput: 400,
  'InvalidInstanceID.NotFound': 400,
  InvalidPublicKey: 400,
  InvalidTrailNameException: 400,
  LimitExceeded: 409,
  MalformedCertificate: 400,
  MalformedPolicyDocument: 400,
  NoSuchEntity: 404,
  NotFound: 404,
  ParentNotFoundException: 400,
  NotOrganizationMasterAccountException: 400,
  NotSupportedService: 404,
  OrganizationNotFoundException: 400,
  OrganizationNotInAllFeaturesModeException: 400,
  PasswordPolicyViolation: 400,
  PolicyNotAttachable: 400,
  PolicyNotFoundException: 400,
  ReportExpired: 410,
  ReportInProgress: 404,
  ReportNotPresent: 410,
  ResourceNotFoundException: 404,
  ServiceAccessNotEnabledException: 400,
  ServiceQuotaExceededException: 402,
  Throttling: 400,
  TrailNotFoundException: 400,
  UnmodifiableEntity: 400,
  ValidationError: 400,
} as const;

/** The error to throw; never returns so that callers need no `else`. */
export function refuse(code: keyof typeof statuses, message: string): never {
  throw new AwsError(code, statuses[code], message);
}
