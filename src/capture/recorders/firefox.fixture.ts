/** What Firefox’s network monitor saves (`netmonitor/src/har/har-builder.js`): times with an offset, a cache without an entry, parameters beside the text. */
import { bodyOf, localMomentOf, pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    startedDateTime: localMomentOf(step),
    request: {
      bodySize: bodyOf(step).length,
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/2',
      headers: step.requestHeaders,
      cookies: [],
      queryString: queryOf(step),
      headersSize: 412,
      ...(step.form && {
        postData: { mimeType: 'application/x-www-form-urlencoded', params: pairs(step.form), text: bodyOf(step) },
      }),
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'HTTP/2',
      headers: step.responseHeaders,
      cookies: [],
      content: { mimeType: step.type, size: step.text.length, encoding: undefined, text: step.text },
      redirectURL: step.location,
      headersSize: 230,
      bodySize: -1,
    },
    cache: { afterRequest: null },
    timings: { blocked: 0, dns: 0, connect: 0, ssl: 0, send: 0, wait: 29, receive: 0 },
    time: 29,
    _securityState: 'secure',
    serverIPAddress: '203.0.113.5',
    connection: '443',
    pageref: 'page_1',
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    version: '1.1',
    creator: { name: 'Firefox', version: '140.0' },
    browser: { name: 'Firefox', version: '140.0' },
    pages: [
      {
        startedDateTime: '2026-01-05T11:00:00.000+02:00',
        id: 'page_1',
        title: 'Shop',
        pageTimings: { onContentLoad: -1, onLoad: -1 },
      },
    ],
    entries: STEPS.map(entry),
  },
})
