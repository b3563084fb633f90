/** The view of decisions. */
export { DecisionsView } from './decisions-view.tsx'
