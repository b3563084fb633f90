/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'Why does the sign-in popup hang, or say that I closed it?',
  symptoms: {
    'server-cuts': 'Popup closed by user, although nobody has closed it',
    'waits-for-ever': 'The popup ends on the app’s page, and the page behind it hangs',
    'app-cuts': 'Popup fails since Cross-Origin-Opener-Policy was added',
    blocked: 'popup_blocked: the window does not open',
    'closed-unseen': 'timed_out, a minute after the popup was closed',
  },
})
