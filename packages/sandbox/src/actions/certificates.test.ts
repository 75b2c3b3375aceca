import * as aws from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { refusalOf, sandboxWithClients } from '../clients.fixture.ts';

/** Self-signed for www.example.com, valid until 2036-11-18; its key was thrown away. */
const pem = `-----BEGIN CERTIFICATE-----
MIIBijCCAS+gAwIBAgIUYLrdLKmSJN4UKc2pg92af9yPOpYwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMB4XDTI2MTEyMTAyNDUwMloXDTM2
MTExODAyNDUwMlowGjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEuoYSRK83b9H8D6PLaFozf1A2UOZwBY+z+9/1l2MT
410UdkHRtXCCYupA4zIOPLxRLI1NBzYY66tNHiWHrd7qnqNTMFEwHQYDVR0OBBYE
FAXzwe8Xa5TztShXwOFEl+LOUDCoMB8GA1UdIwQYMBaAFAXzwe8Xa5TztShXwOFE
l+LOUDCoMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAPO3wf5O
72ZzLYmY2i/x4IyFFgZHaWI4RrtGK6vTP/8bAiEApqG7cL0AsT0hgqG4OOWsFC48
g62FVoQiATBo9jhtCAE=
-----END CERTIFICATE-----`;

test('a server certificate expires when its certificate does', async () => {
  const { iam } = sandboxWithClients();
  const name = { ServerCertificateName: 'www' };
  const upload = new aws.UploadServerCertificateCommand({
    ...name,
    CertificateBody: pem,
    PrivateKey: 'key',
  });
  await iam.send(upload);
  expect(await refusalOf(iam.send(upload))).toMatchObject({ code: 'EntityAlreadyExists' });
  const { ServerCertificateMetadataList } = await iam.send(
    new aws.ListServerCertificatesCommand({}),
  );
  expect(ServerCertificateMetadataList).toMatchObject([
    { ...name, Expiration: new Date('2036-11-18T02:45:02Z') },
  ]);
  await iam.send(new aws.DeleteServerCertificateCommand(name));
  expect(await refusalOf(iam.send(new aws.GetServerCertificateCommand(name)))).toMatchObject({
    code: 'NoSuchEntity',
  });
});

test('signing certificates and SSH keys of a user', async () => {
  const { iam } = sandboxWithClients({ scenario: { users: { alice: {} } } });
  const UserName = 'alice';
  const uploadCertificate = new aws.UploadSigningCertificateCommand({
    UserName,
    CertificateBody: pem,
  });
  const { Certificate } = await iam.send(uploadCertificate);
  expect(await refusalOf(iam.send(uploadCertificate))).toMatchObject({
    code: 'DuplicateCertificate',
  });
  const certificate = { UserName, CertificateId: Certificate?.CertificateId };
  await iam.send(new aws.UpdateSigningCertificateCommand({ ...certificate, Status: 'Inactive' }));
  const listed = await iam.send(new aws.ListSigningCertificatesCommand({ UserName }));
  expect(listed.Certificates).toMatchObject([{ Status: 'Inactive' }]);

  const uploadKey = new aws.UploadSSHPublicKeyCommand({
    UserName,
    SSHPublicKeyBody: 'ssh-rsa AAAA',
  });
  const { SSHPublicKey } = await iam.send(uploadKey);
  expect(SSHPublicKey?.Fingerprint).toMatch(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/);
  expect(await refusalOf(iam.send(uploadKey))).toMatchObject({ code: 'DuplicateSSHPublicKey' });
  const { SSHPublicKeyId } = SSHPublicKey ?? {};
  const key = { UserName, SSHPublicKeyId };
  await iam.send(new aws.UpdateSSHPublicKeyCommand({ ...key, Status: 'Inactive' }));
  const { SSHPublicKeys } = await iam.send(new aws.ListSSHPublicKeysCommand({ UserName }));
  expect(SSHPublicKeys).toMatchObject([{ Status: 'Inactive' }]);

  await iam.send(new aws.DeleteSigningCertificateCommand(certificate));
  await iam.send(new aws.DeleteSSHPublicKeyCommand(key));
  await iam.send(new aws.DeleteUserCommand({ UserName }));
});
