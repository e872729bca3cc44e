import { FunctionsHost, metadataOf } from './functionsHost';

type Cells = readonly (readonly unknown[])[];

const { functions } = metadataOf('functions.json');
const host = new FunctionsHost();
let catalogue: Readonly<Record<string, (...args: unknown[]) => unknown>>;
beforeAll(async () => {
  await host.boot();
  catalogue = (await import('../../src/functions/catalogue')).CATALOGUE as never;
});
afterAll(() => host.dispose());

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Other cells that say the same as one, by what a parameter takes. */
const SPELLINGS = {
  date: (cell: unknown) => {
    const [y, m, d] = new Date(Date.UTC(1899, 11, 30 + Number(cell)))
      .toISOString()
      .slice(0, 10)
      .split('-') as [string, string, string];
    const short = [y, +m, +d];
    return [
      `${y}年${+m}月${+d}日`,
      short.join('/'),
      short.join('.'),
      `${y}-${m}-${d}`,
      fullWidth(short.join('-')),
      y + m + d,
      Number(y + m + d),
      Number(cell) + 0.75,
    ];
  },
  amount: (cell: unknown) => {
    const text = Math.abs(Number(cell)).toFixed(2);
    const grouped = text.replace(/\B(?=(\d{3})+\.)/g, ',');
    return Number(cell) < 0
      ? [`(${grouped})`, `（${grouped}）`, `-${text}`, `${text}-`, `−￥${grouped}`]
      : [text, `￥${grouped}`, `¥ ${grouped}`, `${grouped}元`, fullWidth(grouped), `RMB ${text}`];
  },
  number: (cell: unknown) => [` ${Number(cell)} `, fullWidth(`${Number(cell)}`), percent(cell)],
  word: (cell: unknown) => [
    ` ${String(cell)}　`,
    String(cell).replace(/\d/g, (digit) => fullWidth(digit)),
  ],
  /** Any text is one; told from others without blanks around it. */
  name: (cell: unknown) => [` ${String(cell)}　`],
  /** Any text is one, and answered as it is. */
  label: () => [],
  /** Read as a run reads it; an error costs its row. */
  ledger: () => [],
} as const satisfies Record<string, (cell: unknown) => unknown[]>;

const percent = (cell: unknown) => `${Number(cell) * 100}%`;

/** How a function takes one of its arguments. */
interface Argument {
  readonly is: keyof typeof SPELLINGS;
  readonly cells: Cells;
  /** What comes where all these cells are blank; a pattern is of the reason why nothing does. */
  readonly blank: unknown;
  /** Whether cells below each other have answers below each other. */
  readonly isColumn: boolean;
}

const argument =
  (is: Argument['is']) =>
  (cells: unknown, blank: unknown, isColumn = false): Argument => ({
    is,
    cells: rowsOf(cells),
    blank,
    isColumn,
  });
const date = argument('date');
const amount = argument('amount');
const number = argument('number');
const word = argument('word');
const name = argument('name');
const label = argument('label');
const ledger = argument('ledger');
const COLUMN = true;

const rowsOf = (answer: unknown): Cells => (Array.isArray(answer) ? (answer as Cells) : [[answer]]);

const [MAY_15, MAY_30, MAY_31, JUNE_30, JULY_1, OCTOBER_11] = [
  45_792, 45_807, 45_808, 45_838, 45_839, 45_941,
];
const asOf = date(JUNE_30, /^缺少 基准日 asOf/);
const locked = '锁单：超额度 30000.00，逾期 45 天';
const tableHeader = ['客户', '未到期', '1–30', '>30', '未核销', '合计'];

