import './startServer';

export default function stopServer(): void {
  globalThis.workbenchServer?.stop();
}
