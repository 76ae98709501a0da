import type { Specification } from '../../model/custom-format.ts';

/** What somebody would change of a server's rules, by the names that people know. */
export interface Edits {
  /** By profile name; `*` is every profile, and comes before one by name. */
  readonly profiles: Readonly<Record<string, ProfileEdit>>;
  /** By format name: its new conditions, or null to remove it. A name that is not there yet is added. */
  readonly formats: Readonly<Record<string, readonly Specification[] | null>>;
}

/** What is left out stays as it is. */
export interface ProfileEdit {
  /** By format name. */
  readonly scores?: Readonly<Record<string, number>>;
  readonly minimum?: number;
  readonly cutoff?: number;
  readonly step?: number;
  readonly upgrades?: boolean;
  /** A quality or group of the profile. */
  readonly qualityCutoff?: string;
}

/** A name in the edits that the rules do not have, with every name that would do. */
export interface UnknownName {
  readonly kind: 'profile' | 'format' | 'quality';
  readonly name: string;
  readonly known: readonly string[];
}