/** Of every function: what it answers, and its arguments. */
const TABLE: Readonly<Record<string, readonly [answer: unknown, ...takes: Argument[]]>> = {
  AGING_BUCKET: [
    'd',
    date(MAY_31, '', COLUMN),
    asOf,
    number([[10, 20, 40, 80, 160]], 'b'),
    label([['a', 'b', 'c', 'd', 'e', 'f', 'g']], '21–40'),
  ],
  OVERDUE_DAYS: [30, date(MAY_31, '', COLUMN), asOf],
  AGE_DAYS: [30, date(MAY_31, '', COLUMN), asOf],
  DUE_DATE: [
    MAY_31,
    date(MAY_15, '', COLUMN),
    word('月结30天', '', COLUMN),
    word('含当月', JUNE_30, COLUMN),
    date(
      [
        [MAY_30, ''],
        [MAY_31, '班'],
      ],
      MAY_30,
    ),
  ],
  RISK_CLASS: [
    'c',
    number(45, '', COLUMN),
    number([[0, 30, 60, 90]], 'b'),
    label([['a'], ['b'], ['c'], ['d'], ['e']], '次级'),
  ],
  WARNING_LEVEL: [
    2,
    date(JUNE_30 - 2, '', COLUMN),
    asOf,
    date(JUNE_30 - 3, 0),
    number(7, 2),
    number([[30, 60]], 2),
  ],
  RFA_SCORE: [
    40,
    number(30, '', COLUMN),
    number(0.75, '', COLUMN),
    number(0.4, '', COLUMN),
    number([['weights', 1, 0, 0]], 58),
  ],
  RFA_TIER: ['极高', number(58, '', COLUMN), number([['tiers', 20, 40, 55]], '高')],
  RFA: [
    [[30, 0, 0.4, 34, '中']],
    name('宏达汽配', [['', '', '', '', '']], COLUMN),
    ledger(
      [
        ['客户名称', '到期日', '应收金额', '余额'],
        ['宏达汽配', '2025-5-31', 1000, 400],
        ['宏达汽配', '2025-7-31', 600, 600],
      ],
      /^看不出台账/,
    ),
    asOf,
  ],
  OVERDUE_PROB: [
    0.5,
    number([[1, 2]], '', COLUMN),
    number(
      [
        ['截距', 0, '', ''],
        ['x', 0.5, 0, 9],
        ['y', -0.25, '', ''],
        ['校准', 0, 1, ''],
      ],
      /^模型要有截距和系数/,
    ),
  ],
  EXPECTED_LOSS: [
    246.9,
    number(0.5, '', COLUMN),
    amount(1234.5, '', COLUMN),
    number(0.4, 277.76, COLUMN),
  ],
  AGING_TABLE: [
    [
      tableHeader,
      ['甲', 0, 1234.5, 0, 0, 1234.5],
      ['乙', 0, 0, 0, -1200, -1200],
      ['合计', 0, 1234.5, 0, -1200, 34.5],
    ],
    name(
      [['甲'], ['乙']],
      [
        tableHeader,
        ['（未填客户）', 0, 1234.5, 0, -1200, 34.5],
        ['合计', 0, 1234.5, 0, -1200, 34.5],
      ],
    ),
    date([[MAY_31], [JULY_1]], /^第 1 个没有到期日/),
    amount([[1234.5], [-1200]], [tableHeader, ['合计', 0, 0, 0, 0, 0]]),
    asOf,
    number(
      [[30]],
      [
        ['客户', '未到期', '1–30', '31–60', '61–90', '91–180', '181–365', '>365', '未核销', '合计'],
        ['甲', 0, 1234.5, 0, 0, 0, 0, 0, 0, 1234.5],
        ['乙', 0, 0, 0, 0, 0, 0, 0, -1200, -1200],
        ['合计', 0, 1234.5, 0, 0, 0, 0, 0, -1200, 34.5],
      ],
    ),
  ],
  OPEN_AMOUNT: [
    -1000,
    amount(-1200, '', COLUMN),
    amount(-200, -1200, COLUMN),
    date(JUNE_30, -1000),
    date(MAY_31, -1000, COLUMN),
    date(JUNE_30, -1000, COLUMN),
  ],
  FIFO_OPEN: [
    [[234.5], [0]],
    date([[MAY_31], [JUNE_30]], [[234.5], [0]]),
    amount([[1234.5], [0]], [[''], [-1000]]),
    amount([[0], [1000]], [[1234.5], ['']]),
    asOf,
  ],
  DSO: [
    18,
    word('best', /^没有这种方法/),
    amount(500, '', COLUMN),
    amount([[400, 600, 500]], ''),
    number([[31, 28, 31]], ''),
    amount(300, '', COLUMN),
  ],
  CEI: [
    0.75,
    amount(1000, '', COLUMN),
    amount(500, '', COLUMN),
    amount(600, '', COLUMN),
    amount(300, '', COLUMN),
  ],
  TOP_SHARE: [
    0.8,
    name([['甲'], ['乙'], ['甲'], ['丙']], 1),
    amount([[300], [200], [100], [400]], ''),
    number(2, 1),
  ],
  ROLL_RATE: [0.25, amount(1000, '', COLUMN), amount(200, '', COLUMN), amount(50, 0.2, COLUMN)],
  ECL_RATE: [
    [[0.22, 0.44, 0.88]],
    number([[0.5, 0.5]], [[0.88, 0.88, 0.88]]),
    number(0.8, [[0.275, 0.55, 1]]),
    number(0.1, [[0.2, 0.4, 0.8]]),
  ],
  LATE_INTEREST: [
    30,
    amount(36_500, '', COLUMN),
    date(MAY_31, '', COLUMN),
    date(JUNE_30, '', COLUMN),
    number(0.01, '', COLUMN),
    number(365, 30),
  ],
  CREDIT_CHECK: [
    locked,
    amount(500_000, '通过', COLUMN),
    amount(480_000, '通过', COLUMN),
    amount(50_000, '', COLUMN),
    number(45, '锁单：超额度 30000.00', COLUMN),
    amount(20_000.29, locked, COLUMN),
    number(30, locked),
    amount(20_000.28, locked),
    word('同时', locked),
  ],
  CN_WORKDAY: [
    JULY_1 + 1,
    date(JUNE_30, '', COLUMN),
    number(1, '', COLUMN),
    date([[JULY_1]], JULY_1),
  ],
  CN_NETWORKDAYS: [
    4,
    date(JUNE_30, '', COLUMN),
    date(JULY_1 + 3, '', COLUMN),
    date([[JULY_1, '']], 5),
  ],
  CN_IS_WORKDAY: [false, date(OCTOBER_11, '', COLUMN), date([[OCTOBER_11]], true)],
};

