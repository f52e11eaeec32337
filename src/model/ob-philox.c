/* ob-philox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-philox.h"

#define N_ROUNDS 10

void
ob_philox (const guint32 counter[4], const guint32 key[2], guint32 out[4])
{
  guint32 a = counter[0], b = counter[1], c = counter[2], d = counter[3];
  guint32 first = key[0], second = key[1];

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const guint64 low = (guint64) a * 0xD2511F53U;
      const guint64 high = (guint64) c * 0xCD9E8D57U;

      a = (guint32) (high >> 32) ^ b ^ first;
      b = (guint32) high;
      c = (guint32) (low >> 32) ^ d ^ second;
      d = (guint32) low;
      first += 0x9E3779B9U;
      second += 0xBB67AE85U;
    }

  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

double
ob_philox_uniform (guint32 seed, guint32 stream, guint64 index)
{
  const guint32 counter[4] = { (guint32) index, (guint32) (index >> 32), 0, 0 };
  const guint32 key[2] = { seed, stream };
  guint32 out[4];
  guint64 bits;

  ob_philox (counter, key, out);
  bits = ((guint64) out[0] << 32 | out[1]) >> 12;

  return ((double) bits + 0.5) * 0x1p-52;
}
