/** Draws shapes as SVG elements; the style sheet gives each role its colours. */
import { createElement, Fragment, type ReactElement } from 'react'
import type { Shape } from '../projections/drawing/shapes.ts'

/** The shapes of one row, in their order. */
export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }) {
  // As arguments and not as a list: shapes have no identity that a key could name, and a row draws the same ones each time.
  return createElement(Fragment, null, ...shapes.map(elementOf))
}

function elementOf(shape: Shape): ReactElement {
  switch (shape.type) {
    case 'path':
      return <path {...lookOf(shape)} d={shape.d} transform={shape.transform} />
    case 'rect': {
      const { x, y, width, height, radius } = shape
      return <rect {...lookOf(shape)} x={x} y={y} width={width} height={height} rx={radius} />
    }
    case 'text': {
      const { x, y, fontSize, anchor, text } = shape
      return (
        <text {...lookOf(shape)} x={x} y={y} fontSize={fontSize} textAnchor={anchor}>
          {text}
        </text>
      )
    }
    default:
      return shape satisfies never
  }
}

/** Colours of credentials and calls are in the style sheet, by these. */
function lookOf(shape: Shape) {
  return { className: classOf(shape), 'data-hue': shape.hue, 'data-state': shape.state }
}

function classOf({ role }: Shape): string {
  if (role === 'line-dashed') return 'sequence-line sequence-line-dashed'
  return role === 'head-filled' ? 'sequence-head sequence-head-filled' : `sequence-${role}`
}
