/** What an error of the SDK says, read once from the many shapes it comes in. */
export interface AwsFailure {
  /** AWS's code without the suffix `Exception`, else the name of the error. */
  readonly code: string;
  readonly message: string;
  /** Of the operating system or Node's TLS, e.g. `ECONNREFUSED`. */
  readonly systemCode: string | undefined;
  /** Absent where no answer came. */
  readonly httpStatus: number | undefined;
  /** Whether the answer was one of AWS's own error documents. */
  readonly isAwsError: boolean;
}

export function readFailure(error: unknown): AwsFailure {
  const metadata = field(error, '$metadata');
  const httpStatus = field(metadata, 'httpStatusCode');
  return {
    code: awsErrorCode(error) ?? 'Error',
    message: error instanceof Error ? error.message : String(error),
    systemCode: text(field(error, 'code')) ?? text(field(field(error, 'cause'), 'code')),
    httpStatus: typeof httpStatus === 'number' ? httpStatus : undefined,
    isAwsError: field(error, '$fault') !== undefined,
  };
}

/**
 * AWS's code of an error, e.g. `NoSuchEntity`. IAM's wire code goes before the class name, since
 * they differ (`ReportExpired`, `CredentialReportExpiredException`).
 */
export function awsErrorCode(error: unknown): string | undefined {
  const code = text(field(error, 'Code')) ?? text(field(error, 'name'));
  return code?.replace(/Exception$/, '');
}

function field(value: unknown, name: string): unknown {
  return value instanceof Object ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
