/** The state inspector. */
import { defineInspector } from '../contract.ts'
import { StatePanel } from './panel.tsx'

export default defineInspector({ id: 'state', title: 'State', order: 3, Panel: StatePanel })
