/** What Insomnia exports (`common/har.ts`): every entry dated with the moment of the export, no redirect, an empty body for requests without one. */
import { pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    startedDateTime: '2026-02-01T12:00:00.000Z',
    time: 30,
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: step.requestHeaders,
      queryString: queryOf(step),
      postData: step.form
        ? { mimeType: 'application/x-www-form-urlencoded', params: pairs(step.form) }
        : { mimeType: '', text: '' },
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: step.responseHeaders,
      content: { size: step.text.length, mimeType: step.type, text: step.text },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, send: 0, wait: 30, receive: 0, ssl: -1 },
    comment: 'Sign in',
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'Insomnia REST Client', version: 'insomnia.desktop.app:v11.0.0' },
    entries: STEPS.map(entry),
  },
})
