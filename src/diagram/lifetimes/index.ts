/** The view of lifetimes. */
export { LifetimesView, type LifetimesViewProps } from './lifetimes-view.tsx'
