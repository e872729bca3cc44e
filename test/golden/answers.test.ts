/**
 * What the engine answers beyond ageing, for a ledger of each kind: the stories of sources/ and of
 * answers/, each answer a few lines that can be worked out by hand from docs/spec-*.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDate } from '../../src/domain';
import { NOTHING_GIVEN, readGiven, type Given } from '../../src/headless/given';
import { reportOf } from '../../src/headless/report';
import { createApiRoot } from '../../src/host/api';
import { bootOfficeRuntime, type OfficeRuntime } from '../../src/host/node/officeRuntime';
import { runWarnings } from '../../src/workbook/runWarnings';
import { storyWorkbook } from '../support/storyWorkbook';
import { answerLines, type Answers } from '../support/answerLines';

interface Story {
  /** Where its sheets are, as .csv. */
  readonly ledger: string;
  readonly story: string;
  readonly sheets: readonly string[];
  readonly asOf: string;
  /** The day of the run before. */
  readonly previous: string;
  readonly given: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

const FOLDER = path.join(__dirname, 'answers');
const stories = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    return JSON.parse(text) as Story;
  });

let office: OfficeRuntime;

afterEach(() => office.dispose());

it.each(stories.map((expected) => [expected.story, expected] as const))(
  '%s',
  async (_, { ledger, sheets, asOf, previous, given, answers: expected }) => {
    const workbook = storyWorkbook(ledger, sheets);
    office = await bootOfficeRuntime({ workbook, createRoot: createApiRoot });
    const { Excel, Office, OfficeExtension } = office;
    Object.assign(globalThis, { Excel, Office, OfficeExtension });
    await runWarnings({ today: parseDate(previous)!, language: 'zh-CN' });
    const day = parseDate(asOf)!;
    const result = await runWarnings({ today: day, asOf: day, language: 'zh-CN', assess: true });
    const report = reportOf(result, 'zh-CN', readGiven(given) as Given) as { answers: Answers };
    expect(answerLines(report.answers)).toEqual(expected);
    expect(Object.keys(reportOf(result, 'en-US', NOTHING_GIVEN))).toEqual(Object.keys(report));
  },
);
