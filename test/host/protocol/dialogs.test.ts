import { createOfficePage, type OfficePage } from '../../../src/host/node/officePage';
import type { DialogRequest } from '../../../src/host/protocol/dialogs';
import { bootFake, plainWorkbook, settle, until } from './fakes';

const URL_OF_DIALOG = 'https://localhost/dialog.html';

const opened: OfficePage[] = [];
afterEach(() => {
  for (const page of opened.splice(0)) page.dispose();
});

/** A pane whose dialogs are pages with office.js, too. */
async function boot() {
  const requests: DialogRequest[] = [];
  const closed: string[] = [];
  const office = await bootFake(plainWorkbook(), {
    openDialog: (request) => {
      requests.push(request);
      const page = createOfficePage(request.url, (message) => office.host.receive(message));
      opened.push(page);
      void page.start();
      return { window: page.window, close: () => closed.push(request.url) };
    },
  });
  const dialogPage = async () => {
    await until(() => opened.length > 0);
    const { Office: api } = opened[0]!.globals as { Office: typeof Office };
    await api.onReady();
    return api;
  };
  return { ...office, requests, closed, dialogPage };
}

const open = (office: { Office: typeof Office }) =>
  new Promise<Office.AsyncResult<Office.Dialog>>((resolve) =>
    office.Office.context.ui.displayDialogAsync(
      URL_OF_DIALOG,
      { height: 40, width: 30, displayInIframe: true },
      resolve,
    ),
  );

test('a dialog opens with its address and size, and knows that it is one', async () => {
  const office = await boot();
  const { status } = await open(office);
  expect(String(status)).toBe('succeeded');
  expect(office.requests).toEqual([
    expect.objectContaining({ height: 40, width: 30, url: expect.stringContaining(URL_OF_DIALOG) }),
  ]);
  const dialog = await office.dialogPage();
  expect((dialog.context.ui as unknown as Record<string, unknown>).messageParent).toBeDefined();
});

test('what the dialog says to its parent arrives', async () => {
  const office = await boot();
  const { value: dialog } = await open(office);
  const messages: unknown[] = [];
  dialog.addEventHandler(office.Office.EventType.DialogMessageReceived, (args) =>
    messages.push('message' in args ? args.message : args.error),
  );
  (await office.dialogPage()).context.ui.messageParent('确定');
  await until(() => messages.length > 0);
  expect(messages).toEqual(['确定']);
});

test('what the parent says to the dialog arrives', async () => {
  const office = await boot();
  const { value: dialog } = await open(office);
  const page = await office.dialogPage();
  const messages: unknown[] = [];
  await new Promise((done) =>
    page.context.ui.addHandlerAsync(
      page.EventType.DialogParentMessageReceived,
      (args: { message: string }) => messages.push(args.message),
      done,
    ),
  );
  dialog.messageChild('hello');
  await until(() => messages.length > 0);
  expect(messages).toEqual(['hello']);
});

test('the add-in closes its dialog', async () => {
  const office = await boot();
  const { value: dialog } = await open(office);
  dialog.close();
  await until(() => office.closed.length === 1);
});

test('a dialog the person closes tells the add-in', async () => {
  const office = await boot();
  const { value: dialog } = await open(office);
  const events: unknown[] = [];
  dialog.addEventHandler(office.Office.EventType.DialogEventReceived, (args) =>
    events.push('error' in args ? args.error : args.message),
  );
  office.host.dismissDialog();
  await until(() => events.length > 0);
  expect(events).toEqual([12006]);
  expect(office.closed).toHaveLength(1);
});

test('without a place to show dialogs, to open one fails', async () => {
  const office = await bootFake();
  const { status } = await open(office);
  expect(String(status)).toBe('failed');
  await settle();
});
