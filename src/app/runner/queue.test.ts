import { expect, test } from 'vitest'
import { enqueue } from './queue.ts'

test('starts a task when the one before it is done', async () => {
  const order: string[] = []
  const first = enqueue(async () => {
    await Promise.resolve()
    order.push('first')
  })
  const second = enqueue(async () => {
    order.push('second')
  })
  await Promise.all([first, second])
  expect(order).toEqual(['first', 'second'])
})

test('goes on after a task that failed, and tells its caller', async () => {
  const failing = enqueue(() => Promise.reject(new Error('broken')))
  const next = enqueue(() => Promise.resolve('done'))
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
