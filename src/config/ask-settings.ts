import { appNames, type Service, services } from '../model/service.ts';
import { checkAddress } from './address.ts';
import { keyFlaw, keySentences } from './api-key.ts';
import { newSetting } from './new-setting.ts';
import type { Questions } from './questions.ts';
import type { Setting } from './setting.ts';

/** What every fresh installation listens on. */
const ports: Readonly<Record<Service, number>> = { radarr: 7878, sonarr: 8989 };

/** Asks for one server of each service, again where an answer will not do; `null`: the person has left. */
export async function askSettings(questions: Questions): Promise<readonly Setting[] | null> {
  const settings: Setting[] = [];
  for (const service of services) {
    const url = await askAddress(service, questions);
    if (url === null) return null;
    if (url === '') continue;
    settings.push(newSetting([service, 'main', 'base_url'], url));
    const key = await askKey(service, questions);
    if (key === null) return null;
    settings.push(newSetting([service, 'main', 'api_key'], key));
  }
  return settings;
}

/** Asks for the key of a server until it can be one; `null`: the person has left. */
export async function askKey(service: Service, questions: Questions): Promise<string | null> {
  const where = 'Settings, General, Security, API Key';
  for (;;) {
    const key = await questions.askHidden(`API key of ${appNames[service]} (${where}; not shown): `);
    if (key === null) return null;
    const flaw = keyFlaw(key);
    if (flaw === null) return key;
    questions.say(`This ${keySentences[flaw].message}.`);
  }
}

async function askAddress(service: Service, questions: Questions): Promise<string | null> {
  const example = `http://localhost:${ports[service]}`;
  for (;;) {
    const text = await questions.ask(`Address of ${appNames[service]}, such as ${example} (empty: none): `);
    if (text === null || text === '') return text;
    const address = checkAddress(text);
    if (address.ok) return address.url;
    questions.say(`${address.message}. ${address.hint}.`);
  }
}