const PARAMETERS = functions.flatMap(({ id, parameters }) =>
  parameters.map((parameter, which) => ({ id, which, parameter: parameter.name })),
);
/** Those that may be left out of the calls of the table. */
const SETTINGS = PARAMETERS.filter(
  ({ id, which }) =>
    functions.find((one) => one.id === id)!.parameters[which]!.optional &&
    // The best DSO needs it, and a model is taken whole or not at all.
    !['DSO 4', 'OVERDUE_PROB 1'].includes(`${id} ${which}`),
);

/** Numbers of which no 0 is meant. */
const BLANKS_AS_ZERO = [
  { id: 'AGING_BUCKET', parameter: 'edges' },
  { id: 'AGING_BUCKET', parameter: 'labels' },
  { id: 'RISK_CLASS', parameter: 'preset' },
  { id: 'RISK_CLASS', parameter: 'labels' },
  { id: 'WARNING_LEVEL', parameter: 'edges' },
  { id: 'RFA_SCORE', parameter: 'settings' },
  { id: 'RFA_TIER', parameter: 'settings' },
  { id: 'AGING_TABLE', parameter: 'edges' },
  { id: 'TOP_SHARE', parameter: 'n' },
  { id: 'ECL_RATE', parameter: 'terminalLoss' },
  { id: 'LATE_INTEREST', parameter: 'daysOfYear' },
];

const takesOf = (id: string): Argument[] => TABLE[id]!.slice(1) as Argument[];
const usual = (id: string): Cells => rowsOf(TABLE[id]![0]);
const usualCells = (id: string): Cells[] => takesOf(id).map(({ cells }) => cells);

/** @returns what Excel passes for ranges, one for each parameter */
function argumentsOf(id: string, ranges: readonly Cells[]): unknown[] {
  const { parameters } = functions.find((one) => one.id === id)!;
  return ranges.map((cells, i) =>
    // Frozen: the answer to the next call must not depend on this one.
    parameters[i]!.dimensionality === 'matrix'
      ? Object.freeze(cells.map((row) => Object.freeze([...row])))
      : cells[0]![0],
  );
}

/** @returns what a function answers to ranges, one for each parameter; errors with their reason */
async function answers(id: string, ranges: readonly Cells[]): Promise<unknown[][]> {
  let answer: unknown;
  try {
    answer = await catalogue[id]!(...argumentsOf(id, ranges));
  } catch (error) {
    answer = error;
  }
  return rowsOf(answer).map((row) => row.map(told));
}

