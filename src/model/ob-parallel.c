/* ob-parallel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-parallel.h"

#include "ob-engine.h"

/* How many of the longest turns make up the share of a thread: few enough that
 * neighbours, which have much in common, are mostly done by the same thread. Towards
 * the end, turns become shorter, so that none has to wait long for another. */
#define TURNS 8

/* A job in flight: threads take the next turn until none is left. A helper that is busy
 * elsewhere all that time finds it closed when it comes to it, so nobody waits for that. */
typedef struct
{
  gatomicrefcount refs;
  ObParallelFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  gsize n;
  gsize turn; /* items in the longest turn */
  guint n_threads;
  gsize next; /* atomic */
  GMutex mutex;
  GCond done;
  guint helping;   /* under mutex */
  gboolean closed; /* under mutex */
} Job;

static void
job_unref (Job *job)
{
  if (!g_atomic_ref_count_dec (&job->refs))
    return;

  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->done);
  g_free (job);
}

/* Takes the items from @first up to @end, or none if all are taken. */
static gboolean
take_turn (Job *job, gsize *first, gsize *end)
{
  gsize next;

  do
    {
      next = (gsize) g_atomic_pointer_get (&job->next);
      if (next >= job->n)
        return FALSE;
      *first = next;
      *end = next + CLAMP ((job->n - next) / job->n_threads, 1, job->turn);
    }
  while (!g_atomic_pointer_compare_and_exchange (&job->next, next, *end));

  return TRUE;
}

static void
work (Job *job)
{
  gsize first, end;

  while (!g_cancellable_is_cancelled (job->cancellable) && take_turn (job, &first, &end))
    job->func (first, end, job->cancellable, job->user_data);
}

static void
help_cb (gpointer data, gpointer user_data)
{
  Job *job = data;
  gboolean late;

  g_mutex_lock (&job->mutex);
  late = job->closed;
  if (!late)
    job->helping++;
  g_mutex_unlock (&job->mutex);

  if (!late)
    {
      work (job);
      g_mutex_lock (&job->mutex);
      if (--job->helping == 0)
        g_cond_signal (&job->done);
      g_mutex_unlock (&job->mutex);
    }
  job_unref (job);
}

static GThreadPool *
get_helpers (void)
{
  static gsize helpers = 0;

  if (g_once_init_enter (&helpers))
    {
      const int n = MAX ((int) ob_engine_get_n_threads () - 1, 1);

      g_once_init_leave (&helpers, (gsize) g_thread_pool_new (help_cb, NULL, n, FALSE, NULL));
    }

  return (GThreadPool *) helpers;
}

gboolean
ob_parallel_for (gsize n, ObParallelFunc func, gpointer user_data, GCancellable *cancellable)
{
  const guint n_threads = ob_engine_get_n_threads ();
  gboolean cancelled;
  guint n_helpers;
  Job *job;

  g_return_val_if_fail (func != NULL, FALSE);

  if (n == 0)
    return !g_cancellable_is_cancelled (cancellable);

  job = g_new0 (Job, 1);
  job->func = func;
  job->user_data = user_data;
  job->cancellable = cancellable;
  job->n = n;
  job->n_threads = n_threads;
  job->turn = MAX (n / (TURNS * n_threads), 1);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->done);
  g_atomic_ref_count_init (&job->refs);
  n_helpers = MIN (n_threads - 1, n - 1);
  for (guint i = 0; i < n_helpers; i++)
    {
      g_atomic_ref_count_inc (&job->refs);
      g_thread_pool_push (get_helpers (), job, NULL);
    }

  work (job);

  g_mutex_lock (&job->mutex);
  job->closed = TRUE;
  while (job->helping > 0)
    g_cond_wait (&job->done, &job->mutex);
  g_mutex_unlock (&job->mutex);
  cancelled = g_cancellable_is_cancelled (cancellable);
  job_unref (job);

  return !cancelled;
}
