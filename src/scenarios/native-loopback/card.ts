/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does a command line or desktop app sign in through the browser?',
  symptoms: {
    'other-path': 'redirect_uri mismatch on 127.0.0.1, although any port is allowed',
    'web-view-refused': 'Error 403: disallowed_useragent',
    'remote-shell': 'localhost refused to connect, after a login in a remote shell',
    'port-taken': 'The browser says that all is done, and the command line waits for ever',
    'scheme-intercepted': 'Another app opens when the browser comes back to mine',
    'consent-fix': 'An account was taken over after a localhost address was pasted',
  },
})
