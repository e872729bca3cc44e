import {
  analyse,
  assessRisk,
  DEFAULT_RISK_SETTINGS,
  defaultSettings,
  LedgerEngine,
  serialOf,
  type Source,
} from '../../src/domain';
import { propose, readWorkbook } from '../support/readWorkbook';

const issued = serialOf(2025, 3, 1);
const due = serialOf(2025, 3, 31);
const settings = defaultSettings(serialOf(2025, 6, 30));
const header = ['客户', '发票号', '开票日期', '到期日', '应收金额'];
const blank = Array.from({ length: 21 }, () => ['', '', '', '', '']);
const sheets: Record<string, unknown[][]> = {
  台账: [
    header,
    ['0012', 'A1', issued, due, 100],
    ['12', 'A2', issued, due, '200元'],
    ['甲', 'A3', issued, due, '待定'],
    ...blank,
    ['制表', 'A4', '', '', ''],
  ],
  收款: [
    ['收款日期', '客户', '收款金额', '发票号'],
    [due, '12', 30, 'A2'],
  ],
};
const proposal = propose(sheets);
const options = { receivedOn: proposal.receivedOn, mergeCodes: true } as const;

/** Reads the sheets as a worker is given them, two rows at a time. */
function engineOf(sources: readonly Source[] = proposal.sources): LedgerEngine {
  const rows = sources.map(({ sheet }) => sheets[sheet]!.length);
  const engine = new LedgerEngine(sources, options, rows);
  sources.forEach(({ sheet }, s) => {
    const all = sheets[sheet]!;
    for (let at = 1; at < all.length; at += 2) engine.addBlock(s, all.slice(at, at + 2), at + 1);
  });
  return engine;
}

describe('the engine of a long ledger', () => {
  it('says what reading it has shown, and of each sheet the rows that belong to it', () => {
    const { count, issues, mergedCodes, sheets: read } = engineOf().finish();
    expect(count).toBe(3);
    expect(issues.map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
      ['台账', 4, 'amountUnreadable'],
      ['台账', 26, 'afterEnd'],
    ]);
    expect(mergedCodes).toEqual([{ customer: '0012', spellings: ['0012', '12'] }]);
    expect(read).toEqual([
      { lastRow: 4, uncleanRows: [3, 4] },
      { lastRow: 2, uncleanRows: [] },
    ]);
  });

  it('ages it as the ledger in one piece', () => {
    const engine = engineOf();
    engine.finish();
    expect(engine.assess(settings, null, null, () => true).analysis).toEqual(
      analyse(readWorkbook(sheets).items, settings),
    );
  });

  it('suggests what is still to be matched: nothing where the books say it all', () => {
    const engine = engineOf();
    engine.finish();
    const { suggestions, unmatched } = engine.reconcile(settings.asOf);
    expect([suggestions, unmatched]).toEqual([[], []]);
  });

  it('tells what lights stand for and lists the red ones, yellow only where probabilities are asked for', () => {
    const engine = engineOf();
    engine.finish();
    const { lights, red } = engine.assess(settings, null, 0.5, () => true);
    expect(lights).toEqual([
      { light: 'red', count: 2, open: [270_00] },
      { light: 'amber', count: 0, open: [0] },
    ]);
    expect([...red]).toEqual([1, 0]);
    const lit = (amberFrom: number | null) =>
      engine.assess(settings, DEFAULT_RISK_SETTINGS, amberFrom, () => true).lights;
    expect(lit(null).map(({ light }) => light)).toEqual(['red', 'amber']);
    expect(lit(0.5).map(({ light }) => light)).toEqual(['red', 'amber', 'yellow']);
  });

  it('rates the customers of what it has aged', () => {
    const engine = engineOf();
    engine.finish();
    const { analysis, risk } = engine.assess(settings, DEFAULT_RISK_SETTINGS, null, () => true);
    expect(analysis).toEqual(engine.assess(settings, null, null, () => true).analysis);
    expect(risk).toEqual(assessRisk(analysis));
  });

  it('ages nothing before it is read', () => {
    expect(() => engineOf().assess(settings, null, null, () => true)).toThrow(TypeError);
  });
});
