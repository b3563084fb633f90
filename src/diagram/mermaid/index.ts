/** The “as Mermaid” view. */

export { MermaidView, type MermaidViewProps } from './mermaid-view.tsx'
export type { MermaidTheme } from './messages.ts'
