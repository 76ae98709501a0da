import type { MediaInfo } from '../../model/media-info.ts';
import type { IndexedFile } from '../shared/indexed-file.ts';

/** A release name that says other than what is in the file. */
export interface Contradiction {
  readonly indexed: IndexedFile;
  /** The word of the name: `HDR`. */
  readonly claimed: string;
  /** What the file has instead. */
  readonly found: string;
}

/** A fixed word of release names, and what the file must then have. */
interface Token {
  readonly word: string;
  readonly pattern: RegExp;
  /** What the file has in that respect; null where the server does not say. */
  readonly inFile: (info: MediaInfo) => string | null;
  readonly fits: (found: string) => boolean;
}

/** The end of a word in a release name: a dot, a blank, a bracket, an underscore or the name's end. */
const word = (pattern: string): RegExp => new RegExp(`(?:^|[^a-z0-9])(?:${pattern})(?![a-z0-9])`, 'i');
const has =
  (pattern: RegExp): Token['fits'] =>
  (found) =>
    pattern.test(found);
const video = ({ videoCodec }: MediaInfo): string | null => videoCodec;
const audio = ({ audioCodec }: MediaInfo): string | null => audioCodec;
const range = ({ dynamicRangeType, dynamicRange }: MediaInfo): string | null =>
  dynamicRangeType === null && dynamicRange === null
    ? null
    : `${dynamicRange ?? ''} ${dynamicRangeType ?? ''}`.trim();

/** Names of formats are never asked: a format may be called anything. */
const tokens: readonly Token[] = [
  { word: 'Dolby Vision', pattern: word('dv|dovi|dolby[ ._-]?vision'), inFile: range, fits: has(/\bDV\b/i) },
  {
    word: 'HDR10+',
    pattern: word(String.raw`hdr10(?:\+|plus)`),
    inFile: range,
    fits: has(/HDR10 ?(?:\+|Plus)/i),
  },
  { word: 'HDR', pattern: word('hdr|hdr10'), inFile: range, fits: has(/HDR|DV|PQ/i) },
  { word: 'HLG', pattern: word('hlg'), inFile: range, fits: has(/HLG/i) },
  {
    word: 'SDR',
    pattern: word('sdr'),
    inFile: range,
    fits: (found) => found === '' || /\bSDR\b/i.test(found),
  },
  { word: 'Atmos', pattern: word('atmos'), inFile: audio, fits: has(/Atmos/i) },
  { word: 'TrueHD', pattern: word('true-?hd'), inFile: audio, fits: has(/TrueHD/i) },
  { word: 'DTS:X', pattern: word('dts[-:. ]?x(?!26)'), inFile: audio, fits: has(/DTS[-: ]?X/i) },
  { word: 'DTS-HD', pattern: word('dts[-. ]?hd'), inFile: audio, fits: has(/DTS[- ]?(?:HD|X)/i) },
  { word: 'FLAC', pattern: word('flac'), inFile: audio, fits: has(/FLAC/i) },
  { word: 'x265', pattern: word('[xh][ .]?265|hevc'), inFile: video, fits: has(/265|HEVC/i) },
  { word: 'x264', pattern: word('[xh][ .]?264|avc'), inFile: video, fits: has(/264|AVC/i) },
  { word: 'AV1', pattern: word('av1'), inFile: video, fits: has(/AV1/i) },
  {
    word: '10 bit',
    pattern: word('10[- .]?bit'),
    inFile: ({ videoBitDepth }) =>
      videoBitDepth === null || videoBitDepth === 0 ? null : `${videoBitDepth} bit`,
    fits: has(/^1\d bit$/),
  },
];

/** The name that is judged: the release's, otherwise that of the file, as it came or as it is. */
export function judgedName({ file }: IndexedFile): string {
  const { sceneName, originalFilePath, relativePath } = file;
  return sceneName ?? originalFilePath ?? relativePath;
}

/** Every word of the release names that the files do not bear out. Files without media info are not judged. */
export function contradictions(files: readonly IndexedFile[]): readonly Contradiction[] {
  return files.flatMap((indexed) => {
    const { mediaInfo } = indexed.file;
    if (mediaInfo === null) return [];
    const name = judgedName(indexed);
    const claims = tokens.filter(({ pattern }) => pattern.test(name));
    return claims.flatMap((token) => contradiction(token, mediaInfo, indexed) ?? []);
  });
}

function contradiction(
  { word: claimed, inFile, fits }: Token,
  info: MediaInfo,
  indexed: IndexedFile,
): Contradiction | null {
  const found = inFile(info);
  if (found === null || fits(found)) return null;
  return { indexed, claimed, found: found === '' ? 'none' : found };
}
