/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'Why does signing in go round in circles, and how is it stopped?',
  symptoms: {
    'cookie-too-large': 'ERR_TOO_MANY_REDIRECTS, only for people in many groups',
    'cookie-path': 'ERR_TOO_MANY_REDIRECTS for everybody, right after signing in',
    'clock-behind': 'Redirect loop on one server: the token is issued in the future',
    'guard-on-callback': 'The callback itself wants a sign-in: redirected too many times',
    'error-ignored': 'ERR_TOO_MANY_REDIRECTS, and error= stands in the address',
    'cookies-pile-up': '400: Request Header Or Cookie Too Large, until cookies are cleared',
    'loop-stopped': 'Signed in, and the app says that no session cookie came back',
  },
})
