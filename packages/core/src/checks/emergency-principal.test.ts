import { expect, test } from 'vitest';
import { checkSettingsSchema } from '../model/settings.ts';

test.each([
  'user/alice',
  'role/a+b=c,d.e@f-g_h',
  'group/admins',
  'arn:aws:iam::111122223333:user/alice',
  'arn:aws-us-gov:iam::111122223333:role/rolecall/acme/Administrator',
])('%s names a principal', (text) => {
  expect(checkSettingsSchema.safeParse({ emergencyPrincipals: [text] }).success).toBe(true);
});

test.each([
  'alice',
  'User/alice',
  'policy/admin',
  'user/',
  'user/path/alice',
  'user/al ice',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::111122223333:policy/admin',
  'arn:aws:sts::111122223333:assumed-role/admin/me',
  '111122223333',
])('%s does not, and is refused with what to write', (text) => {
  const { error } = checkSettingsSchema.safeParse({ emergencyPrincipals: [text] });
  expect(error?.issues).toMatchObject([{ message: expect.stringContaining('user/NAME') }]);
});
