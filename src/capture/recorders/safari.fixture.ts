/** What Safari’s Web Inspector saves (WebKit, `HARBuilder.js`): no types of resources, a fetch type of its own. */
import { bodyOf, momentOf, pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    pageref: 'page_0',
    startedDateTime: momentOf(step),
    time: 30.2,
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/2',
      cookies: [],
      headers: step.requestHeaders,
      queryString: queryOf(step),
      headersSize: -1,
      bodySize: -1,
      ...(step.form && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: bodyOf(step), params: pairs(step.form) },
      }),
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'HTTP/2',
      cookies: [],
      headers: step.responseHeaders,
      content: { size: step.text.length, compression: 0, mimeType: step.type || 'x-unknown', text: step.text },
      redirectURL: step.location,
      headersSize: -1,
      bodySize: -1,
      _transferSize: 300,
    },
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 },
    serverIPAddress: '203.0.113.5',
    connection: '3',
    _fetchType: 'Network Load',
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'WebKit Web Inspector', version: '1.0' },
    pages: [
      {
        startedDateTime: '2026-01-05T09:00:00.000Z',
        id: 'page_0',
        title: 'https://shop.example/',
        pageTimings: { onLoad: 812 },
      },
    ],
    entries: STEPS.map(entry),
  },
})
