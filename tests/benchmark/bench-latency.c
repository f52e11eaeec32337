/* bench-latency.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the slider to the pixels, in the real window: a scripted drag of a lever
 * for ten seconds, or for N minutes, which also shows whether memory stays flat.
 * A move of the pointer counts from when it is sent to when the X server has
 * drawn the first frame that shows its value or that of a later move. */

#include "config.h"

#include "ob-benchmark.h"
#include "ob-lever-row.h"
#include "ob-lever-scale.h"
#include "ob-pointer-drag.h"
#include "ob-test-pointer.h"
#include "ob-test-session.h"
#include "ob-window.h"

#include <math.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define WIDTH   1280
#define HEIGHT  800
#define SECONDS 10
/* As often as a plain mouse reports, µs. */
#define PERIOD 8000
#define LEVER  OB_PARAMETER_SUBSIDY
/* Of the track of the slider. */
#define FROM 0.1
#define TO   0.9
/* Memory is compared from here on, s. */
#define WARM_UP 60

/* Where a frame spends its time. */
static const char *const phases[] = { "flush-events", "before-paint", "update", "layout", "paint" };
#define N_PHASES G_N_ELEMENTS (phases)

/**
 * Latency:
 * @value_at: value of the lever with the pointer at each place of the drag
 * @shown: the last move whose value is on the screen; -1 at first
 * @unmatched: results with a value that none of the moves stands for
 */
typedef struct
{
  ObWindow *window;
  ObSession *session;
  GtkWidget *scale;
  ObPointerDrag *drag;
  guint span;
  double *value_at;
  int screen_x;
  int motion_x;

  gboolean measuring;
  int shown;
  ObResults *results;
  double last_frame;
  double phase_end[N_PHASES];
  GArray *phase_times[N_PHASES];
  double last_processor;
  GArray *latencies;
  GArray *intervals;
  GArray *processor_times;
  guint n_frames;
  guint n_exact;
  guint n_coarse;
  guint n_older;
  guint unmatched;
} Latency;

static double
get_value (Latency *self)
{
  return ob_scenario_get_value (ob_session_get_scenario (self->session), LEVER);
}

static double
get_moved_value (Latency *self, guint i)
{
  return self->value_at[ob_pointer_drag_get_place (self->drag, i)];
}

/* Whether a move changed anything: several places may have one value. */
static gboolean
is_effective (Latency *self, guint i)
{
  return i == 0 || get_moved_value (self, i) != get_moved_value (self, i - 1);
}

static void
add_time (GArray *times, double time)
{
  g_array_append_val (times, time);
}

/* New results are on the screen: all moves up to the first one with their value
 * are answered. */
static void
answer_moves (Latency *self, double now)
{
  const double value = self->results->inputs.value[LEVER];
  const int n = (int) ob_pointer_drag_get_n_moves (self->drag);
  int i;

  if (self->shown >= 0 && value == get_moved_value (self, (guint) self->shown))
    return;

  for (i = self->shown + 1; i < n; i++)
    {
      if (get_moved_value (self, (guint) i) == value)
        break;
    }
  if (i == n)
    {
      self->unmatched++;
      return;
    }

  for (int k = self->shown + 1; k <= i; k++)
    {
      if (is_effective (self, (guint) k))
        add_time (self->latencies, now - ob_pointer_drag_get_time (self->drag, (guint) k));
    }
  self->shown = i;
}

static void
count_frame (Latency *self)
{
  ObResults *results = self->results;

  self->n_frames++;
  if (!ob_inputs_equal (&results->inputs,
                        ob_scenario_get_inputs (ob_session_get_scenario (self->session))))
    self->n_older++;
  else if (results->map->nx == OB_EVALUATOR_EXACT_SIZE)
    self->n_exact++;
  else
    self->n_coarse++;
}

/* Called last in each phase, since it is connected to come after all others. */
static void
phase_cb (GdkFrameClock *clock, Latency *self)
{
  const char *name = g_signal_name (g_signal_get_invocation_hint (clock)->signal_id);

  for (guint i = 0; i < N_PHASES; i++)
    {
      if (g_str_equal (phases[i], name))
        self->phase_end[i] = ob_benchmark_get_time ();
    }
}

/* That the main thread has spent on a processor, ms: what else the machine does changes
 * it less than anything else here. */
static double
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* A frame may leave phases out. What comes before the first is not known. */
static void
add_phases (Latency *self)
{
  double start = 0;

  for (guint i = 0; i < N_PHASES; i++)
    {
      if (start > 0 && self->phase_end[i] > 0)
        add_time (self->phase_times[i], self->phase_end[i] - start);
      if (self->phase_end[i] > 0)
        start = self->phase_end[i];
      self->phase_end[i] = 0;
    }
}

