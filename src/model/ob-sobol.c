/* ob-sobol.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-sobol.h"

#include "ob-philox.h"

#define N_BITS     32
#define MAX_DEGREE 10
/* So many points are scrambled side by side. */
#define BLOCK 64

typedef struct
{
  guint degree;
  guint polynomial;
  guint32 number[MAX_DEGREE];
} Row;

static const Row rows[] = {
#define OB_SOBOL(degree, polynomial, ...) { degree, polynomial, { __VA_ARGS__ } },
#include "ob-sobol-table.h"
#undef OB_SOBOL
};

G_STATIC_ASSERT (G_N_ELEMENTS (rows) == OB_SOBOL_N_DIMENSIONS - 1);

/* Of each dimension, the coordinate that each bit of an index adds. */
static guint32 directions[OB_SOBOL_N_DIMENSIONS][N_BITS];

/* The recurrence of I. M. Sobol', 1967, in the notation of Joe and Kuo. */
static void
expand_row (const Row *row, guint32 *direction)
{
  for (guint i = 0; i < N_BITS; i++)
    {
      if (i < row->degree)
        {
          direction[i] = row->number[i] << (N_BITS - 1 - i);
          continue;
        }

      direction[i] = direction[i - row->degree] ^ (direction[i - row->degree] >> row->degree);
      for (guint k = 1; k < row->degree; k++)
        {
          if (row->polynomial >> (row->degree - 1 - k) & 1)
            direction[i] ^= direction[i - k];
        }
    }
}

static void
expand_rows (void)
{
  for (guint i = 0; i < N_BITS; i++)
    directions[0][i] = 1U << (N_BITS - 1 - i);
  for (guint d = 1; d < OB_SOBOL_N_DIMENSIONS; d++)
    expand_row (&rows[d - 1], directions[d]);
}

static const guint32 *
get_direction (guint dimension)
{
  static gsize expanded = 0;

  if (g_once_init_enter (&expanded))
    {
      expand_rows ();
      g_once_init_leave (&expanded, 1);
    }

  return directions[dimension];
}

static guint32
get_key (guint32 seed, guint dimension)
{
  const guint32 counter[4] = { dimension, 0, 0, 0 };
  const guint32 key[2] = { seed, 0x736f626fU };
  guint32 out[4];

  ob_philox (counter, key, out);

  return out[0];
}

static inline guint32
reverse_bits (guint32 x)
{
  x = GUINT32_SWAP_LE_BE (x);
  x = (x & 0x0f0f0f0fU) << 4 | (x >> 4 & 0x0f0f0f0fU);
  x = (x & 0x33333333U) << 2 | (x >> 2 & 0x33333333U);

  return (x & 0x55555555U) << 1 | (x >> 1 & 0x55555555U);
}

/* Reversed, since in products it is the lower bits that act on the higher. */
static inline double
scramble (guint32 x, guint32 key)
{
  x = reverse_bits (x);
  x += key;
  x ^= x * 0x6c50b47cU;
  x ^= x * 0xb82f1e52U;
  x ^= x * 0xc7afe638U;
  x ^= x * 0x8d22f6e6U;

  return (reverse_bits (x) + 0.5) * 0x1p-32;
}

void
ob_sobol_fill (guint32 seed, guint dimension, guint64 first, gsize n, double *out)
{
  const guint32 *direction;
  guint32 key, change[N_BITS], x = 0;

  g_return_if_fail (dimension < OB_SOBOL_N_DIMENSIONS);
  g_return_if_fail (out != NULL || n == 0);

  direction = get_direction (dimension);
  key = get_key (seed, dimension);

  /* From one index to the next, the bits up to the lowest that becomes one
   * change. */
  change[0] = direction[0];
  for (guint i = 1; i < N_BITS; i++)
    change[i] = change[i - 1] ^ direction[i];

  for (guint i = 0; i < N_BITS; i++)
    {
      if (first >> i & 1)
        x ^= direction[i];
    }

  for (gsize start = 0; start < n; start += BLOCK)
    {
      const gsize end = MIN (start + BLOCK, n);
      guint32 block[BLOCK];

      for (gsize i = start; i < end; i++)
        {
          const guint32 next = (guint32) (first + i + 1);

          block[i - start] = x;
          x = next == 0 ? 0 : x ^ change[__builtin_ctz (next)];
        }
      for (gsize i = start; i < end; i++)
        out[i] = scramble (block[i - start], key);
    }
}

double
ob_sobol_get (guint32 seed, guint dimension, guint64 index)
{
  double out = 0;

  ob_sobol_fill (seed, dimension, index, 1, &out);

  return out;
}
