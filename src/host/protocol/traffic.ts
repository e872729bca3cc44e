/** What an add-in and the document exchanged. */
export class Traffic {
  batches = 0;
  requestBytes = 0;
  responseBytes = 0;
  largestRequest = 0;
  largestResponse = 0;

  record(requestBytes: number, responseBytes: number): void {
    this.batches += 1;
    this.requestBytes += requestBytes;
    this.responseBytes += responseBytes;
    this.largestRequest = Math.max(this.largestRequest, requestBytes);
    this.largestResponse = Math.max(this.largestResponse, responseBytes);
  }
}
