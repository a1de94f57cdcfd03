import { counted } from '../english.js';
import type { Complaint, RequiredSetting, WrongSetting } from './settings.js';

/** What each setting is that must be there, and where it is found. */
const REQUIRED: Readonly<Record<RequiredSetting, string>> = {
  MicrosoftAppId: 'the app id of the bot (Azure portal: the Azure Bot, Configuration, Microsoft App ID)',
  PUBLIC_URL: 'where the bot is reached, such as https://advisor.contoso.com',
  DEVELOPER_NAME: 'the name of your company, as Teams shows it under the app',
};

/** What a setting must be, and the remedy. */
const MUST_BE: Readonly<Record<WrongSetting['kind'], string>> = {
  id: 'be an id such as 0c1f9a52-6f3e-4d0b-9a51-2f7f0c7d3e41. Copy it from the Azure portal.',
  origin:
    'be https:// and a public host name, without a port or a path, such as https://advisor.contoso.com.',
  address: 'be an address that begins with https:// and a public host name.',
  name: 'have 32 characters at most. Shorten it.',
  switch: 'be on or off.',
  reference:
    'be the id of an API key registration, as the Developer Portal of Teams shows it (Tools, API key registration).',
};

/** Everything that is missing or wrong, a line each. */
export function complaintText({ missing, wrong }: Complaint): string {
  const is = missing.length === 1 ? 'A setting is' : `${counted(missing.length, 'setting')} are`;
  return [
    ...(missing.length === 0 ? [] : [`${is} missing. Set what follows in .env and try again:`]),
    ...missing.map((setting) => `  ${setting}: ${REQUIRED[setting]}`),
    ...wrong.map(({ setting, value, kind }) => `${setting} is “${value}”, but must ${MUST_BE[kind]}`),
  ].join('\n');
}