static void
after_paint_cb (GdkFrameClock *clock, Latency *self)
{
  ObResults *results = ob_session_get_results (self->session);
  double now, processor;

  if (!self->measuring)
    return;

  /* Until the server has done all we asked for. */
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (self->window)));
  now = ob_benchmark_get_time ();
  processor = get_processor_time ();
  add_phases (self);
  if (!isnan (self->last_frame))
    {
      add_time (self->intervals, now - self->last_frame);
      add_time (self->processor_times, processor - self->last_processor);
    }
  self->last_frame = now;
  self->last_processor = processor;

  if (results != self->results)
    {
      g_clear_pointer (&self->results, ob_results_unref);
      self->results = ob_results_ref (results);
      answer_moves (self, now);
    }
  count_frame (self);
}

static void
motion_cb (Latency *self, double x, double y)
{
  double surface_x, surface_y;

  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &surface_x, &surface_y);
  self->motion_x = (int) lround (x + surface_x);
}

/* What the hand does where there is no XTest. */
static void
move_cb (guint place, gpointer data)
{
  Latency *self = data;
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  const double lower = gtk_adjustment_get_lower (adjustment);
  const double upper = gtk_adjustment_get_upper (adjustment);
  const double share = FROM + (TO - FROM) * place / self->span;

  self->motion_x = self->screen_x + (int) place;
  gtk_adjustment_set_value (adjustment, lower + share * (upper - lower));
}

