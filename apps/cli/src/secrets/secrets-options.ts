import { Option } from 'commander';

export const secretsDirOption = new Option(
  '--secrets-dir <folder>',
  'where passwords and access keys are put, encrypted (your own folder, mode 0700)',
);

export const secretsFormatOption = new Option(
  '--secrets-format <format>',
  'what is encrypted: JSON, or a table with the column names of AWS',
).choices(['json', 'csv']);
