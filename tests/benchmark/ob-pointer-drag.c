/* ob-pointer-drag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pointer-drag.h"

#include "ob-benchmark.h"

#include <gio/gio.h>
#include <string.h>

#ifdef OB_HAVE_XTEST
#include <X11/extensions/XTest.h>
#endif

struct _ObPointerDrag
{
  int x;
  int y;
  guint span;
  ObPointerMove move;
  gpointer data;

  guint capacity;
  guint n_moves; /* atomic */
  double *times;
  guint period;

  GThread *thread;
  guint source_id;
  int stopping; /* atomic */

#ifdef OB_HAVE_XTEST
  Display *display;
#endif
};

gboolean
ob_pointer_drag_has_xtest (void)
{
#ifdef OB_HAVE_XTEST
  Display *display = XOpenDisplay (NULL);
  int event, error, major, minor;
  gboolean found = FALSE;

  if (display != NULL)
    {
      found = XTestQueryExtension (display, &event, &error, &major, &minor);
      XCloseDisplay (display);
    }

  return found;
#else
  return FALSE;
#endif
}

ObPointerDrag *
ob_pointer_drag_new (int x, int y, guint span, ObPointerMove move, gpointer data)
{
  ObPointerDrag *self = g_new0 (ObPointerDrag, 1);

  g_assert (span >= 1);

  self->x = x;
  self->y = y;
  self->span = span;
  self->move = move;
  self->data = data;
#ifdef OB_HAVE_XTEST
  if (ob_pointer_drag_has_xtest ())
    self->display = XOpenDisplay (NULL);
#endif

  return self;
}

void
ob_pointer_drag_free (ObPointerDrag *self)
{
  ob_pointer_drag_stop (self);
#ifdef OB_HAVE_XTEST
  if (self->display != NULL)
    XCloseDisplay (self->display);
#endif
  g_free (self->times);
  g_free (self);
}

static void
press (ObPointerDrag *self, gboolean down)
{
#ifdef OB_HAVE_XTEST
  if (self->display != NULL)
    {
      XTestFakeButtonEvent (self->display, 1, down, CurrentTime);
      XFlush (self->display);
    }
#endif
}

void
ob_pointer_drag_press (ObPointerDrag *self, guint place)
{
  ob_pointer_drag_move (self, place);
  press (self, TRUE);
}

void
ob_pointer_drag_release (ObPointerDrag *self)
{
  press (self, FALSE);
}

void
ob_pointer_drag_move (ObPointerDrag *self, guint place)
{
#ifdef OB_HAVE_XTEST
  if (self->display != NULL)
    {
      XTestFakeMotionEvent (self->display, -1, self->x + (int) place, self->y, CurrentTime);
      XFlush (self->display);
      return;
    }
#endif
  self->move (place, self->data);
}

guint
ob_pointer_drag_get_place (ObPointerDrag *self, guint i)
{
  const guint phase = i % (2 * self->span);

  return phase <= self->span ? phase : 2 * self->span - phase;
}

static void
make_move (ObPointerDrag *self)
{
  const guint i = self->n_moves;

  if (i >= self->capacity)
    return;

  self->times[i] = ob_benchmark_get_time ();
  /* First the memory of it: the program may have drawn it before we go on. */
  g_atomic_int_set (&self->n_moves, i + 1);
  ob_pointer_drag_move (self, ob_pointer_drag_get_place (self, i));
}

static gpointer
thread_cb (gpointer data)
{
  ObPointerDrag *self = data;
  gint64 next = g_get_monotonic_time ();

  while (!g_atomic_int_get (&self->stopping))
    {
      gint64 now;

      make_move (self);
      next += self->period;
      now = g_get_monotonic_time ();
      if (next > now)
        g_usleep ((gulong) (next - now));
    }

  return NULL;
}

static gboolean
timeout_cb (gpointer data)
{
  make_move (data);

  return G_SOURCE_CONTINUE;
}

static gboolean
has_display (ObPointerDrag *self)
{
#ifdef OB_HAVE_XTEST
  return self->display != NULL;
#else
  return FALSE;
#endif
}

void
ob_pointer_drag_start (ObPointerDrag *self, guint period, guint n_moves)
{
  g_assert (self->thread == NULL && self->source_id == 0);

  g_free (self->times);
  self->times = g_new (double, n_moves);
  /* All pages are there from the start, so that memory does not seem to grow. */
  memset (self->times, 0xff, n_moves * sizeof *self->times);
  self->capacity = n_moves;
  self->n_moves = 0;
  self->period = period;
  self->stopping = 0;

  if (has_display (self))
    self->thread = g_thread_new ("pointer", thread_cb, self);
  else
    self->source_id = g_timeout_add (MAX (period / 1000, 1), timeout_cb, self);
}

void
ob_pointer_drag_stop (ObPointerDrag *self)
{
  g_atomic_int_set (&self->stopping, 1);
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_handle_id (&self->source_id, g_source_remove);
}

guint
ob_pointer_drag_get_n_moves (ObPointerDrag *self)
{
  return (guint) g_atomic_int_get (&self->n_moves);
}

double
ob_pointer_drag_get_time (ObPointerDrag *self, guint i)
{
  g_assert (i < ob_pointer_drag_get_n_moves (self));

  return self->times[i];
}
