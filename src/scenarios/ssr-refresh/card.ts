/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'Where does an app with server rendering refresh its tokens?',
  symptoms: {
    'cookie-dropped': 'The page loads, and the next click signs everybody out',
    'not-handed-on': 'A 401 after a pause, and a reload helps',
    'each-refreshes': 'Signed out at a page load: RefreshAccessTokenError',
    'reuse-window-missed': 'Signed out only after reading a page for a while',
  },
})
