/** The live sequence diagram. */
export type { DiagramSize } from './geometry.ts'
export { SequenceDiagram, type SequenceDiagramProps } from './sequence-diagram.tsx'