const told = (value: unknown) =>
  value instanceof CustomFunctions.Error ? [value.code, value.message] : value;

/** @returns what a function answers with the cells of one parameter in the place of the usual ones */
const answersWith = (id: string, which: number, cells: Cells) =>
  answers(id, usualCells(id).with(which, cells));

const withCell = (cells: Cells, row: number, column: number, cell: unknown): Cells =>
  cells.with(row, cells[row]!.with(column, cell));

/** @returns the ranges that have another cell in one place, for every place that qualifies */
const inEachPlace = (
  cells: Cells,
  others: (cell: unknown) => readonly unknown[],
  qualifies: (cell: unknown) => boolean = () => true,
): Cells[] =>
  cells.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      qualifies(cell) ? others(cell).map((other) => withCell(cells, r, c, other)) : [],
    ),
  );

const allBlank = (cells: Cells, blank: unknown) => cells.map((row) => row.map(() => blank));

/** An error stands in each cell of a row of answers. */
const wholeRow = (id: string, answer: unknown) => usual(id)[0]!.map(() => answer);

/** Whether a cell of a range is one to be read, and not a name or a note beside it. */
const isRead = (is: Argument['is']) => (cell: unknown) =>
  is === 'word' || is === 'name' || typeof cell === 'number';

describe('every function', () => {
  it('is in the table, with all its parameters', () => {
    const expected = functions.map(({ id, parameters }) => [id, parameters.length]);
    expect(Object.keys(TABLE).map((id) => [id, takesOf(id).length])).toEqual(expected);
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(TABLE).toSorted());
  });

  it.each(functions.map(({ id }) => id))(
    '%s answers the same on another day, and leaves its ranges as they are',
    async (id) => {
      const random = jest.spyOn(Math, 'random');
      jest.useFakeTimers({
        now: Date.UTC(2025, 5, 30),
        doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'],
      });
      try {
        expect(await answers(id, usualCells(id))).toEqual(usual(id));
        jest.setSystemTime(Date.UTC(2031, 0, 1));
        expect(await answers(id, usualCells(id))).toEqual(usual(id));
        expect(random).not.toHaveBeenCalled();
      } finally {
        jest.useRealTimers();
        random.mockRestore();
      }
    },
  );

  it.each(functions.map(({ id }) => id))('%s is calculated only when a cell changes', (id) => {
    const { options, ...rest } = functions.find((one) => one.id === id)!;
    expect(options).toBeUndefined();
    expect(JSON.stringify(rest)).not.toMatch(/volatile|stream/i);
  });
});

