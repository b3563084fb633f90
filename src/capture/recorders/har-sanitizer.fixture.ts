/** What Cloudflare’s har-sanitizer leaves of Chrome’s file (`lib/har_sanitize.tsx`): values in brackets in place of codes, states, challenges and clients. */
import { bodyOf, momentOf, queryOf, STEPS, type Step } from './login.fixture.ts'

const SCRUBBED = ['state', 'code', 'code_verifier', 'client_id', 'code_challenge', 'token', 'id_token', 'access_token']

/** Replaces the value of each listed parameter, as its patterns do in the text of the file. */
function scrub(text: string): string {
  return text.replace(/([?&])(\w+)=([^&]*)/g, (whole, mark: string, name: string) =>
    SCRUBBED.includes(name) ? `${mark}${name}=[${name} redacted]` : whole,
  )
}

function entry(step: Step) {
  return {
    startedDateTime: momentOf(step),
    time: 31,
    _resourceType: step.form === undefined ? 'document' : 'fetch',
    request: {
      method: step.method,
      url: scrub(step.url),
      httpVersion: 'http/2.0',
      headers: step.requestHeaders,
      queryString: queryOf(step).map(({ name, value }) => ({
        name,
        value: SCRUBBED.includes(name) ? `[${name} redacted]` : value,
      })),
      cookies: [],
      headersSize: -1,
      bodySize: 0,
      ...(step.form && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: scrub(`?${bodyOf(step)}`).slice(1) },
      }),
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: step.responseHeaders.map(({ name, value }) => ({ name, value: scrub(value) })),
      cookies: [],
      content: { size: step.text.length, mimeType: step.type || 'x-unknown', text: step.text },
      redirectURL: scrub(step.location),
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: {},
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries: STEPS.map(entry) },
})
