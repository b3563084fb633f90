/** What Chrome’s network panel saves (devtools-frontend, `models/har/Log.ts`): its own members with an underscore, an error where no answer came. */
import { bodyOf, momentOf, pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    _connectionId: '41',
    _initiator: { type: 'script', stack: { callFrames: [], parent: { description: 'await', callFrames: [] } } },
    _priority: 'VeryHigh',
    _resourceType: step.form === undefined ? 'document' : 'fetch',
    cache: {},
    pageref: 'page_1',
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'http/2.0',
      headers: [...pairs({ ':authority': new URL(step.url).host, ':method': step.method }), ...step.requestHeaders],
      queryString: queryOf(step),
      cookies: [],
      headersSize: -1,
      bodySize: bodyOf(step).length,
      ...(step.form && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: bodyOf(step), params: pairs(step.form) },
      }),
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: step.responseHeaders,
      cookies: [],
      content: { size: step.text.length, mimeType: step.type || 'x-unknown', text: step.text },
      redirectURL: step.location,
      headersSize: -1,
      bodySize: -1,
      _transferSize: 320,
      _error: null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: '203.0.113.5',
    startedDateTime: momentOf(step),
    time: 31.4,
    timings: { blocked: 1.2, dns: -1, ssl: -1, connect: -1, send: 0.1, wait: 29, receive: 1.1, _blocked_queueing: 0.7 },
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [
      { startedDateTime: '2026-01-05T09:00:00.000Z', id: 'page_1', title: 'https://shop.example/', pageTimings: {} },
    ],
    entries: STEPS.map(entry),
  },
})
