import type { Column, Row, TableBlock } from '../../src/model/block.ts';
import type { Cell, Marks, TitleCell } from '../../src/model/cell.ts';
import type { Change, FileState } from '../../src/model/change.ts';
import { slotsOf } from '../../src/model/changes/slots-of.ts';
import type { Library, LibraryFile, LibraryInstance } from '../../src/model/library.ts';
import type { Page, Report, Section } from '../../src/model/report.ts';
import type { Service } from '../../src/model/service.ts';
import { anItem } from './builders.ts';
import { aHostileLibrary, hostileTexts } from './hostile-library.ts';

const at = new Date('2026-11-22T11:27:00Z');

/** A report in which every text is hostile, with every kind of block and cell, and one instance that failed. */
export function aHostileReport(): Report {
  const library = aHostileLibraryOf();
  return { library, generatedAt: new Date('2026-11-22T11:28:00Z'), sections: hostileSections(library) };
}

function aHostileLibraryOf(): Library {
  const files = aHostileLibrary().map((file, place): LibraryFile => {
    const text = hostileTexts[(place * 5) % hostileTexts.length] ?? '';
    const item = place === 1 ? anItem({ ...file.item, title: 'x'.repeat(4000) }) : file.item;
    return { ...file, item, releaseGroup: text, staleSince: place === 4 ? at : null };
  });
  const instances = (['radarr', 'sonarr'] as const).map((service) => anInstance(service, files));
  return {
    takenAt: at,
    instances,
    files,
    changes: files.map(aChange),
    ruleChanges: [],
    events: [],
    days: [],
  };
}

function anInstance(service: Service, files: readonly LibraryFile[]): LibraryInstance {
  const own = files.filter((file) => file.service === service);
  const profiles = [...new Map(own.map(({ profile }) => [profile.id, profile])).values()];
  const formats = [...new Map(own.flatMap((file) => file.formats).map((hit) => [hit.id, hit])).values()];
  return {
    instance: { service, name: 'main' },
    server: { appName: 'Radarr', version: '6.1.0', urlBase: '', isWindows: false, authentication: null },
    externalUrl: service === 'radarr' ? 'https://films.example/radarr/' : 'javascript:alert(1)',
    rules: {
      service,
      profiles,
      formats: formats.map(({ id, name }) => ({ id, name, includedWhenRenaming: false, specifications: [] })),
      settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null },
    },
    items: new Map(own.map(({ item }) => [item.id, item])),
    itemsWithoutFile: 1,
    firstReadAt: at,
    readAt: at,
    failure: null,
    triedAt: at,
    skipped: [{ itemId: 9, title: '</script>', failure: { kind: 'gone', url: 'http://radarr.example' } }],
    historySince: null,
  };
}

function aChange(file: LibraryFile): Change {
  const [slot] = slotsOf(file, { service: file.service, name: file.instance });
  const after: FileState = {
    fileId: file.fileId,
    relativePath: file.relativePath,
    quality: file.quality,
    sizeBytes: file.sizeBytes,
    releaseGroup: file.releaseGroup,
    profileName: file.profile.name,
    score: file.score,
    formats: file.formats,
  };
  const place = slot ?? {
    instance: { service: file.service, name: file.instance },
    itemKey: `item:${file.item.id}`,
    episode: null,
    title: file.item.title,
    year: file.item.year,
  };
  return {
    slot: place,
    at,
    since: null,
    kind: 'new',
    before: null,
    after,
    replacement: null,
    attributes: [],
    causes: [{ kind: 'file-replaced', points: file.score }],
  };
}

const marks: Marks = { minimum: 0, cutoff: 100, bestSeen: 90 };

