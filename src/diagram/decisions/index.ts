/** The view of decisions. */
export { DecisionsView, type DecisionsViewProps } from './decisions-view.tsx'
