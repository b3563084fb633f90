/** The live sequence diagram. */
import { defineView } from '../contract.ts'
import { LiveDiagram } from './panel.tsx'

export default defineView({ id: 'sequence', title: 'Sequence', isOffered: () => true, Panel: LiveDiagram })
