import { ListServerCertificatesCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListServerCertificates';

export async function readServerCertificates({
  clients,
  signal,
}: Reader): Promise<PartValue<'serverCertificates'>> {
  const pages = await readPages({
    action,
    fetch: (marker) => {
      const command = new ListServerCertificatesCommand({ ...marker });
      return ask(action, () => clients.iam.send(command, { abortSignal: signal }));
    },
  });
  return pages
    .flatMap((page) =>
      required(page.ServerCertificateMetadataList, action, 'ServerCertificateMetadataList'),
    )
    .map((certificate) => ({
      name: required(certificate.ServerCertificateName, action, 'ServerCertificateName'),
      arn: required(certificate.Arn, action, 'Arn'),
      uploadedAt: required(certificate.UploadDate, action, 'UploadDate').toISOString(),
      expiresAt: required(certificate.Expiration, action, 'Expiration').toISOString(),
    }));
}
