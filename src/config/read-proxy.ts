import type { ProxySettings } from '../model/proxy-settings.ts';
import { decoded } from './decoded.ts';
import { type Environment, readVariable } from './environment.ts';
import type { Finding } from './setting.ts';

/** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in capitals or not; what is not in capitals wins, as in curl. */
export function readProxy(environment: Environment): {
  readonly proxy: ProxySettings;
  readonly secrets: readonly string[];
  readonly findings: readonly Finding[];
} {
  const http = readProxyAddress(environment, 'HTTP_PROXY');
  const https = readProxyAddress(environment, 'HTTPS_PROXY');
  const { value: noProxy } = either(environment, 'NO_PROXY');
  return {
    proxy: { httpProxy: http.url, httpsProxy: https.url, noProxy },
    secrets: [...http.secrets, ...https.secrets],
    findings: [...http.findings, ...https.findings],
  };
}

interface ProxyAddress {
  readonly url: string | null;
  readonly secrets: readonly string[];
  readonly findings: readonly Finding[];
}

function readProxyAddress(environment: Environment, capitals: string): ProxyAddress {
  const { name, value } = either(environment, capitals);
  if (value === null) return { url: null, secrets: [], findings: [] };
  const text = value.includes('://') ? value : `http://${value}`;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    const message = 'is no address of an HTTP proxy';
    const finding = {
      path: [name],
      message,
      hint: 'Write one such as http://proxy:3128',
      place: null,
      meant: null,
    };
    return { url: null, secrets: [], findings: [finding] };
  }
  const { password } = new URL(text);
  return { url: text, secrets: password === '' ? [] : [password, decoded(password)], findings: [] };
}

function either(
  environment: Environment,
  capitals: string,
): { readonly name: string; readonly value: string | null } {
  const small = readVariable(environment, capitals.toLowerCase());
  if (small !== null) return { name: capitals.toLowerCase(), value: small.trim() };
  return { name: capitals, value: readVariable(environment, capitals)?.trim() ?? null };
}
