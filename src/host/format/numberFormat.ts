/** A number format made ready for formatting; made once per format text. */
export interface PreparedFormat {
  /** In the notation SSF reads. */
  readonly code: string;
  readonly sections: readonly Section[];
  /** Has a Chinese weekday (`aaaa`, `aaa`), which SSF does not know. */
  readonly weekday: boolean;
  readonly isDate: boolean;
  /** `General` with text around it, such as `General"天"`. */
  readonly decorated: boolean;
}

interface Section {
  readonly condition: ((value: number) => boolean) | null;
  /** `#RRGGBB`. */
  readonly color: string | null;
}

const prepared = new Map<string, PreparedFormat>();

export function prepareFormat(numberFormat: string): PreparedFormat {
  let format = prepared.get(numberFormat);
  if (!format) prepared.set(numberFormat, (format = prepare(numberFormat)));
  return format;
}

/** @returns the colour of the section that formats the number, or null */
export function sectionColor({ sections }: PreparedFormat, value: number): string | null {
  if (sections.some((s) => s.condition)) {
    const met = sections.find((s) => s.condition?.(value) ?? false);
    return (met ?? sections.findLast((s) => !s.condition))?.color ?? null;
  }
  const numeric = sections.slice(0, 3);
  const at = value < 0 ? 1 : value === 0 ? 2 : 0;
  return (numeric[at] ?? numeric[0])?.color ?? null;
}

const TOKEN =
  /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|G\/通用格式|上午\/下午|[^\x00-\x7f]+|General|[a-z]+|./gis;
const CONDITION = /^\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]$/;

function prepare(numberFormat: string): PreparedFormat {
  const tokens = systemFormat(numberFormat).match(TOKEN) ?? ['General'];
  const sections: { condition: Section['condition']; color: string | null }[] = [];
  let code = '';
  let section = { condition: null, color: null } as (typeof sections)[number];
  sections.push(section);
  let isDate = false;
  for (const token of tokens) {
    const condition = CONDITION.exec(token);
    if (token === ';') sections.push((section = { condition: null, color: null }));
    else if (condition) section.condition = comparison(condition[1]!, Number(condition[2]));
    else if (token.startsWith('[')) section.color ??= colorOf(token.slice(1, -1));
    isDate ||= /^([ymdhse]+|a{3,4})$/i.test(token) || /^\[[hms]+\]$/i.test(token);
    code += readable(token);
  }
  const bare = tokens.filter((token) => !token.startsWith('['));
  const general = bare.some((token) => /^(General|G\/通用格式)$/i.test(token));
  return {
    code,
    sections,
    isDate,
    weekday: tokens.some((token) => /^a{3,4}$/i.test(token)),
    decorated: general && bare.length > 1 && sections.length === 1,
  };
}

/** Formats that mean "as the system has it" become those of a Chinese system. */
const systemFormat = (numberFormat: string): string =>
  numberFormat
    .replace(/^\[\$-F800\][^;]*/i, 'yyyy"年"m"月"d"日"')
    .replace(/^\[\$-F400\][^;]*/i, 'h:mm:ss');

/** SSF takes neither bare Chinese text nor Chinese colour names, locales or number shapes. */
function readable(token: string): string {
  if (token === '上午/下午') return token;
  if (/^G\/通用格式$/.test(token)) return 'General';
  if (token.startsWith('[')) {
    const drop = /^\[(\$-[^\]]*|DBNum\d)\]$/i.test(token) || colorOf(token.slice(1, -1)) !== null;
    return drop ? '' : token;
  }
  return /^[^\x00-\x7f]/.test(token) ? `"${token}"` : token;
}

function comparison(operator: string, limit: number): (value: number) => boolean {
  switch (operator) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '<>':
      return (value) => value !== limit;
    default:
      return (value) => value === limit;
  }
}

const NAMED: Readonly<Record<string, number>> = {
  black: 1,
  黑色: 1,
  white: 2,
  白色: 2,
  red: 3,
  红色: 3,
  green: 4,
  绿色: 4,
  blue: 5,
  蓝色: 5,
  yellow: 6,
  黄色: 6,
  magenta: 7,
  洋红: 7,
  cyan: 8,
  青色: 8,
};

/** Excel's 56 indexed colours, `[Color1]` first. */
const PALETTE =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C0808080' +
  '9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF' +
  '00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696' +
  '003366339966003300333300993300993366333399333333';

function colorOf(name: string): string | null {
  const numbered = /^(?:Color|颜色) ?(\d{1,2})$/i.exec(name);
  const index = numbered ? Number(numbered[1]) : (NAMED[name.toLowerCase()] ?? 0);
  return index >= 1 && index <= 56 ? `#${PALETTE.slice(index * 6 - 6, index * 6)}` : null;
}