describe('a parameter', () => {
  it.each(PARAMETERS)('$id $parameter: a blank, of any kind', async ({ id, which }) => {
    const { is, cells, blank, isColumn } = takesOf(id)[which]!;
    const blanks = ['', null, ' ', '　', ...(is === 'amount' || is === 'number' ? [] : [0])];
    for (const cell of blanks) {
      const none = allBlank(cells, cell);
      const answer = await answersWith(id, which, none);
      if (blank instanceof RegExp) {
        expect(answer).toEqual([[['#VALUE!', expect.stringMatching(blank)]]]);
      } else {
        expect([cell, answer]).toEqual([cell, rowsOf(blank)]);
      }
      if (isColumn) {
        const mixed = await answersWith(id, which, [...cells, ...none, ...cells]);
        expect(mixed).toEqual([...usual(id), ...rowsOf(blank), ...usual(id)]);
      }
    }
  });

  it.each(SETTINGS)('$id $parameter: left out, it is as a blank', async ({ id, which }) => {
    const args = argumentsOf(id, usualCells(id)).with(which, null);
    expect(rowsOf(await catalogue[id]!(...args))).toEqual(rowsOf(takesOf(id)[which]!.blank));
  });

  it.each(BLANKS_AS_ZERO)('$id $parameter: a blank that comes as 0', async (one) => {
    const which = functions
      .find(({ id }) => id === one.id)!
      .parameters.findIndex(({ name }) => name === one.parameter);
    const { cells, blank } = takesOf(one.id)[which]!;
    expect(await answersWith(one.id, which, allBlank(cells, 0))).toEqual(rowsOf(blank));
  });

  it.each(PARAMETERS.filter(({ id, which }) => takesOf(id)[which]!.is !== 'ledger'))(
    '$id $parameter: an error is passed on, from its own place only',
    async ({ id, which }) => {
      const { cells, isColumn } = takesOf(id)[which]!;
      for (const [code, passed] of Object.entries(CODES)) {
        const error = new CustomFunctions.Error(code as never);
        const reason = [passed, `引用的单元格是 ${code} / a cell it refers to is ${code}`];
        for (const range of inEachPlace(cells, () => [error])) {
          if (isColumn) {
            const mixed = await answersWith(id, which, [...cells, ...range, ...cells]);
            expect(mixed).toEqual([...usual(id), wholeRow(id, reason), ...usual(id)]);
          } else {
            expect([range, await answersWith(id, which, range)]).toEqual([range, [[reason]]]);
          }
        }
      }
    },
  );

  it.each(PARAMETERS)('$id $parameter: other ways to write the same', async ({ id, which }) => {
    const { is, cells } = takesOf(id)[which]!;
    for (const range of inEachPlace(cells, SPELLINGS[is], isRead(is))) {
      expect([range, await answersWith(id, which, range)]).toEqual([range, usual(id)]);
    }
  });

  it.each(
    PARAMETERS.filter(
      ({ id, which }) => !['ledger', 'name', 'label'].includes(takesOf(id)[which]!.is),
    ),
  )('$id $parameter: what cannot be read is #VALUE! and says so', async ({ id, which }) => {
    const { is, cells, isColumn } = takesOf(id)[which]!;
    const others = is === 'word' ? ['看不懂'] : ['看不懂', true];
    const why = ['#VALUE!', expect.stringMatching(/[一-鿿].* \/ \S/)];
    for (const range of inEachPlace(cells, () => others, isRead(is))) {
      if (isColumn) {
        const mixed = await answersWith(id, which, [...cells, ...range, ...cells]);
        expect([range, mixed]).toEqual([range, [...usual(id), wholeRow(id, why), ...usual(id)]]);
      } else {
        expect([range, await answersWith(id, which, range)]).toEqual([range, [[why]]]);
      }
    }
  });
});

it('the methods of DSO that take no notDue do not look at it', async () => {
  const months = [[[500]], [[400, 600, 500]], [[31, 28, 31]]];
  for (const notDue of [null, [['']], [[0]], [['看不懂']], [[300]]]) {
    expect(await catalogue.DSO!('simple', ...months, notDue)).toEqual([[30]]);
    expect(await catalogue.DSO!('倒推法', ...months, notDue)).toEqual([[31]]);
  }
});

it('DSO: a month of sales has days', async () => {
  const dso = (sales: Cells, days: Cells) => catalogue.DSO!('simple', [[500]], sales, days, null);
  expect(await dso([[400, 600, 500]], [[31, '', 31]])).toEqual([['']]);
  expect(await dso([[400, 600, 500]], [[31, 0, 31]])).toEqual([['']]);
  expect(await dso([['', 500, 500]], [['', 31, 31]])).toEqual([[31]]);
});

/** What becomes of an error: Excel takes no #REF! and no #NAME? from a function. */
const CODES = {
  '#N/A': '#N/A',
  '#DIV/0!': '#DIV/0!',
  '#NUM!': '#NUM!',
  '#NULL!': '#NULL!',
  '#VALUE!': '#VALUE!',
  '#REF!': '#VALUE!',
  '#NAME?': '#VALUE!',
};

const COLUMNS = functions
  .map(({ id }) => id)
  .filter((id) => takesOf(id).some(({ isColumn }) => isColumn));

it.each(COLUMNS)('%s: a column and its cells one by one give the same', async (id) => {
  const takes = takesOf(id);
  const error = new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable);
  const rows = takes.flatMap(({ is, cells, isColumn }, which) =>
    isColumn
      ? [
          ...[allBlank(cells, ''), allBlank(cells, error), allBlank(cells, '看不懂')],
          ...inEachPlace(cells, SPELLINGS[is]),
        ].map((range) => usualCells(id).with(which, range))
      : [],
  );
  const columns = takes.map(({ cells, isColumn }, which) =>
    isColumn ? rows.flatMap((row) => row[which]!) : cells,
  );
  const one: unknown[] = [];
  for (const row of rows) one.push((await answers(id, row))[0]);
  expect(await answers(id, columns)).toEqual(one);
});