static GtkWidget *
find_scale (GtkWidget *widget, gboolean in_row)
{
  in_row =
    in_row
    || (OB_IS_LEVER_ROW (widget) && ob_lever_row_get_parameter (OB_LEVER_ROW (widget)) == LEVER);
  if (in_row && OB_IS_LEVER_SCALE (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scale (child, in_row);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static void
open_window (Latency *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GdkFrameClock *clock;
  ObPlane plane;

  self->window = OB_WINDOW (ob_window_new (NULL));
  self->session = ob_window_get_session (self->window);
  /* The lever that moves is none of the plane's, so that all of the map changes. */
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  ob_scenario_set_plane (ob_session_get_scenario (self->session), &plane, NULL);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), motion);

  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (self->window));
  ob_test_wait (has_size, self->window);
  ob_test_session_wait (self->session);
  self->scale = find_scale (GTK_WIDGET (self->window), FALSE);
  g_assert (self->scale != NULL);

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  for (guint i = 0; i < N_PHASES; i++)
    g_signal_connect_after (clock, phases[i], G_CALLBACK (phase_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

static gboolean
is_over_cb (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
wait_for_seconds (double seconds)
{
  gboolean over = FALSE;

  g_timeout_add ((guint) (seconds * 1000), is_over_cb, &over);
  while (!is_true (&over))
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  Latency *latency;
  int x;
} Arrival;

static gboolean
has_arrived (gpointer data)
{
  const Arrival *arrival = data;

  return arrival->latency->motion_x == arrival->x;
}

static void
move_and_wait (Latency *self, guint place)
{
  Arrival arrival = { self, self->screen_x + (int) place };

  ob_pointer_drag_move (self->drag, place);
  ob_test_wait (has_arrived, &arrival);
}

/* Takes hold of the slider and learns which value each place stands for. */
static void
take_hold (Latency *self)
{
  guint changes = 0;
  int from, to, y;

  ob_test_pointer_locate (self->scale, FROM, 0.5, &from, &y);
  ob_test_pointer_locate (self->scale, TO, 0.5, &to, &y);
  self->screen_x = from;
  self->span = (guint) MAX (to - from, 1);
  self->value_at = g_new (double, self->span + 1);
  self->drag = ob_pointer_drag_new (from, y, self->span, move_cb, self);

  /* A window is not ready for the pointer the moment it is mapped. */
  wait_for_seconds (0.5);
  ob_session_begin_drag (self->session);
  ob_pointer_drag_press (self->drag, 0);
  for (guint place = 1; place <= self->span; place++)
    {
      move_and_wait (self, place);
      self->value_at[place] = get_value (self);
    }
  move_and_wait (self, 0);
  self->value_at[0] = get_value (self);

  for (guint place = 1; place <= self->span; place++)
    changes += self->value_at[place] != self->value_at[place - 1];
  if (changes < 10)
    g_error ("the slider does not follow the pointer");
  ob_test_session_wait (self->session);
}

/* Resident memory, kB; NaN where the system does not tell. */
static double
get_resident (void)
{
  FILE *file = fopen ("/proc/self/statm", "r");
  unsigned long size, resident = 0;
  gboolean read = FALSE;

  if (file != NULL)
    {
      read = fscanf (file, "%lu %lu", &size, &resident) == 2;
      fclose (file);
    }

  return read ? (double) resident * (double) sysconf (_SC_PAGESIZE) / 1024 : NAN;
}

/* With all its pages from the start, so that memory does not seem to grow. */
static GArray *
new_times (guint n)
{
  GArray *times = g_array_new (FALSE, TRUE, sizeof (double));

  g_array_set_size (times, n);
  return g_array_set_size (times, 0);
}

static void
measure (Latency *self, double seconds, ObBenchmark *benchmark)
{
  const guint n_moves = (guint) (seconds * 1e6 / PERIOD) + 1;
  const double warm_up = MIN (WARM_UP, seconds / 3);
  double start, warm, end;

  self->latencies = new_times (n_moves);
  self->intervals = new_times (n_moves);
  self->processor_times = new_times (n_moves);
  for (guint i = 0; i < N_PHASES; i++)
    self->phase_times[i] = new_times (n_moves);
  self->shown = -1;
  self->last_frame = NAN;
  self->results = ob_results_ref (ob_session_get_results (self->session));

  start = get_resident ();
  self->measuring = TRUE;
  ob_pointer_drag_start (self->drag, PERIOD, n_moves);
  wait_for_seconds (warm_up);
  warm = get_resident ();
  wait_for_seconds (seconds - warm_up);
  ob_pointer_drag_stop (self->drag);
  end = get_resident ();
  self->measuring = FALSE;
  ob_pointer_drag_release (self->drag);
  ob_session_end_drag (self->session);
  ob_test_session_wait (self->session);

  ob_benchmark_add_text (benchmark, "input", ob_pointer_drag_has_xtest () ? "xtest" : "widget");
  ob_benchmark_add_text (benchmark, "renderer",
                         G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (self->window))));
  ob_benchmark_add (benchmark, "seconds", seconds);
  ob_benchmark_add (benchmark, "moves", ob_pointer_drag_get_n_moves (self->drag));
  ob_benchmark_add (benchmark, "answered", self->latencies->len);
  ob_benchmark_add (benchmark, "unmatched_results", self->unmatched);
  ob_benchmark_add_times (benchmark, "latency_ms", self->latencies);
  ob_benchmark_add (benchmark, "frames", self->n_frames);
  ob_benchmark_add_times (benchmark, "frame_interval_ms", self->intervals);
  ob_benchmark_add_times (benchmark, "main_thread_cpu_ms", self->processor_times);
  for (guint i = 1; i < N_PHASES; i++)
    {
      g_autofree char *name = g_strdup_printf ("phase_%s_ms", phases[i]);

      ob_benchmark_add_times (benchmark, name, self->phase_times[i]);
    }
  ob_benchmark_add (benchmark, "frames_newest_exact", self->n_exact);
  ob_benchmark_add (benchmark, "frames_newest_coarse", self->n_coarse);
  ob_benchmark_add (benchmark, "frames_older", self->n_older);
  ob_benchmark_add (benchmark, "resident_start_kb", start);
  ob_benchmark_add (benchmark, "resident_warm_kb", warm);
  ob_benchmark_add (benchmark, "resident_end_kb", end);
}

int
main (int argc, char **argv)
{
  double minutes = 0;
  const GOptionEntry entries[] = { { "minutes", 0, 0, G_OPTION_ARG_DOUBLE, &minutes,
                                     "Drag for so long instead of 10 seconds", "N" },
                                   {} };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Latency latency = { 0 };
  ObBenchmark *benchmark;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc > 1 || !(minutes >= 0)
      || minutes > 24 * 60)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Usage: bench-latency [--minutes N]");
      return 2;
    }
  /* OpenGL without a graphics card would measure the emulation of one. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (!gtk_init_check ())
    {
      g_printerr ("There is no display: run it with xvfb-run.\n");
      return OB_BENCHMARK_SKIPPED;
    }
  adw_init ();

  open_window (&latency);
  take_hold (&latency);
  benchmark = ob_benchmark_begin ();
  measure (&latency, minutes > 0 ? minutes * 60 : SECONDS, benchmark);
  ob_benchmark_end (benchmark);

  ob_pointer_drag_free (latency.drag);
  ob_results_unref (latency.results);
  g_array_unref (latency.latencies);
  g_array_unref (latency.intervals);
  g_array_unref (latency.processor_times);
  for (guint i = 0; i < N_PHASES; i++)
    g_array_unref (latency.phase_times[i]);
  g_free (latency.value_at);
  ob_test_window_destroy (GTK_WINDOW (latency.window));

  return 0;
}
