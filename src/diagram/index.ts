/** The live sequence diagram. */
export { SequenceDiagram } from './sequence-diagram.tsx'
