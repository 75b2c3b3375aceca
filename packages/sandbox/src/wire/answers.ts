import type { AwsError } from '../aws-error.ts';
import type { HttpAnswer } from './http.ts';
import { writeXml } from './write-xml.ts';

interface Of {
  readonly action: string;
  readonly xmlNamespace: string;
  readonly requestId: string;
}

/** A success in AWS's Query protocol. */
export function xmlAnswer({ action, xmlNamespace, requestId }: Of, result: unknown): HttpAnswer {
  const body = [
    writeXml(`${action}Result`, result),
    writeXml('ResponseMetadata', { RequestId: requestId }),
  ].join('');
  return answer(200, 'text/xml', requestId, inNamespace(`${action}Response`, xmlNamespace, body));
}

export function xmlError(
  error: AwsError,
  { xmlNamespace, requestId }: Omit<Of, 'action'>,
): HttpAnswer {
  const body = [
    writeXml('Error', {
      Type: error.status >= 500 ? 'Receiver' : 'Sender',
      Code: error.code,
      Message: error.message,
    }),
    writeXml('RequestId', requestId),
  ].join('');
  return answer(
    error.status,
    'text/xml',
    requestId,
    inNamespace('ErrorResponse', xmlNamespace, body),
  );
}

/** A success in AWS's JSON 1.1 protocol. */
export function jsonAnswer(result: unknown, requestId: string): HttpAnswer {
  return answer(200, 'application/x-amz-json-1.1', requestId, JSON.stringify(result));
}

export function jsonError(error: AwsError, requestId: string): HttpAnswer {
  const body = JSON.stringify({ __type: error.code, Message: error.message });
  return answer(error.status, 'application/x-amz-json-1.1', requestId, body);
}

/** What a proxy or a captive portal answers. */
export function htmlAnswer(requestId: string): HttpAnswer {
  return answer(200, 'text/html', requestId, '<html><body><h1>Welcome</h1></body></html>');
}

function inNamespace(name: string, xmlNamespace: string, body: string): string {
  return `<${name} xmlns="${xmlNamespace}">${body}</${name}>`;
}

function answer(status: number, type: string, requestId: string, body: string): HttpAnswer {
  return { status, headers: { 'content-type': type, 'x-amzn-requestid': requestId }, body };
}
