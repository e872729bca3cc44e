/** The little HTML that help pages need, from the little Markdown they are written in. */

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Code in backticks, the rest as it stands. */
const inline = (text) =>
  escaped(text)
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `<code>${part}</code>` : part))
    .join('');

function table(lines) {
  const rows = lines.filter((_, i) => i !== 1); // the dashes
  const cells = (line, tag) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`)
      .join('');
  return `<table>${rows.map((row, i) => `<tr>${cells(row, i === 0 ? 'th' : 'td')}</tr>`).join('\n')}</table>`;
}

function block(text) {
  const lines = text.split('\n');
  const heading = /^(#{1,2}) (.*)$/.exec(text);
  if (heading) return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`;
  if (text.startsWith('```')) return `<pre>${escaped(lines.slice(1, -1).join('\n'))}</pre>`;
  return text.startsWith('|') ? table(lines) : `<p>${inline(lines.join(' '))}</p>`;
}

const STYLE = `body { font: 14px/1.6 "Segoe UI", "Microsoft YaHei", sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse } th, td { border: 1px solid #d1d1d1; padding: 4px 8px; text-align: left; vertical-align: top }
pre, code { font-family: Consolas, monospace; background: #f5f5f5 } pre { padding: 8px }
td code { overflow-wrap: anywhere; background: none }`;

/**
 * @param markdown - headings, paragraphs, code and tables, a blank line between them
 * @param language - zh-CN, en-US
 */
function helpPage(markdown, language) {
  const blocks = markdown.trim().split(/\n{2,}/);
  const title = escaped(blocks[0].replace(/^# /, ''));
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style>
${blocks.map(block).join('\n')}
</html>
`;
}

module.exports = { helpPage };
