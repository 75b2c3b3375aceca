import { type Account, newId, now, sorted } from '../account/account.ts';
import { serverCertificateArn } from '../account/arn.ts';
import { readCertificate } from '../account/certificates.ts';
import type { ServerCertificate } from '../account/entities.ts';
import { refuseFull, refuseTaken } from '../account/limits.ts';
import { addTags, newTags, removeTags, tagsOrNothing } from '../account/tags.ts';
import { refuse } from '../aws-error.ts';
import type * as api from '../wire/iam-api.gen.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';

export const serverCertificateActions = {
  UploadServerCertificate: ({ account }, input) => {
    const { ServerCertificateName: name, Path, CertificateBody, CertificateChain, Tags } = input;
    const { serverCertificates: present, quotas } = account;
    refuseTaken(present, name, `The Server Certificate with name ${name} already exists.`);
    const tags = newTags(Tags);
    const { expiresAt } = readCertificate(CertificateBody);
    refuseFull(present, quotas.ServerCertificatesQuota, 'ServerCertificatesPerAccount');
    const certificate: ServerCertificate = {
      name,
      path: Path ?? '/',
      id: newId(account, 'ASCA', name),
      uploadedAt: now(account),
      expiresAt,
      body: CertificateBody,
      chain: CertificateChain,
      tags,
    };
    present.set(name.toLowerCase(), certificate);
    return { ServerCertificateMetadata: show(account, certificate), Tags: tagsOrNothing(tags) };
  },
  GetServerCertificate: ({ account }, { ServerCertificateName }) => {
    const certificate = find(account, ServerCertificateName);
    return {
      ServerCertificate: {
        ServerCertificateMetadata: show(account, certificate),
        CertificateBody: certificate.body,
        CertificateChain: certificate.chain,
        Tags: tagsOrNothing(certificate.tags),
      },
    };
  },
  ListServerCertificates: (call, input) => {
    const wanted = sorted(call.account.serverCertificates).filter(({ path }) =>
      path.startsWith(input.PathPrefix ?? '/'),
    );
    const { items, rest } = pageOf(call, input, wanted);
    const shown = items.map((certificate) => show(call.account, certificate));
    return { ServerCertificateMetadataList: shown, ...rest };
  },
  DeleteServerCertificate: ({ account }, { ServerCertificateName }) => {
    const { name } = find(account, ServerCertificateName);
    account.serverCertificates.delete(name.toLowerCase());
    return {};
  },
  TagServerCertificate: ({ account }, { ServerCertificateName, Tags }) => {
    const certificate = find(account, ServerCertificateName);
    certificate.tags = addTags(certificate.tags, Tags);
    return {};
  },
  UntagServerCertificate: ({ account }, { ServerCertificateName, TagKeys }) => {
    const certificate = find(account, ServerCertificateName);
    certificate.tags = removeTags(certificate.tags, TagKeys);
    return {};
  },
  ListServerCertificateTags: (call, input) => {
    const { items, rest } = pageOf(
      call,
      input,
      find(call.account, input.ServerCertificateName).tags,
    );
    return { Tags: items, ...rest };
  },
} satisfies IamHandlers;

function find(account: Account, name: string): ServerCertificate {
  const certificate = account.serverCertificates.get(name.toLowerCase());
  return (
    certificate ??
    refuse('NoSuchEntity', `The Server Certificate with name ${name} cannot be found.`)
  );
}

function show(account: Account, certificate: ServerCertificate): api.ServerCertificateMetadata {
  return {
    Path: certificate.path,
    ServerCertificateName: certificate.name,
    ServerCertificateId: certificate.id,
    Arn: serverCertificateArn(account, certificate),
    UploadDate: certificate.uploadedAt,
    Expiration: certificate.expiresAt,
  };
}
