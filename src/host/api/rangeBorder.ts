import type { Area } from '../model/address';
import { setStyle } from '../model/edits';
import type { Sheet } from '../model/sheet';
import type { Border, BorderSide, Borders } from '../model/style';
import { ApiCollection, ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { integer, oneOf } from './arguments';
import { parseColor } from './color';
import { uniformStyle } from './styles';

export const BORDER_STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
const NO_BORDER: Border = { style: 'None', weight: 'Thin', color: null };

/** One side of the cells of an area. */
interface Edge {
  readonly area: Area;
  readonly side: BorderSide;
}

/** Which sides of which cells a border of an area stands for; the first edge is the one read. */
const SIDES = {
  EdgeTop: (a: Area): Edge[] => [{ area: { ...a, bottom: a.top }, side: 'EdgeTop' }],
  EdgeBottom: (a: Area): Edge[] => [{ area: { ...a, top: a.bottom }, side: 'EdgeBottom' }],
  EdgeLeft: (a: Area): Edge[] => [{ area: { ...a, right: a.left }, side: 'EdgeLeft' }],
  EdgeRight: (a: Area): Edge[] => [{ area: { ...a, left: a.right }, side: 'EdgeRight' }],
  InsideVertical: (a: Area): Edge[] =>
    a.left === a.right
      ? []
      : [
          { area: { ...a, right: a.right - 1 }, side: 'EdgeRight' },
          { area: { ...a, left: a.left + 1 }, side: 'EdgeLeft' },
        ],
  InsideHorizontal: (a: Area): Edge[] =>
    a.top === a.bottom
      ? []
      : [
          { area: { ...a, bottom: a.bottom - 1 }, side: 'EdgeBottom' },
          { area: { ...a, top: a.top + 1 }, side: 'EdgeTop' },
        ],
  DiagonalDown: (a: Area): Edge[] => [{ area: a, side: 'DiagonalDown' }],
  DiagonalUp: (a: Area): Edge[] => [{ area: a, side: 'DiagonalUp' }],
};
type SideIndex = keyof typeof SIDES;
const SIDE_INDEXES = Object.keys(SIDES) as SideIndex[];

/** `Excel.RangeBorder`. */
export class RangeBorder extends ApiObject {
  readonly apiType = 'RangeBorder';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
    private readonly side: SideIndex,
  ) {
    super();
  }

  override get apiId(): string {
    return this.side;
  }

  get SideIndex(): SideIndex {
    return this.side;
  }

  get Style(): string | null {
    return this.read((border) => border.style);
  }

  set Style(value: unknown) {
    const style = oneOf(value, BORDER_STYLES);
    this.change((border) => (style === 'None' ? null : { ...border, style }));
  }

  get Weight(): string | null {
    return this.read((border) => border.weight);
  }

  set Weight(value: unknown) {
    const weight = oneOf(value, WEIGHTS);
    this.change((border) => ({ ...drawn(border), weight }));
  }

  get Color(): string | null {
    return this.read((border) => border.color ?? '#000000');
  }

  set Color(value: unknown) {
    const color = parseColor(value);
    this.change((border) => ({ ...drawn(border), color }));
  }

  private read<T>(pick: (border: Border) => T): T | null {
    const edge = this.areas.flatMap((area) => SIDES[this.side](area).slice(0, 1));
    const side = edge[0]?.side;
    if (!side) return pick(NO_BORDER);
    const areas = edge.map((e) => e.area);
    return uniformStyle(this.api.workbook, this.sheet, areas, (style) =>
      pick(style.borders[side] ?? NO_BORDER),
    );
  }

  private change(change: (border: Border) => Border | null): void {
    for (const { area, side } of this.areas.flatMap((a) => SIDES[this.side](a))) {
      setStyle(this.api.workbook, this.sheet, area, (style) => ({
        ...style,
        borders: withSide(style.borders, side, change(style.borders[side] ?? NO_BORDER)),
      }));
    }
  }
}

/** A border that is given a weight or colour shows. */
const drawn = (border: Border): Border =>
  border.style === 'None' ? { ...border, style: 'Continuous' } : border;

function withSide(borders: Borders, side: BorderSide, border: Border | null): Borders {
  const others = Object.entries(borders).filter(([name]) => name !== side);
  return Object.fromEntries(border ? [...others, [side, border]] : others);
}

/** `Excel.RangeBorderCollection`. */
export class RangeBorderCollection extends ApiCollection<RangeBorder> {
  readonly apiType = 'RangeBorderCollection';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {
    super();
  }

  apiItems(): readonly RangeBorder[] {
    return SIDE_INDEXES.map((side) => this.border(side));
  }

  get Count(): number {
    return SIDE_INDEXES.length;
  }

  GetItem(index: string): RangeBorder {
    return this.border(oneOf(index, SIDE_INDEXES));
  }

  GetItemAt(index: number): RangeBorder {
    return this.border(SIDE_INDEXES[integer(index, 0, SIDE_INDEXES.length - 1)]!);
  }

  private border(side: SideIndex): RangeBorder {
    return new RangeBorder(this.api, this.sheet, this.areas, side);
  }
}
