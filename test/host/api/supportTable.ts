import { supportedClasses } from './members';

const REFERENCE = 'https://learn.microsoft.com/javascript/api/excel/excel.';

/** @returns Markdown: every supported class with its members and its page of the reference. */
export function supportTable(): string {
  const rows = supportedClasses().map(({ apiType, script }) => {
    const members = script.map((name) => `\`${name}\``).join(', ');
    return `| [${apiType}](${REFERENCE}${apiType.toLowerCase()}) | ${members} |`;
  });
  return [
    '',
    '| Object | Members |',
    '|---|---|',
    ...rows,
    '',
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n');
}
