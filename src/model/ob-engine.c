/* ob-engine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const ObKernel *narrow;
  const ObKernel *wide;
} Kernels;

extern const ObKernel ob_kernel_narrow_base;
extern const ObKernel ob_kernel_wide_base;
#ifdef OB_HAVE_X86_KERNELS
extern const ObKernel ob_kernel_narrow_avx2;
extern const ObKernel ob_kernel_wide_avx2;
extern const ObKernel ob_kernel_narrow_avx512;
extern const ObKernel ob_kernel_wide_avx512;
#endif

static const Kernels base_kernels = { &ob_kernel_narrow_base, &ob_kernel_wide_base };
#ifdef OB_HAVE_X86_KERNELS
static const Kernels avx2_kernels = { &ob_kernel_narrow_avx2, &ob_kernel_wide_avx2 };
static const Kernels avx512_kernels = { &ob_kernel_narrow_avx512, &ob_kernel_wide_avx512 };
#endif

G_LOCK_DEFINE_STATIC (pool);
static GPtrArray *narrow_pool;
static GPtrArray *wide_pool;

static gint thread_limit = 0; /* atomic; 0 is none */

/* The instruction sets this machine has, the best first. */
static guint
list_kernels (const Kernels *list[3])
{
  guint n = 0;

#ifdef OB_HAVE_X86_KERNELS
  if (__builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512dq")
      && __builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("fma"))
    list[n++] = &avx512_kernels;
  if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma"))
    list[n++] = &avx2_kernels;
#endif
  list[n++] = &base_kernels;

  return n;
}

static const Kernels *
find_kernels (const char *name)
{
  const Kernels *list[3];
  guint n = list_kernels (list);

  for (guint i = 0; i < n; i++)
    {
      if (name == NULL || g_str_equal (list[i]->narrow->name, name))
        return list[i];
    }

  return NULL;
}

static const Kernels *
get_kernels (void)
{
  static gsize chosen = 0;

  if (g_once_init_enter (&chosen))
    {
      const char *wanted = g_getenv (OB_ENGINE_VARIABLE);
      const Kernels *found = find_kernels (wanted);

      if (found == NULL)
        {
          found = find_kernels (NULL);
          g_warning ("%s is “%s”, which this machine does not have; using %s", OB_ENGINE_VARIABLE,
                     wanted, found->narrow->name);
        }
      g_once_init_leave (&chosen, (gsize) found);
    }

  return (const Kernels *) chosen;
}

gboolean
ob_engine_has_instruction_set (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return find_kernels (name) != NULL;
}

const char *
ob_engine_get_instruction_set (void)
{
  return get_kernels ()->wide->name;
}

static guint
get_all_threads (void)
{
  static gsize chosen = 0;

  if (g_once_init_enter (&chosen))
    {
      const char *wanted = g_getenv (OB_ENGINE_THREADS_VARIABLE);
      guint64 n = MIN (g_get_num_processors (), OB_ENGINE_MAX_THREADS);

      if (wanted != NULL
          && !g_ascii_string_to_unsigned (wanted, 10, 1, OB_ENGINE_MAX_THREADS, &n, NULL))
        g_warning ("%s is “%s”, which is not a number from 1 to %d; using %" G_GUINT64_FORMAT,
                   OB_ENGINE_THREADS_VARIABLE, wanted, OB_ENGINE_MAX_THREADS, n);
      g_once_init_leave (&chosen, (gsize) n);
    }

  return (guint) chosen;
}

guint
ob_engine_get_n_threads (void)
{
  const guint limit = (guint) g_atomic_int_get (&thread_limit);
  const guint all = get_all_threads ();

  return limit == 0 ? all : MIN (limit, all);
}

void
ob_engine_limit_threads (guint n)
{
  g_atomic_int_set (&thread_limit, (gint) MIN (n, OB_ENGINE_MAX_THREADS));
}

const ObKernel *
ob_engine_get_narrow_kernel (void)
{
  return get_kernels ()->narrow;
}

const ObKernel *
ob_engine_get_wide_kernel (void)
{
  return get_kernels ()->wide;
}

static GPtrArray **
get_pool (const ObKernel *kernel)
{
  return kernel == ob_engine_get_narrow_kernel () ? &narrow_pool : &wide_pool;
}

gpointer
ob_engine_take_scratch (const ObKernel *kernel)
{
  GPtrArray **free_list = get_pool (kernel);
  gpointer scratch = NULL;

  G_LOCK (pool);
  if (*free_list == NULL)
    *free_list = g_ptr_array_new ();
  if ((*free_list)->len > 0)
    scratch = g_ptr_array_steal_index_fast (*free_list, (*free_list)->len - 1);
  G_UNLOCK (pool);

  if (scratch == NULL)
    {
      const gsize size = (kernel->scratch_size + 63) & ~(gsize) 63;

      scratch = aligned_alloc (64, size);
      if (scratch == NULL)
        g_error ("cannot allocate %" G_GSIZE_FORMAT " bytes", size);
      memset (scratch, 0, size);
    }

  return scratch;
}

void
ob_engine_give_scratch (const ObKernel *kernel, gpointer scratch)
{
  GPtrArray **free_list = get_pool (kernel);

  G_LOCK (pool);
  g_ptr_array_add (*free_list, scratch);
  G_UNLOCK (pool);
}
