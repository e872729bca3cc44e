import type { Area } from '../model/address';
import { setStyle } from '../model/edits';
import type { Sheet } from '../model/sheet';
import type { Style } from '../model/style';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { uniformStyle } from './styles';

/** An object that shows and changes part of the style of all cells of some areas. */
export abstract class StyledObject extends ApiObject {
  constructor(
    protected readonly api: ApiContext,
    protected readonly sheet: Sheet,
    protected readonly areas: readonly Area[],
  ) {
    super();
  }

  /** @returns what all cells have, or null when they differ. */
  protected uniform<T>(pick: (style: Style) => T): T | null {
    return uniformStyle(this.api.workbook, this.sheet, this.areas, pick);
  }

  protected change(change: (style: Style) => Style): void {
    for (const area of this.areas) setStyle(this.api.workbook, this.sheet, area, change);
  }
}
