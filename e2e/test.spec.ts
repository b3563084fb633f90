/** The watcher itself: what would leave the machine is stopped and reported. */
import { expect, test } from './test.ts'

test.use({ visitor: 'new' })

test('a request to another machine is stopped and reported', async ({ page, incidents }) => {
  await page.setContent('<img src="https://elsewhere.example/picture.png"><img src="http://192.0.2.1/picture.png">')
  await expect
    .poll(() => incidents.filter((incident) => incident.startsWith('left the machine')).toSorted())
    .toEqual([
      'left the machine: GET http://192.0.2.1/picture.png',
      'left the machine: GET https://elsewhere.example/picture.png',
    ])
  incidents.splice(0)
})
