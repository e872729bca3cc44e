import { ApiObject } from '../protocol/apiObject';

/** `Excel.CultureInfo`: numbers and dates are written as in the United States. */
export class CultureInfo extends ApiObject {
  readonly apiType = 'CultureInfo';

  get Name(): string {
    return 'en-US';
  }

  get NumberFormat(): NumberFormatInfo {
    return new NumberFormatInfo();
  }

  get DatetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo();
  }
}

/** `Excel.NumberFormatInfo`. */
export class NumberFormatInfo extends ApiObject {
  readonly apiType = 'NumberFormatInfo';

  get NumberDecimalSeparator(): string {
    return '.';
  }

  get NumberGroupSeparator(): string {
    return ',';
  }
}

/** `Excel.DatetimeFormatInfo`. */
export class DatetimeFormatInfo extends ApiObject {
  readonly apiType = 'DatetimeFormatInfo';

  get DateSeparator(): string {
    return '/';
  }

  get LongDatePattern(): string {
    return 'dddd, MMMM d, yyyy';
  }

  get ShortDatePattern(): string {
    return 'M/d/yyyy';
  }

  get LongTimePattern(): string {
    return 'h:mm:ss tt';
  }

  get TimeSeparator(): string {
    return ':';
  }
}
