/** Floor 0: plain HTTP messages and their text formats. */
export { isOnDevice, originOf } from './device-address.ts'
export { appendQuery, type FormFields, parseForm, serialiseForm } from './form.ts'
export { escapeHtml, type Markup, markup } from './html.ts'
export {
  type HeaderLine,
  type HttpHandler,
  type HttpRequest,
  type HttpResponse,
  header,
  headers,
  html,
  json,
  mediaType,
  redirect,
} from './message.ts'
export { parseSetCookie, serialiseSetCookie } from './set-cookie.ts'
export { isSimulated } from './simulated-hosts.ts'
