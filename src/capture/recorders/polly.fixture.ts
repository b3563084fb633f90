/** What Polly.JS saves (`persister/src/har/entry.js`): a creator that is no browser, bodies called plain text, lists as values of headers, no redirect. */
import { bodyOf, momentOf, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    _id: String(step.at),
    _order: 0,
    cache: {},
    request: {
      bodySize: bodyOf(step).length,
      cookies: [],
      headers: step.requestHeaders.map(({ name, value }) => ({
        _fromType: 'array',
        name: name.toLowerCase(),
        value: [value],
      })),
      headersSize: 210,
      httpVersion: 'HTTP/1.1',
      method: step.method,
      ...(step.form && { postData: { mimeType: 'text/plain', params: [], text: bodyOf(step) } }),
      queryString: queryOf(step),
      url: step.url,
    },
    response: {
      bodySize: step.text.length,
      content: { mimeType: step.type, size: step.text.length, text: step.text },
      cookies: [],
      headers: step.responseHeaders.map(({ name, value }) => ({ name: name.toLowerCase(), value })),
      headersSize: 150,
      httpVersion: 'HTTP/1.1',
      status: step.status,
      statusText: '',
    },
    startedDateTime: momentOf(step),
    time: 30,
    timings: { blocked: -1, connect: -1, dns: -1, receive: 0, send: 0, ssl: -1, wait: 30 },
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    _recordingName: 'sign-in',
    creator: { comment: 'persister:fs', name: 'Polly.JS', version: '6.0.6' },
    entries: STEPS.map(entry),
    pages: [],
    version: '1.2',
  },
})
