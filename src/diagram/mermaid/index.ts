/** The “as Mermaid” view, and drawings by Mermaid as images. */
export { type DrawingJob, MermaidDrawings } from './mermaid-drawings.tsx'
export { MermaidView, type MermaidViewProps } from './mermaid-view.tsx'
export type { MermaidTheme } from './messages.ts'
