import type { AwsError } from '../aws-error.ts';
import type { HttpAnswer } from './http.ts';
import { writeCbor } from './write-cbor.ts';
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

/** A success in EC2's kind of the Query protocol. The result has the names of the wire. */
export function ec2Answer({ action, xmlNamespace, requestId }: Of, result: object): HttpAnswer {
  const body = Object.entries({ requestId, ...result })
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => writeXml(name, member, 'item'))
    .join('');
  return answer(200, 'text/xml', requestId, inNamespace(`${action}Response`, xmlNamespace, body));
}

export function ec2Error({ code, status, message }: AwsError, requestId: string): HttpAnswer {
  const error = writeXml('Error', { Code: code, Message: message });
  const body = `<Response><Errors>${error}</Errors>${writeXml('RequestID', requestId)}</Response>`;
  return answer(status, 'text/xml', requestId, body);
}

/** How one service does AWS's JSON protocol. */
export interface JsonKind {
  readonly version: '1.0' | '1.1';
  /** Whether it spoke the Query protocol once, and tells that one's codes too. */
  readonly queryCompatible?: boolean;
}

/** A success in AWS's JSON protocol. */
export function jsonAnswer(kind: JsonKind, result: unknown, requestId: string): HttpAnswer {
  return answer(200, jsonType(kind), requestId, JSON.stringify(result));
}

/** An error in AWS's JSON protocol: its status is 400 unless it is AWS's own fault. */
export function jsonError(kind: JsonKind, error: AwsError, requestId: string): HttpAnswer {
  const body = JSON.stringify({ __type: error.code, message: error.message });
  const given = answer(error.status < 500 ? 400 : error.status, jsonType(kind), requestId, body);
  return kind.queryCompatible ? withQueryError(error, given) : given;
}

function jsonType({ version }: JsonKind): string {
  return `application/x-amz-json-${version}`;
}

/** A success in AWS's REST protocol. */
export function restAnswer(result: unknown, requestId: string): HttpAnswer {
  return answer(200, 'application/json', requestId, JSON.stringify(result));
}

export function restError({ code, status, message }: AwsError, requestId: string): HttpAnswer {
  const given = answer(status, 'application/json', requestId, JSON.stringify({ message }));
  return { ...given, headers: { ...given.headers, 'x-amzn-errortype': code } };
}

/** A success in the protocol that Smithy calls RPC v2 CBOR. */
export function cborAnswer(result: unknown, requestId: string): HttpAnswer {
  return cbor(200, result, requestId);
}

/** Spoken by services only that once spoke the Query protocol. */
export function cborError(error: AwsError, requestId: string): HttpAnswer {
  const { code, message } = error;
  return withQueryError(error, cbor(error.status, { __type: code, message }, requestId));
}

function cbor(status: number, value: unknown, requestId: string): HttpAnswer {
  const { headers, ...rest } = answer(status, 'application/cbor', requestId, '');
  return {
    ...rest,
    headers: { ...headers, 'smithy-protocol': 'rpc-v2-cbor' },
    bytes: writeCbor(value),
  };
}

function withQueryError({ code, status }: AwsError, given: HttpAnswer): HttpAnswer {
  const fault = status >= 500 ? 'Receiver' : 'Sender';
  return { ...given, headers: { ...given.headers, 'x-amzn-query-error': `${code};${fault}` } };
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
