/**
 * PUBLIC TEST FIXTURE. The private key below is published with this source and protects nothing.
 *
 * It is the key in Ada’s phone: fixed, so that the same run gives the same bytes on every machine.
 */
import { PHONE_PUBLIC_KEY } from './phone-public-key.ts'

/** One 2048-bit RSA key for RS256, whose signatures are deterministic. */
export const PHONE_KEY = {
  ...PHONE_PUBLIC_KEY,
  d: 'CRYXPiAF67apG4wz-mcpqwIES7XDUZrXEOCOjGg1gIV2wLq1dv-yV6xadtxq-pdnDDdtsMfAgX0VNqcfcObW94WUCzWCexQ8WN6WtJVML0_geRWNPFvYD0_6gSA0tID-SX0oRRWY4O37zMLMTaDpWehm9-3jcXVo8MvtJBmukFx359QWYJpF6z0Thmw7i94B8ZjQhRVu2XiBNhj_yUzcXLQvYrRzXT_l2EbObDrFzACGsK8LjZQ9A3pecwpqrG-QAIulMJ87RufU3tnV22pOPZSrAV24kWZa3i2jNewqMRVoM6oMpgkGNwL2jqUgAr1QMgSm1tXIswTtHgv-CdBygQ',
  p: 'vr3hnlv89R-2MDoquZXGUz-Y7fXTHCTwnspA0kKM2YgmcoL_7rAULm3uNNeMJRIGacCwSbxn3aEPl0BbUcOLSEkPi-kpthnrQNkMs8gVeydqBCElQhp_Dr8bhjb2sFhHhD6nK7usMjnu5I5yG2QCOVM47Ty24-vNdg9ixwa9-e8',
  q: 'uQiff6TVlvwgg3l1OjIzzM1yNymvw6VpeT4tjg_6LcAs4pCRBwCjEueGuvettctv-Q7S5Kk3ez3Lbzr7Try2FTjxdYI2T2Ml-z_IcMP7IMUhtyNurufZyfXYiBReGnPfIpK26ML-tCdAVtDTgXAzbEU2HOhgdRuUV2hJFQat5OE',
  dp: 'acnuZGIofdtEtKLOJ3gGMw3Gx9PbbnSeb7NFGFiIve1hRYmaYMuPpeCaiPwzYiwJGoYgQAUapjU57G1pOIP3r_O1h6ed1r2xWJoJDX0fTNqjVf78JxmC9q7PmTTKxStxHsuQ9BR2gLTY5jKK3t4szZZ2sD1IQkj5_0yxQClhHEk',
  dq: 'TSgLWm6hohQAetJqz5mfgAcrWVVItYyELsp-tH51FB7OmKsvznu1hGyHAe_Fv8jVKEXGKxNkzz81VWyC3pJSWwcjqJxjiTcO33X5XwxZ65BIPtXHkaecaVrar-POWbl3kjMbknO9QeIcMhdiGtdumfdCWUuM7UhS0x_pWZsvaAE',
  qi: 'eVehelDpMNT1yZOQ1qAQeIKBanfx6CyYjCeKaY3t-xxKDSoZi4nDwZOZ3Zmb8PGBvkqknv4yOIDumjhWG2MWuNXnAehBm5kLWxEHnPKGhXbZV9h-Sb1d4x2A23ogkjs87ZZ9uLUkhmJGJWtlvWKNeax5eUjFfcD9jsaBFBcY-Ys',
} as const
