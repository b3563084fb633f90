/** The view of lifetimes. */
export { LifetimesView } from './lifetimes-view.tsx'
