/**
 * PUBLIC TEST FIXTURE. The private key below is published with this source and protects nothing.
 *
 * It is the key of a second authorization server: another one than the first server’s, so that what one signs does not verify
 * as the other’s; fixed, so that the same run gives the same bytes on every machine.
 */
import type { PrivateJwk } from '../../protocol/keys.ts'

/** One 2048-bit RSA key for RS256, whose signatures are deterministic. */
export const SECOND_SERVER_KEY: PrivateJwk = {
  kid: 'public-fixture-2',
  alg: 'RS256',
  use: 'sig',
  kty: 'RSA',
  n: 'kIOIyAxJPigK8mRehE4AGPEAhgnAiXDGUB9vkEZzG6fIp7hbPirJilMjca-bOgZOMsb9X9hvJQxSNtgNYHGwP3pUmaDuMaAl_og2kpxsXU6Rc_1ExbdF3DwkDV-dMfaiU2Z9uvaGgmIhqRH_2ifAwmZpTyTlu1r4OShVSZ2z9EohZV_otmMqtcYgMvMHOEiJ8E5Jc7ZSUnKQZd7RMux6ed140Zh7pa4LUDGO8r5sdn-B7JAB1GrFiWl3vnwJBQ2tJkeXLp90klinJ21XbDFuURw3WEmvHm2Mv-UZJxDR8aZKmVX5AS_CB38gSRbwBRMYR7Kj5SFXbWWCOR1l_ppXLw',
  e: 'AQAB',
  d: 'L1fIEbFktUYs_-e9xx4-je02PLMpLl2RumHyDJPn1eGLrNaKnb0qtXQzImVjNwklySDDlQi0sLBupqT1DOlx0fnjiUjdf8h1agN5zWINZiv9HsCULSmza0kQjokKWHnyB9yFyCBHRKOdX2QUK4XmcklWqqTt1gkhVKhP-IP_lkHMzS3ReM_Bu75jFY0SgR74RMgLTtEqKzKXHUKVXNkR0BlOttNVipPXtmCFCTbwHxkDwWg242t5HKSCrg-QbTn5xUHA9CJvbPh9F1iZYWplw6S5Pv3ty-dTv4Jjb8RpPi-VU87HbyHMPkO5Z-6gNedJd7NeZ2leWK85naM5GxNf0Q',
  p: 'xITdHAqm6f__bhio8vQW4EN6WhWB955347pdB4u_kqkAlMWTZY3rx0nYqD0L4MiDtJtxTHi5cxf-MHr84gO7npNib6NJ8BwaEPnTDe9Zyo6ubVLwVIRmzrt9SuPHh_W1y6LFNicbW4th2uXGaDkyiM3LFXoxUne5vbRee0SMy30',
  q: 'vEEVtuonGw-tw_cKksYMZZgf72GuOcofzQhM1uUgF3j48wV8Mua8fcGd5fMm7ZJzSlGrNnivxACN-_KCMvF1E51ep1GtweZBhOQPv_XkvdkN11S_DY2i38x7a7NMbL8MMDoTYabROupJ9vVg41DU2-UQYavH6UW7MXdbg0YgNRs',
  dp: 'uKErKyFG2CnPTRyV_kwdAe3jkacLSBz1_lok9OXywlNNXHiTlqHTlpRmnQldk35PXut7cqEpelxcUCf8VkuzhbRqkwASgyejxbcw9rKc5ZVPgx6c9IrAHBJCEI4X9ECA4CS4q7vqFAPLl-Cwm1LBi43s8uyuUhBxzS0cZytsK_E',
  dq: 'nSvJsVl1JMbGUOIkVb48A2Yq43UuPNlgC5JudMv_Kxm4300pEGZL4MKRzbZgPeETmGzvAR9pv76mzD8ALQAiuymcKR2scEKJWSX_cEkfnNFnGOyMRgiGf0r9kEG2AOTQjEMwg0r_TKzm6-SZ669EyAJK1wDQexXY38fDA6q8oRk',
  qi: 'QwvWBc3hyihZedMbIRvCfUs9tEiDK-_ydocB01QIzGMCfRB6a2niTGZdX8NiQUf_rq2KGBkPjjtTXy3AjlfKfrN1pq3u5BnYHlu5PRfmBuyGWFHldXfSwF5H6Wac4hE9tNkQW89U6VRD6atAXRx2qTjydrDkRXBB1BkUmOmbgt4',
}
