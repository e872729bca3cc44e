import { isBlank, saysNothing } from './cell';
import { isSerial, NO_DATE, serialOf, type Serial } from './date';
import {
  OTHER_SHAPE,
  readDateText,
  scanYearFirst,
  type DateOrder,
  type DateReadings,
} from './dateText';

/** Serials of workbooks that count from 1904 are this much lower. */
const DAYS_TO_1904 = 1462;

/**
 * Reads a date out of a cell on its own.
 *
 * @param cell - a serial number (a time of day is dropped) or text; see readDateText
 * @returns the day; NO_DATE for a cell that is blank or says nothing; null when it is no date, or one that can be
 *   read as two different days (3/1/2025)
 */
export function parseDate(cell: unknown): Serial | null {
  const day = aloneColumn.read(cell);
  return day === 'ambiguous' ? null : day;
}

/** How the dates of a column are written; `ymd` too where nothing needs deciding. */
export type ColumnOrder = DateOrder | 'ambiguous';

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/**
 * Reads the dates of one column. A cell such as 13/1/2025 can be read in one order only; that
 * settles the order for all cells of the column.
 */
export class DateColumn {
  /** Orders that every cell looked at so far can be read in; null before the first that asks. */
  private possible: readonly DateOrder[] | null = null;
  private hasDoubtful = false;
  /** A cell is looked at several times before it is read, but scanned once. */
  private lastText = '';
  private lastDay: Serial = OTHER_SHAPE;

  /**
   * @param chosen - the order a person decided on; year first settles 25/03/01 only
   * @param date1904 - whether serials count from 1904
   */
  constructor(
    private readonly chosen?: DateOrder,
    private readonly date1904 = false,
  ) {}

  get order(): ColumnOrder {
    return this.settled ?? (this.possible ? 'ambiguous' : 'ymd');
  }

  /** Whether a cell was seen that needs more of the column before it can be read. */
  get isAsking(): boolean {
    return this.hasDoubtful && this.possible!.length > 1;
  }

  /** @returns whether a cell is a number, or a text that is a day by itself */
  isPlain(cell: unknown): boolean {
    return typeof cell === 'number' || (typeof cell === 'string' && this.scan(cell) > NO_DATE);
  }

  /** Takes a cell as evidence for the order. */
  look(cell: unknown): void {
    if (typeof cell !== 'string' || cell === '' || this.isDecided) return;
    if (this.scan(cell) !== OTHER_SHAPE) return;
    const readings = readDateText(cell);
    if (!isOrdered(readings) || this.isYearFirst(readings)) return;
    this.possible = (this.possible ?? ORDERS).filter((order) => readings[order] !== undefined);
    this.hasDoubtful ||= daysOf(readings).size > 1;
  }

  /** @returns the day; NO_DATE for a cell that is blank or says nothing (a dash, 无); null when it is no date */
  read(cell: unknown): Serial | null | 'ambiguous' {
    if (typeof cell === 'number') return this.fromNumber(cell);
    if (typeof cell !== 'string' || cell === '') return isBlank(cell) ? NO_DATE : null;
    const day = this.scan(cell);
    if (day !== OTHER_SHAPE) return day === NO_DATE ? null : day;
    if (isBlank(cell) || saysNothing(cell)) return NO_DATE;
    const readings = readDateText(cell);
    if (this.isYearFirst(readings)) return readings.ymd!;
    const settled = this.settled && readings[this.settled];
    if (settled !== null && settled !== undefined) return settled;
    const days = [...daysOf(readings)];
    if (this.isDecided && isOrdered(readings)) return null;
    return days.length > 1 ? 'ambiguous' : (days[0] ?? null);
  }

  /** The order a person or the column has settled; null before. */
  private get settled(): DateOrder | null {
    if (this.isDecided) return this.chosen!;
    return this.possible?.length === 1 ? this.possible[0]! : null;
  }

  private get isDecided(): boolean {
    return this.chosen === 'dmy' || this.chosen === 'mdy';
  }

  private isYearFirst(readings: DateReadings): boolean {
    return this.chosen === 'ymd' && readings.ymd !== undefined;
  }

  private scan(text: string): Serial {
    if (text !== this.lastText) {
      this.lastText = text;
      this.lastDay = scanYearFirst(text);
    }
    return this.lastDay;
  }

  private fromNumber(cell: number): Serial | null {
    if (isSerial(cell)) return Math.floor(cell) + (this.date1904 ? DAYS_TO_1904 : 0);
    const day = Number.isInteger(cell)
      ? serialOf(Math.floor(cell / 10_000), Math.floor(cell / 100) % 100, cell % 100)
      : NO_DATE;
    return day === NO_DATE ? null : day;
  }
}

/** Whether the order of its parts decides what the text means. */
const isOrdered = (readings: DateReadings): boolean =>
  readings.dmy !== undefined || readings.mdy !== undefined;

const daysOf = (readings: DateReadings): Set<Serial> => new Set(Object.values(readings));

/** Knows nothing of other cells. */
const aloneColumn = new DateColumn();
