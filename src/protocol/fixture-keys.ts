/**
 * PUBLIC TEST FIXTURES. The private key below is published with this source and protects nothing.
 *
 * It exists so that the same run gives the same bytes, tokens included, on every machine. A server that guards something
 * real passes its own `keys` in the environment.
 */
import type { PrivateJwk } from './keys.ts'

/** One 2048-bit RSA key for RS256: a deterministic signature, so a token in a shared link can be reproduced. */
export const fixtureKeys: readonly PrivateJwk[] = [
  {
    kid: 'public-fixture-1',
    alg: 'RS256',
    use: 'sig',
    kty: 'RSA',
    n: 'uYB9_ubafHjTx2enZxh4vv-GknYVayGSi_tgdx5bVWz7QLbcrXdYsJYrx5atWFchWdmW6NNuRrS6Yr_5hCVJL9kMMIQdmLxdO7Eih2YArPHsBa743Yr7tzbeD-VjOqE0qPdYNhksFvAr5ZUz1Uc8uGzQgFM1rORROE9l5xEQAxTh3n2QiFblF8bwvTY0lrHTNhVcykn9BIppXM8TjwBX2oVI56EsfLX403V_hbnOxs_Epb7h5LzEm_55tBq5t_BkAFyuGAP7eTcqe7YW3grHVrdTb9CZ_6sZh-lXlSH--3yy6A4qvWDiA5p2OO8XIziV5D7kabHCAgNY7vQ9XfW_wQ',
    e: 'AQAB',
    d: 'PTPKHiwfYNrikJM_1ZFq4SVgSnlANtDkT1_4I0T2QFiNCvxqEadjMRvSxO6PMarJm6HhGt8LLrPZHNSW58T_gRRc47LrKuXW4udd64s5ZNYKl5Nzk3CT_Q5StK7rjr_6Jlc5GNw0QjsqWHxiFheDTpvELNqHRowryebUSajE_ia3lh697ySxjScc_oOMH7Rm3N255JKwhOs4OOPSPlAS73f2veLXZ6EsJNHaw049LnRBx01CM9KvDWSxXKnoMQVDAUjBOPcaWVKMbAR94M5sgW2hhSqN1bmHyCELOvfha2stFV_5aXxKSuHUGPuCLvMrh7JgiZ7-TJistLpNqXwkmw',
    p: '_pzRW_gT1s-ExNiyaeGZeVPe0STmg8FcVcyiW7ecv_gUvQwM49N95-g4NuVs8S5jYasqelh21_SsIG0oGPEiKF-C-iuXx3LTTr5gw60u46XqkU4n2A0reQkG2RoiLAGxOiTgheLVp9UGol0-b01w0dh7lzFk8AJGZ2Ox2F_Bil8',
    q: 'uoNEAUy9WYxDQkqfzvRuKcPBPg1eQFk7817HmeRHTMGgqmG83cMokiKwlnmb0tG0Ji0gyqHE5hl5tMlW0NWESfWi05p9Raemxb2wg6DzsetGCwANRm2dBj4Z2HFiYi7bwEQ_AlbJDk16J2BZwesEKNBMzZP9qYfKzdTLZBDrKd8',
    dp: 'jpqCYAJoCi4cbKv58Xebn-qrp3QFb9ICx0NfxALo1lQ6OU_ggFHZ-OOFaKnDBKo4m2Fk3zVhCr9NELRSevXDbd1g3IFB90GGvFnAlJgQ5QvufwfJJSbrLFUz8rDCZudjve8dmZ9cjy2vE40qBOjYwY-AWUQfBpYfnJSn7Upkef0',
    dq: 'Ay6GFHeYq1RnOVRIkaE919yNCV_1AagEC8zMHuX0CW0sLnvoWugfYw7QcGC2tcv6BMS0UICd-Ubp-pmMr5dU4GYeVvnFtVB82da4kiZGwfw_f6SKlW79RMP-cODOStp9yTPg10tftqy_rrhID7TQp1mWVdN2elPks8ozhgt714U',
    qi: 'qd8wvpMNUsVlq8xit6P0JgoiBcOF39sZJ7sX_g17rOAbsf8_Adm1_XYPTaJnM-OYu9OzLFsltDh1BCi8z1o7rRHtTZwP97MJH7nAHkMhEwrWSehdH22UE5a4vO0JZXX8aIdbGCcPrsVsbE6BoJ1Zhpho7fYyMWiweoaC4K8ghEs',
  },
]
