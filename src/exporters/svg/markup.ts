/** SVG elements as text. */

import { escapeXml } from '../../lib/xml.ts'
import type { Shape } from '../../projections/drawing/shapes.ts'
import type { Attributes } from './styles.ts'

/** An element; its content is markup, attribute values are text. Lengths are rounded to hundredths. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(tidy(value))}"`)
  const start = `<${name}${written.join('')}`
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`
}

/** A shape with the style of its role. */
export function shapeElement(shape: Shape, style: Attributes): string {
  switch (shape.type) {
    case 'path': {
      const { d, transform } = shape
      return element('path', { d: tidyPath(d), ...(transform && { transform: tidyPath(transform) }), ...style })
    }
    case 'rect': {
      const { x, y, width, height, radius } = shape
      return element('rect', { x, y, width, height, rx: radius, ...style })
    }
    case 'text': {
      const { x, y, fontSize, anchor, text } = shape
      const place = { x, y, 'font-size': fontSize, ...(anchor === 'middle' && { 'text-anchor': anchor }) }
      return element('text', { ...place, ...style }, escapeXml(text))
    }
    default:
      return shape satisfies never
  }
}

function tidy(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value
}

function tidyPath(path: string): string {
  return path.replace(/\d*\.\d{3,}/g, (length) => tidy(Number(length)))
}
