/** What mitmproxy saves (`addons/savehar.py`): microseconds, timings of null, no form without a body. */
import { bodyOf, momentOf, pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    startedDateTime: momentOf(step).replace('Z', '123+00:00'),
    time: 30.1,
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/2.0',
      cookies: [],
      headers: step.requestHeaders,
      queryString: queryOf(step),
      headersSize: 402,
      bodySize: bodyOf(step).length,
      ...(step.form && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: bodyOf(step), params: pairs(step.form) },
      }),
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'HTTP/2.0',
      cookies: [],
      headers: step.responseHeaders,
      content: { size: step.text.length, compression: 0, mimeType: step.type, text: step.text || null },
      redirectURL: step.location,
      headersSize: 210,
      bodySize: step.text.length,
    },
    cache: {},
    timings: { connect: null, ssl: null, send: 0.2, receive: 0.4, wait: 29 },
    serverIPAddress: '203.0.113.5',
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'mitmproxy', version: '12.1.1', comment: '' },
    pages: [],
    entries: STEPS.map(entry),
  },
})
