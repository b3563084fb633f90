/** What Playwright saves (`server/har/harTracer.ts`): -1 where there is nothing yet, and the body of a form as parameters alone when contents are left out. */
import { momentOf, pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    startedDateTime: momentOf(step),
    time: step.status === 0 ? -1 : 30.4,
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: step.requestHeaders,
      queryString: queryOf(step),
      headersSize: -1,
      bodySize: -1,
      ...(step.form && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: '', params: pairs(step.form) },
      }),
    },
    response: {
      status: step.status === 0 ? -1 : step.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: step.responseHeaders,
      content: { size: -1, mimeType: step.type || 'x-unknown', ...(step.text !== '' && { text: step.text }) },
      headersSize: -1,
      bodySize: -1,
      redirectURL: step.location,
      _transferSize: -1,
      ...(step.status === 0 && { _failureText: 'net::ERR_ABORTED' }),
    },
    cache: {},
    timings: { send: -1, wait: -1, receive: -1 },
    ...(step.status === 0 && { _wasAborted: true }),
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'Playwright', version: '1.56.0' },
    browser: { name: 'chromium', version: '141.0' },
    entries: STEPS.map(entry),
  },
})

/** The same where the page was left before the token request was answered. */
export const aborted: string = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'Playwright', version: '1.56.0' },
    entries: STEPS.map((step) =>
      entry(step.form === undefined ? step : { ...step, status: 0, responseHeaders: [], text: '', type: '' }),
    ),
  },
})
