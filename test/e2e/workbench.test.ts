import { readFileSync } from 'node:fs';
import { baseUrl, get, openWorkbench } from './support';

describe('the workbench', () => {
  it('opens with the task pane beside the grid, without an error or a request elsewhere', async () => {
    const workbench = await openWorkbench();
    await workbench.paneFrame('一键预警');
    await workbench.screenshot('workbench');
    expect(workbench.errors).toEqual([]);
    expect(workbench.foreignRequests).toEqual([]);
    await workbench.close();
  });

  it.each([
    ['zh-CN', '应收台账!A2:G122'],
    ['en-US', 'Receivables!A2:G122'],
  ])('shows a first visitor a ledger in %s', async (locale, ledger) => {
    const workbench = await openWorkbench({ locale });
    await workbench.page.goto(`${baseUrl()}/workbench.html`);
    await workbench.paneFrame(ledger);
    expect(workbench.errors).toEqual([]);
    await workbench.close();
  });
});

describe('the server', () => {
  it('hands out the office.js of npm as it is', async () => {
    const { body } = await get('/office/office.js');
    const installed = readFileSync(require.resolve('@microsoft/office-js/dist/office.js'));
    expect(body.equals(installed)).toBe(true);
  });

  it.each(['/workbench.html', '/taskpane.html', '/assets/support.html'])(
    'sends a content security policy with %s that lets Office frame it and no one else',
    async (file) => {
      const policy = (await get(file)).headers['content-security-policy'];
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'self';");
      expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.sharepoint\.com .*$/);
    },
  );

  it('serves a manifest of the address it runs at', async () => {
    const addresses = (await get('/manifest.xml')).body
      .toString()
      .match(/https:\/\/localhost:\d+/g);
    expect(new Set(addresses)).toEqual(new Set([baseUrl()]));
  });

  it.each(['/functions.json', '/assets/icons/icon-80.png', '/samples/samples.json'])(
    'serves %s',
    async (file) => {
      expect((await get(file)).status).toBe(200);
    },
  );
});
