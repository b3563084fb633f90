/** The exchange inspector. */
import { defineInspector } from '../contract.ts'
import { ExchangePanel } from './panel.tsx'

export default defineInspector({ id: 'exchange', title: 'Exchange', order: 1, Panel: ExchangePanel })
