import { newId, now } from '../account/account.ts';
import { readCertificate } from '../account/certificates.ts';
import type { SigningCertificate, User } from '../account/entities.ts';
import { letters } from '../account/identifiers.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { userOrCaller } from './users.ts';

export const signingCertificateActions = {
  UploadSigningCertificate: (call, { UserName, CertificateBody }) => {
    const { account } = call;
    const user = userOrCaller(call, UserName);
    readCertificate(CertificateBody);
    if (user.certificates.some(({ body }) => body === CertificateBody)) {
      refuse('DuplicateCertificate', 'The certificate is already in use.');
    }
    const quota = account.quotas.SigningCertificatesPerUserQuota;
    if (user.certificates.length >= quota) {
      refuse('LimitExceeded', `Cannot exceed quota for CertificatesPerUser: ${quota}`);
    }
    const certificate: SigningCertificate = {
      id: letters(newId(account, 'ASCA', `${user.name}/signing`), 32),
      body: CertificateBody,
      status: 'Active',
      uploadedAt: now(account),
    };
    user.certificates = [...user.certificates, certificate];
    return { Certificate: show(user, certificate) };
  },
  ListSigningCertificates: (call, input) => {
    const user = userOrCaller(call, input.UserName);
    const { items, rest } = pageOf(call, input, user.certificates);
    return { Certificates: items.map((certificate) => show(user, certificate)), ...rest };
  },
  UpdateSigningCertificate: (call, { UserName, CertificateId, Status }) => {
    const user = userOrCaller(call, UserName);
    const found = certificateOf(user, CertificateId);
    user.certificates = user.certificates.map((one) =>
      one === found ? { ...one, status: Status } : one,
    );
    return {};
  },
  DeleteSigningCertificate: (call, { UserName, CertificateId }) => {
    const user = userOrCaller(call, UserName);
    const found = certificateOf(user, CertificateId);
    user.certificates = user.certificates.filter((one) => one !== found);
    return {};
  },
} satisfies IamHandlers;

function certificateOf(user: User, id: string): SigningCertificate {
  const found = user.certificates.find((one) => one.id === id);
  return found ?? refuse('NoSuchEntity', `The Certificate with id ${id} cannot be found.`);
}

function show(user: User, { id, body, status, uploadedAt }: SigningCertificate) {
  return {
    UserName: user.name,
    CertificateId: id,
    CertificateBody: body,
    Status: status,
    UploadDate: uploadedAt,
  };
}
