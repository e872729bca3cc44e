import { createApiRoot } from '../../../src/host/api';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import { createOfficePage, ORIGIN } from '../../../src/host/node/officePage';
import { AddinHost } from '../../../src/host/protocol/addinHost';
import type { RequestBody, ResponseBody } from '../../../src/host/protocol/request';
import { settle } from './fakes';

/** A batch as it went over the wire. */
export interface Exchange {
  readonly request: RequestBody;
  readonly flags: number;
  readonly answer: ResponseBody;
}

type Operation = (context: Excel.RequestContext, excel: typeof Excel) => unknown;

/** One after the other on one workbook; names are those of the recordings. */
const operations: readonly [string, Operation][] = [
  [
    '01-write-values',
    ({ workbook }) => {
      workbook.worksheets.getActiveWorksheet().getRange('A1:C3').values = [
        ['Customer', 'Due', 'Amount'],
        ['Acme', 45000, 1200.5],
        ['Globex', 45010, 80],
      ];
    },
  ],
  [
    '02-read-values',
    ({ workbook }) => {
      workbook.worksheets
        .getItem('Sheet1')
        .getRange('A1:C3')
        .load('values,address,format/fill/color');
    },
  ],
  [
    '03-set-format',
    async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:C1');
      range.format.fill.color = '#FFEE00';
      range.format.font.bold = true;
      range.numberFormat = [['@', '@', '0.00']];
      await context.sync();
      range.load('format/fill/color,format/font/bold,numberFormat');
    },
  ],
  [
    '04-table-add',
    ({ workbook }) => {
      const table = workbook.tables.add('Sheet1!A1:C3', true);
      table.name = 'Aging';
      table.load('name,id,style');
      table.getDataBodyRange().load('values');
    },
  ],
  [
    '05-rule-add',
    ({ workbook }, excel) => {
      const body = workbook.tables.getItem('Aging').getDataBodyRange();
      const rule = body.conditionalFormats.add(excel.ConditionalFormatType.custom);
      rule.custom.rule.formula = '=$B2<TODAY()-90';
      rule.custom.format.fill.color = '#FF0000';
      rule.load('type,priority,stopIfTrue');
    },
  ],
  [
    '06-worksheet-add',
    ({ workbook }) => {
      workbook.worksheets.add('AR Ageing').load('name,id,position');
    },
  ],
  [
    '07-null-objects',
    ({ workbook }) => {
      workbook.worksheets.getItemOrNullObject('Nope').load('name');
      workbook.names.getItemOrNullObject('AgeBuckets');
    },
  ],
  [
    '08-item-not-found',
    ({ workbook }) => {
      workbook.worksheets.getItem('Nope').load('name');
    },
  ],
  [
    '09-names',
    async (context) => {
      const { names, worksheets } = context.workbook;
      names.add('Amounts', worksheets.getItem('Sheet1').getRange('C2:C3'));
      await context.sync();
      const name = names.getItem('Amounts').load('name,formula,type,visible');
      name.getRange().load('values,address');
    },
  ],
  [
    '10-collections',
    ({ workbook }) => {
      workbook.worksheets.load('items/name,items/tables/items/name');
      workbook.tables.getCount();
    },
  ],
  [
    '11-whole-column',
    ({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      sheet.getRange('C:C').getUsedRange(true).load('address,rowCount');
    },
  ],
  [
    '12-duplicate-sheet',
    ({ workbook }) => {
      workbook.worksheets.add('Sheet1');
    },
  ],
  [
    '13-not-implemented',
    ({ workbook }) => {
      workbook.worksheets.getItem('Sheet1').shapes.load('items/name');
    },
  ],
  [
    '14-events',
    async (context) => {
      const listen = () => Promise.resolve();
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const handle = sheet.onChanged.add(listen);
      sheet.onCalculated.add(listen);
      context.workbook.tables.getItem('Aging').onChanged.add(listen);
      context.workbook.worksheets.onChanged.add(listen);
      await context.sync();
      sheet.getRange('B2').values = [[1]];
      await context.sync();
      handle.remove();
    },
  ],
  [
    '15-large-write',
    ({ workbook }) => {
      const rows = Array.from({ length: 800 }, (_, i) => [`C${i}`, i, `账${i}`]);
      workbook.worksheets.getItem('AR Ageing').getRange('A1:C800').values = rows;
    },
  ],
  [
    '16-set',
    ({ workbook }) => {
      const range = workbook.worksheets.getItem('AR Ageing').getRange('E1');
      range.set({ formulas: [['=SUM(B1:B800)']], format: { font: { italic: true } } });
      range.load('values,formulas,valueTypes,text');
    },
  ],
  [
    '17-objects-as-arguments',
    ({ workbook }) => {
      const sheet = workbook.worksheets.getItem('AR Ageing');
      const joined = sheet.getRange('A1').getBoundingRect(sheet.getRange('C3'));
      joined.getIntersectionOrNullObject('Z9').load('address');
      joined.load('address,cellCount');
    },
  ],
  [
    '18-settings',
    ({ workbook }) => {
      workbook.settings.add('asOf', '2025-06-30');
      workbook.settings.load('items/key,items/value');
    },
  ],
  [
    '19-tracked-across-batches',
    async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const range = sheet.getRange('A2:C3');
      await context.sync();
      range.getRow(1).load('values');
      await context.sync();
      range.untrack();
    },
  ],
];

/** Runs the operations through office.js. @returns what each sent and got, by name */
export async function record(): Promise<Map<string, Exchange[]>> {
  const result = new Map<string, Exchange[]>();
  const open = new Map<number, Omit<Exchange, 'answer'>>();
  let current: Exchange[] = [];
  const host = new AddinHost({
    workbook: createWorkbook(),
    createRoot: createApiRoot,
    pageUrl: `${ORIGIN}/taskpane.html`,
    hostOrigin: ORIGIN,
    locale: 'en-US',
  });
  const page = createOfficePage(host.frameUrl(), (message) => {
    const sent = JSON.parse(String(message.data)) as RequestMessage;
    const [, , , , text, , flags] = sent._data?.ArrayData ?? [];
    if (text) {
      const request = JSON.parse(text) as RequestBody;
      const isService = Object.values(request.ObjectPaths).some((p) => p.ObjectPathType === 2);
      if (!isService) open.set(sent._correlationId, { request, flags: Number(flags) });
    }
    host.receive({ ...message, source: tap });
  });
  const tap = {
    postMessage: (text: string, origin: string) => {
      const answer = JSON.parse(text) as AnswerMessage;
      const asked = open.get(answer._correlationId);
      if (asked && open.delete(answer._correlationId)) {
        const body = answer._data.Data?.[2];
        current.push({ ...asked, answer: JSON.parse(body ?? 'null') as ResponseBody });
      }
      page.window.postMessage(text, origin);
    },
  };
  host.connect(tap);
  const { Excel: excel } = await page.start();
  await settle();
  for (const [name, operation] of operations) {
    result.set(name, (current = []));
    await excel
      .run(async (context) => {
        await operation(context, excel);
        await context.sync();
      })
      .catch(() => undefined); // the answer holds the error
    await settle(); // references are let go of after the run
  }
  host.dispose();
  page.dispose();
  return result;
}

interface RequestMessage {
  readonly _correlationId: number;
  readonly _data?: {
    readonly ArrayData?: readonly [string, string, string, unknown, string, number, number];
  };
}

interface AnswerMessage {
  readonly _correlationId: number;
  readonly _data: { readonly Data?: readonly [number, unknown, string] };
}
