const { helpPage } = jest.requireActual<{ helpPage(markdown: string, language: string): string }>(
  '../../scripts/helpPage',
);

const PAGE = `# AR.DUE

Days < 0 are
\`early\`.

\`\`\`
=AR.DUE(a, [b])
\`\`\`

## Examples

| Formula            | Result |
| ------------------ | ------ |
| \`=AR.DUE("a&b",1)\` | \`">90"\` |
`;

test('a help page is its Markdown as HTML', () => {
  const [, body] = helpPage(PAGE, 'en-US').split('</style>\n');
  expect(body).toBe(`<h1>AR.DUE</h1>
<p>Days &lt; 0 are <code>early</code>.</p>
<pre>=AR.DUE(a, [b])</pre>
<h2>Examples</h2>
<table><tr><th>Formula</th><th>Result</th></tr>
<tr><td><code>=AR.DUE("a&amp;b",1)</code></td><td><code>"&gt;90"</code></td></tr></table>
</html>
`);
  expect(helpPage(PAGE, 'en-US')).toContain('<html lang="en-US">');
  expect(helpPage(PAGE, 'en-US')).toContain('<title>AR.DUE</title>');
});
