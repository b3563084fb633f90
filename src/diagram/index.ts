/** The live sequence diagram. */
export { type DiagramCredentials, SequenceDiagram } from './sequence-diagram.tsx'
