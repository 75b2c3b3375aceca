export type MfaDeviceKind = 'virtual' | 'sms' | 'fido' | 'hardware-code';

/** AWS tells the kind of an MFA device by its serial number only: most are ARNs. */
export function mfaDeviceKind(serialNumber: string): MfaDeviceKind {
  if (!serialNumber.startsWith('arn:')) return 'hardware-code';
  if (serialNumber.includes(':u2f/')) return 'fido';
  return serialNumber.includes(':sms-mfa/') ? 'sms' : 'virtual';
}
