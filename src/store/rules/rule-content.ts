import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { contentHash } from '../../lib/fingerprint.ts';
import type { CustomFormat } from '../../model/custom-format.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { DecidingSettings, Rules } from '../../model/rules.ts';

/** The kinds of rules that have a span each. */
export type RuleKind = 'profile' | 'format' | 'settings';

/** One rule of a reading, ready to be stored once. */
export interface PackedRule {
  readonly kind: RuleKind;
  readonly serverId: number;
  readonly hash: string;
  readonly text: string;
}

/** What a content is, without the server's id. */
export type RuleContent = Omit<QualityProfile, 'id'> | Omit<CustomFormat, 'id'> | DecidingSettings;

/** Each rule by itself: an edit of one profile stores one profile. */
export function packRules({ profiles, formats, settings }: Rules): readonly PackedRule[] {
  return [
    ...profiles.map(({ id, ...profile }) => packRule('profile', id, profile)),
    ...formats.map(({ id, ...format }) => packRule('format', id, format)),
    packRule('settings', 0, settings),
  ];
}

function packRule(kind: RuleKind, serverId: number, content: RuleContent): PackedRule {
  const text = JSON.stringify(content);
  return { kind, serverId, hash: contentHash(`${kind} ${text}`), text };
}

/** Few bytes for long lists of the same words. */
export function deflateText(text: string): Uint8Array {
  return deflateRawSync(text, { level: 9 });
}

/** The text that {@link deflateText} packed. */
export function inflateText(bytes: Uint8Array): string {
  return inflateRawSync(bytes).toString('utf8');
}

/** We wrote them ourselves: the types are told, not checked. */
const Profile = z.custom<Omit<QualityProfile, 'id'>>();
const Format = z.custom<Omit<CustomFormat, 'id'>>();
const Settings = z.custom<DecidingSettings>();

/** A profile as stored. */
export function profileOf(id: number, content: unknown): QualityProfile {
  return { id, ...Profile.parse(content) };
}

/** A format as stored. */
export function formatOf(id: number, content: unknown): CustomFormat {
  return { id, ...Format.parse(content) };
}

/** Settings as stored. */
export function settingsOf(content: unknown): DecidingSettings {
  return Settings.parse(content);
}
