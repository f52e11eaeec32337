/* test-parallel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-parallel.h"

#define MAX_ITEMS 1000

static void
count (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  int *counts = user_data;

  for (gsize i = first; i < end; i++)
    g_atomic_int_inc (&counts[i]);
}

/* Every item is worked on once, however many there are. */
static void
test_once (void)
{
  for (gsize n = 0; n <= MAX_ITEMS; n = n < 40 ? n + 1 : n * 3 / 2)
    {
      g_autofree int *counts = g_new0 (int, n + 1);

      g_assert_true (ob_parallel_for (n, count, counts, NULL));
      for (gsize i = 0; i < n; i++)
        g_assert_cmpint (counts[i], ==, 1);
      g_assert_cmpint (counts[n], ==, 0);
    }
}

static void
cancel_at_fifth (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  int *n_done = user_data;

  if (g_atomic_int_add (n_done, (int) (end - first)) >= 5)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int n_done = 0;

  g_assert_false (ob_parallel_for (100000, cancel_at_fifth, &n_done, cancellable));
  g_assert_cmpint (n_done, >, 0);
  g_assert_cmpint (n_done, <, 100000);

  n_done = 0;
  g_assert_false (ob_parallel_for (10, cancel_at_fifth, &n_done, cancellable));
  g_assert_cmpint (n_done, ==, 0);
}

typedef struct
{
  int n_held;
  int go_on;
} Hold;

/* Holds whoever works on it until it may go on. */
static void
hold (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  Hold *held = user_data;

  g_atomic_int_inc (&held->n_held);
  while (!g_atomic_int_get (&held->go_on))
    g_usleep (1000);
}

static gpointer
run_hold (gpointer data)
{
  g_assert_true (ob_parallel_for (OB_ENGINE_MAX_THREADS * 2, hold, data, NULL));

  return NULL;
}

/* While every helper is held by one job, another one is done by who asks for it. */
static void
test_busy (void)
{
  const int n_threads = (int) ob_engine_get_n_threads ();
  Hold held = { 0 };
  int counts[MAX_ITEMS] = { 0 };
  GThread *thread = g_thread_new ("hold", run_hold, &held);

  while (g_atomic_int_get (&held.n_held) < n_threads)
    g_usleep (1000);

  for (int k = 1; k <= 20; k++)
    {
      g_assert_true (ob_parallel_for (MAX_ITEMS, count, counts, NULL));
      for (int i = 0; i < MAX_ITEMS; i++)
        g_assert_cmpint (g_atomic_int_get (&counts[i]), ==, k);
    }

  /* Nobody comes late to what is gone. */
  g_atomic_int_set (&held.go_on, 1);
  g_thread_join (thread);
  test_once ();
  for (int i = 0; i < MAX_ITEMS; i++)
    g_assert_cmpint (g_atomic_int_get (&counts[i]), ==, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parallel/once", test_once);
  g_test_add_func ("/parallel/cancel", test_cancel);
  g_test_add_func ("/parallel/busy", test_busy);

  return g_test_run ();
}
