/** What is taken along opens elsewhere: in a database, in the format's own toolkit, and as a picture of the size it says. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import JSONstat from 'jsonstat-toolkit';
import type { Page } from 'puppeteer-core';
import { sourceTable } from '../support/source-tables.ts';
import { onPage, type Stage } from '../support/stage.ts';

/** Prices in euros per period, and shares with decimals: what a wrong decimal mark would spoil. */
const youth = { table: 'jeugdzorg', indicator: 'jeugdhulp', region: 'GM0153' };

interface Taken {
  readonly csv: string;
  readonly dutch: string;
  readonly jsonStat: string;
  readonly svg: string;
  /** Base64. */
  readonly png: string;
}

function take(page: Page): Promise<Taken> {
  return page.evaluate(async ({ table, indicator }) => {
    const chart = document.querySelector<HTMLElementTagNameMap['trend-chart']>(
      `trend-chart[table=${table}][indicator=${indicator}]`,
    );
    if (!chart) throw new Error('No chart of it');
    const png = new Uint8Array((await (await chart.toPng())?.arrayBuffer()) ?? new ArrayBuffer());
    return {
      csv: chart.toCsv(),
      dutch: chart.toCsv('dutch'),
      jsonStat: chart.toJsonStat(),
      svg: await chart.toSvg(),
      png: btoa(Array.from(png, (byte) => String.fromCharCode(byte)).join('')),
    };
  }, youth);
}

/** Figures of the own municipality as the source file has them, by period. */
function expected(): readonly (readonly [string, number])[] {
  const { dimensions, periods, cell } = sourceTable(youth.table);
  const codeOf = (role: string | undefined, period: string, total = ''): string =>
    ({ geo: youth.region, time: period, metric: youth.indicator })[role ?? ''] ?? total;
  return periods.flatMap((period) => {
    const { value } = cell(dimensions.map(({ role, total }) => codeOf(role, period, total)));
    return value === '' ? [] : [[period, Number(value)] as const];
  });
}

async function readByDuckDb(csv: string, figure: string, options: string) {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-export-'));
  const file = join(folder, 'cijfers.csv');
  await writeFile(file, csv);
  const connection = await (await DuckDBInstance.create()).connect();
  try {
    const result = await connection.runAndReadAll(
      `SELECT "Perioden_code", "${figure}" FROM read_csv('${file}'${options}) WHERE "RegioS" = 'GM0153' AND "${figure}" IS NOT NULL`,
    );
    return { types: result.columnTypes().map(String), rows: result.getRows() };
  } finally {
    connection.closeSync();
    await rm(folder, { recursive: true });
  }
}

export function exportJourneys(stage: () => Stage): void {
  describe('what is taken along', () => {
    it('opens in a database, in both dialects, with figures as numbers', async () => {
      const { csv, dutch } = await onPage(stage(), '/', {}, ({ page }) => take(page));
      for (const [file, figure, options] of [
        [csv, 'value', ''],
        [dutch, 'waarde', `, decimal_separator=','`],
      ] as const) {
        const { types, rows } = await readByDuckDb(file, figure, options);
        assert.equal(types[1], 'DOUBLE');
        assert.deepEqual(
          rows.map(([period, value]) => [period, value]),
          expected(),
        );
      }
    });

    it('opens in the toolkit of its format, and as pictures', async () => {
      const { jsonStat, svg, png } = await onPage(stage(), '/', {}, ({ page }) => take(page));
      const dataset = JSONstat(JSON.parse(jsonStat));
      assert.equal(dataset.class, 'dataset');
      const axis = dataset.id.indexOf('RegioS');
      assert.ok(dataset.Dimension(axis).id.includes('GM0153'));
      const cells = expected().map((_, cell) => dataset.Data(cell)?.value);
      assert.ok(cells.some((value) => typeof value === 'number'));
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      const bytes = Buffer.from(png, 'base64');
      assert.deepEqual([...bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
      const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
      assert.equal(bytes.readUInt32BE(16), 2 * width);
    });
  });
}
