import { expect, test } from 'vitest'
import { type DeviceState, deviceActions, readDevices } from './devices.ts'

const authenticator = { device: 'authenticator', account: 'ada', code: '123456', secondsLeft: 12 } as const
const prompt = { app: 'App', account: 'ada', choices: [{ action: 'one', label: '1' }], deny: 'no', secondsLeft: 60 }

test('finds the devices among the states of actors', () => {
  const states = { auth: { sessions: [] }, app: null, list: [1], authenticator, phone: { device: 'phone' } }
  expect(readDevices(states)).toEqual([
    ['authenticator', authenticator],
    ['phone', { device: 'phone' }],
  ])
})

test('knows which actions have their button on a phone, while it asks', () => {
  const devices = (phone: DeviceState) =>
    deviceActions([
      ['authenticator', authenticator],
      ['phone', phone],
    ])
  expect(devices({ device: 'phone', prompt })).toEqual(['one', 'no'])
  expect(devices({ device: 'phone' })).toEqual([])
  expect(devices({ device: 'phone', programs: [{ name: 'App', state: 'suspended' }] })).toEqual([])
})
