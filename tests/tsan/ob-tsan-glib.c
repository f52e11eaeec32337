/* ob-tsan-glib.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GLib makes its locks from bare system calls and is not built for the thread
 * sanitizer, which therefore sees neither its locks nor how its queues hand
 * things over, and would report a race wherever one of them prevents it. These
 * stand in front of the functions of GLib that our engine shares data with and
 * tell the sanitizer what they order. Unlike suppressions they hide nothing. */

#include "config.h"

#include <dlfcn.h>
#include <gio/gio.h>

/* Of the sanitizer: what happened before a release at an address happened before
 * what follows an acquire there. */
extern void __tsan_acquire (gpointer address);
extern void __tsan_release (gpointer address);

/* The function of GLib that one of ours stands in front of. */
#define REAL(name)                                                                                 \
  ({                                                                                               \
    static gpointer found;                                                                         \
    gpointer real = __atomic_load_n (&found, __ATOMIC_RELAXED);                                    \
                                                                                                   \
    if (real == NULL)                                                                              \
      {                                                                                            \
        real = dlsym (RTLD_NEXT, #name);                                                           \
        __atomic_store_n (&found, real, __ATOMIC_RELAXED);                                         \
      }                                                                                            \
    (__typeof__ (&name)) real;                                                                     \
  })

void
g_mutex_lock (GMutex *mutex)
{
  REAL (g_mutex_lock) (mutex);
  __tsan_acquire (mutex);
}

void
g_mutex_unlock (GMutex *mutex)
{
  __tsan_release (mutex);
  REAL (g_mutex_unlock) (mutex);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  const gboolean locked = REAL (g_mutex_trylock) (mutex);

  if (locked)
    __tsan_acquire (mutex);

  return locked;
}

/* Another use of the same memory begins with it. */
void
g_mutex_init (GMutex *mutex)
{
  REAL (g_mutex_init) (mutex);
  __tsan_release (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  __tsan_release (mutex);
  REAL (g_cond_wait) (cond, mutex);
  __tsan_acquire (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean signalled;

  __tsan_release (mutex);
  signalled = REAL (g_cond_wait_until) (cond, mutex, end_time);
  __tsan_acquire (mutex);

  return signalled;
}

#undef g_once_init_enter
gboolean
g_once_init_enter (volatile void *location)
{
  const gboolean first = REAL (g_once_init_enter) (location);

  if (!first)
    __tsan_acquire ((gpointer) location);

  return first;
}

#undef g_once_init_leave
void
g_once_init_leave (volatile void *location, gsize result)
{
  __tsan_release ((gpointer) location);
  REAL (g_once_init_leave) (location, result);
}

#undef g_atomic_ref_count_dec
gboolean
g_atomic_ref_count_dec (gatomicrefcount *count)
{
  gboolean last;

  __tsan_release (count);
  last = REAL (g_atomic_ref_count_dec) (count);
  if (last)
    __tsan_acquire (count);

  return last;
}

static _Thread_local GDestroyNotify clear_box;

static void
clear_box_cb (gpointer box)
{
  GDestroyNotify clear = g_steal_pointer (&clear_box);

  __tsan_acquire (box);
  if (clear != NULL)
    clear (box);
}

void
g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear)
{
  GDestroyNotify outer = clear_box;

  __tsan_release (box);
  clear_box = clear;
  REAL (g_atomic_rc_box_release_full) (box, clear_box_cb);
  clear_box = outer;
}

/* A function and what it is called with. */
typedef struct
{
  GFunc func;
  GSourceFunc source_func;
  gpointer data;
  GDestroyNotify destroy;
} Call;

static void
pool_cb (gpointer data, gpointer user_data)
{
  Call *call = user_data;

  __tsan_acquire (data);
  call->func (data, call->data);
}

/* The pools of the engine live as long as the program, and so does the call. */
GThreadPool *
g_thread_pool_new (GFunc func,
                   gpointer user_data,
                   gint max_threads,
                   gboolean exclusive,
                   GError **error)
{
  Call *call = g_new0 (Call, 1);

  call->func = func;
  call->data = user_data;

  return REAL (g_thread_pool_new) (pool_cb, call, max_threads, exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer data, GError **error)
{
  __tsan_release (data);
  return REAL (g_thread_pool_push) (pool, data, error);
}

static gboolean
source_cb (gpointer data)
{
  Call *call = data;

  __tsan_acquire (call);
  return call->source_func (call->data);
}

static void
destroy_source_cb (gpointer data)
{
  Call *call = data;

  __tsan_acquire (call);
  if (call->destroy != NULL)
    call->destroy (call->data);
  g_free (call);
}

/* What is set before a source is attached is there when it is dispatched, on
 * whatever thread. */
void
g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  Call *call = g_new0 (Call, 1);

  call->source_func = func;
  call->data = data;
  call->destroy = destroy;
  __tsan_release (call);
  REAL (g_source_set_callback) (source, source_cb, call, destroy_source_cb);
}
