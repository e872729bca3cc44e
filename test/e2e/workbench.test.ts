import { readFileSync } from 'node:fs';
import { baseUrl, openWorkbench } from './support';

describe('the workbench', () => {
  it('opens with the task pane beside the grid, without an error or a request elsewhere', async () => {
    const workbench = await openWorkbench();
    const pane = await workbench.paneFrame();
    await pane.getByRole('button', { name: '一键预警' }).waitFor();
    await workbench.screenshot('workbench');
    expect(workbench.errors).toEqual([]);
    expect(workbench.foreignRequests).toEqual([]);
    await workbench.close();
  });

  it('runs the office.js of npm as it is', async () => {
    const workbench = await openWorkbench();
    const response = await workbench.page.request.get(`${baseUrl()}/office/office.js`);
    const installed = readFileSync(require.resolve('@microsoft/office-js/dist/office.js'));
    expect((await response.body()).equals(installed)).toBe(true);
    await workbench.close();
  });

  it.each(['/workbench.html', '/taskpane.html', '/assets/support.html'])(
    'sends a content security policy with %s that lets Office frame it and no one else',
    async (file) => {
      const workbench = await openWorkbench();
      const response = await workbench.page.request.get(`${baseUrl()}${file}`);
      const policy = response.headers()['content-security-policy'];
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'self';");
      expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.sharepoint\.com .*$/);
      await workbench.close();
    },
  );

  it.each(['/manifest.xml', '/functions.json', '/assets/icons/icon-80.png'])(
    'serves %s',
    async (file) => {
      const workbench = await openWorkbench();
      const response = await workbench.page.request.get(`${baseUrl()}${file}`);
      expect(response.status()).toBe(200);
      await workbench.close();
    },
  );
});
