/** Ends the server and the bundler under it. */
export default function stopServer(): void {
  process.kill(-Number(process.env.WORKBENCH_PID), 'SIGKILL'); // a polite end waits for a build
}