/** One section a page, each with blocks of every kind. */
function hostileSections({ files }: Library): readonly Section[] {
  const title: TitleCell = {
    kind: 'title',
    title: hostileTexts[17] ?? '',
    detail: '1984',
    fileKey: `radarr/main#${files[0]?.fileId ?? 1}`,
  };
  return pages.map((page) => ({
    name: `hostile-${page}`,
    title: '<img src=x onerror=alert(1)>',
    subtitle: 'a | b & <i>',
    page,
    count: 3,
    headline: '3 of 5 files, and [a link](javascript:alert(1))',
    caveats: ['few files </script>'],
    findings: [aFinding()],
    blocks: [
      aMetric('hostile-files'),
      { ...aMetric('hostile-unknown'), value: null, unit: 'index', files: null },
      hostileTable(title),
      {
        ...named('bars'),
        kind: 'bars',
        isOverTime: false,
        unit: 'gain',
        parts: ['points'],
        bars: hostileTexts
          .slice(0, 4)
          .map((label, place) => ({ label, values: [place * 100 - 150], files: null })),
      },
      {
        ...named('grouped'),
        kind: 'bars',
        isOverTime: false,
        unit: 'count',
        parts: ['one', 'two'],
        bars: ['Jan', 'Feb'].map((label) => ({ label, values: [1, null], files: null })),
      },
      {
        ...named('line'),
        kind: 'line',
        unit: 'percent',
        step: 'day',
        days: ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'],
        series: [{ label: '</script>', values: [10, null, null, 20] }],
        marks: [{ day: '2026-11-23', label: 'edited' }],
      },
      {
        ...named('scatter'),
        kind: 'scatter',
        x: { label: 'Size', unit: 'bytes' },
        y: { label: 'Score', unit: 'score' },
        points: [
          { x: 5e9, y: 100, title, isMarked: true },
          { x: 9e9, y: -20, title, isMarked: false },
        ],
      },
    ],
  }));
}

const pages: readonly Page[] = ['overview', 'act', 'formats', 'profiles', 'trends', 'seasons', 'about'];

function named(name: string): { readonly name: string; readonly title: string; readonly subtitle: string } {
  return { name, title: `${name} <b>"&'</b>`, subtitle: 'one sentence' };
}

function aFinding(): Section['findings'][number] {
  return {
    severity: 'high',
    title: '<script>alert(1)</script>',
    place: '“=1+1”',
    why: 'because `*_[]',
    mend: 'mend it',
    count: 2,
    counted: 'files',
    files: { filter: 'score < 0', count: 2 },
  };
}

function aMetric(name: string): Extract<Section['blocks'][number], { kind: 'metric' }> {
  return {
    ...named(name),
    kind: 'metric',
    value: 5,
    unit: 'count',
    tone: 'neutral',
    note: 'of 5',
    files: { filter: '', count: 5 },
  };
}

const cells: readonly (readonly [Column['type'], Cell])[] = [
  ['text', '=1+1 | </td>'],
  ['severity', 'medium'],
  ['state', 'below minimum'],
  ['date', at],
  ['yes-no', true],
  ['score', -1234],
  ['gain', 900],
  ['bytes', 5e9],
  ['percent', 12.345],
  ['points-per-gb', 1.5],
  ['days', 3],
  [
    'states',
    {
      kind: 'states',
      counts: { closed: 1, 'format open': 2, 'quality open': 0, 'below minimum': 3, 'upgrades off': 4 },
    },
  ],
  [
    'formats',
    {
      kind: 'formats',
      formats: [
        { name: '</b>', score: 50 },
        { name: '=LQ', score: -10 },
      ],
    },
  ],
  ['distribution', { kind: 'distribution', from: -100, binWidth: 50, files: [1, 0, 4, 2], lower: 3, marks }],
  ['range', { kind: 'range', p5: -50, p25: 0, median: 20, p75: 60, p95: 80, marks }],
  [
    'strip',
    {
      kind: 'strip',
      marks,
      files: [{ label: 'E01', score: 5, state: 'closed', isMonitored: false, fileKey: 'sonarr/main#4' }],
    },
  ],
  ['spark', { kind: 'spark', values: [1, null, 3] }],
  ['score', null],
];

function hostileTable(title: TitleCell): TableBlock {
  const columns = cells.map(
    ([type], place): Column => ({
      key: `c${place}`,
      label: `${type} ${place}`,
      type,
      rank: place < 6 ? 1 : 2,
      hasBar: type === 'gain',
    }),
  );
  const row: Row = {
    cells: [title, ...cells.map(([, cell]) => cell)],
    files: { filter: 'score < 0', count: 2 },
  };
  return {
    ...named('table'),
    kind: 'table',
    columns: [{ key: 'title', label: 'Title', type: 'title', rank: 1, hasBar: false }, ...columns],
    rows: Array.from({ length: 12 }, () => row),
    empty: 'nothing',
  };
}
