import { calibrated, cellText, logistic, startingProbability, type Calibration } from '../domain';
import { invalid, numbersOf, passedOn, type Answer, type Cells, isError } from './cells';

/** Documents paid, of them late, recent delay, overdue share. */
const STARTING_FEATURES = 4;

/** ln(odds) = intercept + Σ coefficient × feature, each held between low and high. */
interface Model {
  readonly intercept: number;
  readonly terms: readonly { coefficient: number; low: number; high: number }[];
  readonly calibration: Calibration | null;
}

/**
 * Overdue probability, a row a document.
 *
 * @param features - without a model: documents paid before, of them paid late, mean delay of the last
 *   three [days], overdue share of what is open; with one: its features in its order. A blank is 0; a
 *   row of blanks gives ''
 * @param model - rows of a name, its coefficient and, where it is held, the least and the most; the
 *   name is 截距 or intercept once, and may be 校准 or calibration with intercept and slope
 * @returns one column, 0…1
 */
export function overdueProb(features: Cells, model: Cells | null): Answer[][] {
  const own = model && modelOf(model);
  const { values, marks, columns, rows } = numbersOf(features, '特征 features');
  const wanted = own ? own.terms.length : STARTING_FEATURES;
  if (columns !== wanted) {
    throw invalid(`特征应有 ${wanted} 列，给了 ${columns} 列 / ${wanted} features, not ${columns}`);
  }
  return Array.from({ length: rows }, (_, r) => {
    const from = r * columns;
    let blanks = 0;
    for (let c = 0; c < columns; c++) {
      const mark = marks.get(from + c);
      if (mark === undefined) continue;
      if (mark !== '') return [mark];
      blanks++;
      values[from + c] = 0;
    }
    if (blanks === columns) return [''];
    if (own) return [probability(own, values, from)];
    const [paid, late, delay, share] = values.subarray(from, from + columns);
    return [startingProbability(paid!, late!, delay!, share!)];
  });
}

function probability({ intercept, terms, calibration }: Model, values: Float64Array, from: number) {
  let sum = intercept;
  terms.forEach(({ coefficient, low, high }, k) => {
    sum += coefficient * Math.min(high, Math.max(low, values[from + k]!));
  });
  return logistic(calibrated(sum, calibration));
}

function modelOf(cells: Cells): Model {
  const { values, marks, columns } = numbersOf(
    cells.map(([, ...numbers]) => [numbers[0], numbers[1], numbers[2]]),
    '模型 model',
  );
  const terms: Model['terms'][number][] = [];
  let intercept = NaN;
  let calibration: Calibration | null = null;
  cells.forEach(([name], row) => {
    if (isError(name)) throw passedOn(name);
    const word = cellText(name).toLowerCase();
    if (word === '' || word === '0') return; // a blank
    const at = row * columns;
    for (let i = at; i < at + columns; i++) {
      const mark = marks.get(i);
      if (mark) throw mark;
    }
    const [first, second, third] = [values[at]!, values[at + 1]!, values[at + 2]!];
    const isCalibration = word === '校准' || word === 'calibration';
    if (Number.isNaN(first) || (isCalibration && Number.isNaN(second))) throw incomplete();
    if (word === '截距' || word === 'intercept') intercept = first;
    else if (isCalibration) {
      calibration = { intercept: first, slope: second };
    } else {
      // Blanks may come as 0: a range from 0 to 0 holds nothing.
      const isHeld = second < third;
      terms.push({
        coefficient: first,
        low: isHeld ? second : -Infinity,
        high: isHeld ? third : Infinity,
      });
    }
  });
  if (Number.isNaN(intercept) || terms.length === 0) throw incomplete();
  return { intercept, terms, calibration };
}

const incomplete = (): CustomFunctions.Error =>
  invalid('模型要有截距和系数 / a model has an intercept and coefficients');
