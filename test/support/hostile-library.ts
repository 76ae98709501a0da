import type { Item } from '../../src/model/item.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { InstanceResult } from '../../src/outputs/output.ts';
import { aFile, anItem, aProfile, aQuality } from './builders.ts';

/** Texts that break what is written without care. */
export const hostileTexts: readonly string[] = [
  '=HYPERLINK("http://evil.example";"click")',
  '+1+1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00A0\u200B\uFEFF=1+1',
  '＝1＋1',
  '－1',
  '＠A1',
  '＋1',
  "'=already",
  'a "quoted", text; with\ttabs',
  'line one\r\nline two\nline three\rline four',
  ' blanks at both ends ',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'bidi \u202E evil \u2066marks\u2069',
  'separators \u2028 and \u2029',
  'emoji 👩‍👩‍👧‍👦 🏳️‍🌈',
  'Ｗide ｌｅｔｔｅｒｓ, 漢字, العربية',
  '\\"\\u0000\\',
  'control \u0001\u001B[2J',
  '\u{FFFD}',
  'x'.repeat(4000),
  '',
];

/** A small library of both services in which every text is hostile. */
export function aHostileLibrary(): readonly MediaFile[] {
  return [...movies(), ...episodes()];
}

/** How the instances of that library fared: one read with faults, one that failed. */
export function hostileResults(): readonly InstanceResult[] {
  const url = 'http://radarr.home.example:7878/films/api/v3/moviefile';
  return [
    {
      ok: true,
      service: 'radarr',
      name: 'main',
      server: { appName: 'Radarr', version: '6.1.0.10300' },
      startedAt: new Date('2026-11-24T10:00:00Z'),
      finishedAt: new Date('2026-11-24T10:00:02Z'),
      counts: { items: 5, files: 3, itemsWithoutFile: 1, repairedTexts: 2 },
      skipped: [{ itemId: 9, title: '=1+1', failure: { kind: 'gone', url } }],
      oddities: [
        { kind: 'extra-file', itemId: 1, title: '</script>', fileId: 90 },
        { kind: 'missing-file', itemId: 2, title: 'Metropolis', fileId: 91 },
        { kind: 'sum-differs', itemId: 3, title: 'Metropolis', fileId: 3, sum: 5, score: 6 },
        { kind: 'rules-moved' },
        { kind: 'rules-unchecked', failure: { kind: 'timeout', url, afterMs: 60_000 } },
      ],
    },
    {
      ok: false,
      service: 'sonarr',
      name: 'main',
      failure: { kind: 'list-broken', url, problem: 'System.FormatException: "</script>"' },
    },
  ];
}

const formats = [
  { id: 1, name: 'HDR', score: 500 },
  { id: 2, name: 'HEVC', score: 0 },
  { id: 3, name: '=LQ; (bad)', score: -10_000 },
];

function movies(): readonly MediaFile[] {
  const [formula = '', plus = '', minus = ''] = hostileTexts;
  const base = aFile({ profile: aProfile({ name: '+Best "of" everything', minFormatScore: -50 }) });
  return [
    { ...base, fileId: 1, item: aHostileItem(1, formula), formats, score: -9500 },
    { ...base, fileId: 2, item: aHostileItem(2, plus), path: minus, sceneName: '', languages: null },
    { ...base, fileId: 3, item: aHostileItem(3, 'x'.repeat(50)), edition: '@cut', releaseGroup: null },
  ];
}

function episodes(): readonly MediaFile[] {
  const base = aFile({
    service: 'sonarr',
    profile: aProfile({ id: 2, name: 'TV', cutoff: 1000, items: [], language: null }),
    quality: aQuality({ name: 'WEBDL-1080p', source: 'web', modifier: null }),
    languages: [
      { id: 1, name: 'English' },
      { id: 2, name: 'French' },
    ],
    indexerFlags: { bits: 9, names: ['freeleech', '=internal'] },
    releaseType: 'multiEpisode',
    mediaInfo: aMediaInfo(),
  });
  const episode = { tvdbId: 5, isMonitored: true, airDate: '2018-09-08' };
  const two = [
    { ...episode, id: 1, number: 2, title: '</script>' },
    { ...episode, id: 2, number: 3, title: '\u202Eline\u2028one', airDate: null },
  ];
  const item = { ...aHostileItem(4, '\t=1+1'), tvdbId: 77, tmdbId: null, imdbId: null };
  const hits = formats.slice(1, 2);
  return [
    { ...base, fileId: 4, item, part: { season: 1, episodes: two }, formats: hits, score: 0 },
    { ...base, fileId: 5, item, part: { season: 0, episodes: [] }, sizeBytes: 0, isQualityCutoffMet: false },
  ];
}

/** The second one lacks what a server may lack. */
function aHostileItem(id: number, title: string): Item {
  const lacking = id === 2 ? { year: 0, runtimeMinutes: 0, originalLanguage: null, rootFolder: null } : {};
  return anItem({ id, title, tags: ['-4k', 'a;b'], ...lacking });
}

function aMediaInfo(): MediaFile['mediaInfo'] {
  return {
    resolution: '1920x1080',
    dynamicRange: 'HDR',
    dynamicRangeType: 'DV HDR10',
    videoCodec: 'x265',
    videoBitDepth: 10,
    videoBitrate: 0,
    audioCodec: 'TrueHD Atmos',
    audioChannels: 7.1,
    audioBitrate: null,
    audioLanguages: 'eng/fre',
    subtitles: '',
    runtimeSeconds: 8000,
  };
}
