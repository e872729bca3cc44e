import { XdmConversation, type PageMessage } from '../../../src/host/protocol/xdm';
import { bootFake, failureOf, plainWorkbook, settle, until } from './fakes';

/** Office's older functions answer by callback. */
const answerOf = <T>(call: (callback: (result: Office.AsyncResult<T>) => void) => void) =>
  new Promise<Office.AsyncResult<T>>((resolve) => call(resolve));

test('the page knows its host, platform, languages and requirement sets', async () => {
  const { Office } = await bootFake(plainWorkbook(), { locale: 'zh-CN' });
  const { context } = Office;
  expect(context.host).toBe('Excel');
  expect(context.platform).toBe('OfficeOnline');
  expect(context.displayLanguage).toBe('zh-CN');
  expect(context.contentLanguage).toBe('zh-CN');
  const { requirements } = context;
  expect(requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
  expect(requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
  expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
});

test('Office.onReady says the host and the platform', async () => {
  const { Office } = await bootFake();
  expect(await Office.onReady()).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
});

describe('settings of the document', () => {
  test('are there when the page starts', async () => {
    const workbook = plainWorkbook();
    workbook.settings.set('asOf', '"2025-06-30"');
    const { Office } = await bootFake(workbook);
    expect(Office.context.document.settings.get('asOf')).toBe('2025-06-30');
  });

  test('are kept by saveAsync', async () => {
    let saves = 0;
    const { Office, workbook } = await bootFake(plainWorkbook(), {
      onSettingsSaved: () => saves++,
    });
    workbook.settings.set('old', '1');
    const { settings } = Office.context.document;
    settings.set('map', { customer: '客户' });
    const { status } = await answerOf((done) => settings.saveAsync(done));
    expect(String(status)).toBe('succeeded');
    expect([...workbook.settings]).toEqual([['map', '{"customer":"客户"}']]);
    expect(saves).toBe(1);
  });

  test('are read anew by refreshAsync', async () => {
    const { Office, workbook } = await bootFake();
    workbook.settings.set('asOf', '7');
    const { settings } = Office.context.document;
    expect(settings.get('asOf')).toBeNull();
    await answerOf((done) => settings.refreshAsync(done));
    expect(settings.get('asOf')).toBe(7);
  });
});

describe('commands of the ribbon and the context menu', () => {
  test('run the associated function until it says it is done', async () => {
    const { Office, host } = await bootFake();
    const seen: unknown[] = [];
    let complete: () => void = () => undefined;
    Office.actions.associate('run', (event: Office.AddinCommands.Event) => {
      seen.push(event.source.id);
      complete = () => event.completed();
    });
    let done = false;
    const invocation = host.invokeCommand('run', 'RunButton').then(() => (done = true));
    await until(() => seen.length === 1);
    expect([seen, done]).toEqual([['RunButton'], false]);
    complete();
    await invocation;
  });

  test('two runs of one command end one by one', async () => {
    const { Office, host } = await bootFake();
    Office.actions.associate('run', (event: Office.AddinCommands.Event) => event.completed());
    await Promise.all([host.invokeCommand('run', 'B'), host.invokeCommand('run', 'B')]);
  });
});

describe('the task pane', () => {
  test('is hidden and shown by the add-in, which hears of it', async () => {
    const shown: boolean[] = [];
    const { Office, host } = await bootFake(plainWorkbook(), {
      onPaneVisible: (visible) => shown.push(visible),
    });
    const modes: string[] = [];
    await Office.addin.onVisibilityModeChanged((args) => modes.push(args.visibilityMode));
    await Office.addin.hide();
    expect(host.paneVisible).toBe(false);
    await Office.addin.showAsTaskpane();
    await until(() => modes.length === 2);
    expect(shown).toEqual([false, true]);
    expect(modes).toEqual(['Hidden', 'Taskpane']);
  });

  test('starts with the document when the add-in wants it', async () => {
    const { Office, host } = await bootFake();
    expect(await Office.addin.getStartupBehavior()).toBe('None');
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(host.startsWithDocument).toBe(true);
    expect(await Office.addin.getStartupBehavior()).toBe('Load');
  });
});

test('the ribbon’s buttons and tabs follow requestUpdate', async () => {
  const changes: unknown[] = [];
  const { Office } = await bootFake(plainWorkbook(), {
    onButtonEnabled: (id, enabled) => changes.push([id, enabled]),
    onTabVisible: (id, visible) => changes.push([id, visible]),
  });
  await Office.ribbon.requestUpdate({
    tabs: [{ id: 'Tab', visible: true, controls: [{ id: 'Undo', enabled: false }] }],
  });
  expect(changes).toEqual([
    ['Tab', true],
    ['Undo', false],
  ]);
});

describe('messages that are not the page’s', () => {
  const received: unknown[] = [];
  const page = { postMessage: (text: string) => void received.push(text) };
  const conversation = new XdmConversation('page1', page, 'https://addin', 'https://host', {
    call: () => 'answer',
    subscribe: () => null,
    unsubscribe: () => null,
  });
  const request = (change: object) =>
    JSON.stringify({
      _messageType: 0,
      _actionType: 0,
      _actionName: 'a',
      _conversationId: 'page1',
      _correlationId: 1,
      ...change,
    });
  const message = (change: Partial<PageMessage>): PageMessage => ({
    data: request({}),
    origin: 'https://addin',
    source: page,
    ...change,
  });

  test.each<[string, PageMessage, number]>([
    ['the page’s own is answered', message({}), 1],
    ['another origin is not', message({ origin: 'https://evil' }), 0],
    ['another window is not', message({ source: {} }), 0],
    ['another conversation is not', message({ data: request({ _conversationId: 'page2' }) }), 0],
    ['an answer is not', message({ data: request({ _messageType: 1 }) }), 0],
    ['text that is no JSON is not', message({ data: '{oops' }), 0],
    ['data that is no text is not', message({ data: { a: 1 } }), 0],
  ])('%s', async (_, sent, answers) => {
    received.length = 0;
    conversation.receive(sent);
    await settle();
    expect(received).toHaveLength(answers);
  });
});

test('a method of Office the host lacks fails with its own error', async () => {
  const { Office } = await bootFake();
  const result = await answerOf<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, done),
  );
  expect(String(result.status)).toBe('failed');
});

test('after dispose the host answers no more', async () => {
  const { Excel, dispose } = await bootFake();
  dispose();
  const outcome = await Promise.race([
    failureOf(Excel.run((context) => context.sync())),
    settle().then(() => 'silence'),
  ]);
  expect(outcome).toBe('silence');
});
