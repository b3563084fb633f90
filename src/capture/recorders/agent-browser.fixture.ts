/** What agent-browser saves (`cli/src/native/actions.rs`): types with capitals, an octet stream where none is said, times without fractions. */
import { bodyOf, momentOf, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    startedDateTime: momentOf(step).replace(/\.\d+/, ''),
    time: 30,
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/2.0',
      cookies: [],
      headers: step.requestHeaders,
      queryString: queryOf(step),
      headersSize: -1,
      bodySize: bodyOf(step).length,
      ...(step.form && { postData: { mimeType: 'application/x-www-form-urlencoded', text: bodyOf(step) } }),
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'HTTP/2.0',
      cookies: [],
      headers: step.responseHeaders,
      content: { size: step.text.length, mimeType: step.type || 'application/octet-stream', text: step.text },
      redirectURL: step.location,
      headersSize: -1,
      bodySize: step.text.length,
    },
    cache: {},
    timings: { send: 0, wait: 30, receive: 0 },
    _resourceType: step.form === undefined ? 'Document' : 'Fetch',
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'agent-browser', version: '0.17.0' },
    browser: { name: 'Chrome', version: '141.0' },
    entries: STEPS.map(entry),
  },
})
