/* ob-tornado-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-tornado-words.h"

#include "ob-csv.h"
#include "ob-disagreement.h"
#include "ob-pin-rules.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A sentence names so many inputs. */
#define N_NAMED 5

static ObMetric
get_metric (ObChart *self)
{
  return self->kind == OB_CHART_TORNADO_RISK ? OB_METRIC_BUBBLE_RISK : OB_METRIC_NPV;
}

gboolean
ob_tornado_words_has_sources (ObChart *self)
{
  return self->kind == OB_CHART_DISAGREEMENT;
}

/* Whether the scenario says how far its inputs may lie. */
static gboolean
has_own_ranges (ObChart *self)
{
  return !ob_tornado_words_has_sources (self) && self->results->sample != NULL;
}

static guint
get_ranges (ObChart *self, ObTornadoRange *ranges)
{
  const ObSample *sample = self->results->sample;
  ObDisagreement all[OB_N_PARAMETERS];
  guint n;

  if (has_own_ranges (self))
    {
      for (guint k = 0; k < sample->n_levers; k++)
        ranges[k] = (ObTornadoRange){ sample->levers[k], sample->distributions[k].low, NAN,
                                      sample->distributions[k].high };
      return sample->n_levers;
    }
  if (!ob_tornado_words_has_sources (self))
    return ob_disagreement_get_own_ranges (ranges);

  n = ob_disagreement_get_all (all);
  for (guint i = 0; i < n; i++)
    ranges[i] = all[i].range;

  return n;
}

const ObTornado *
ob_tornado_words_get (ObChart *self)
{
  ObTornadoRange ranges[OB_N_PARAMETERS];
  guint n;

  if (self->tornado != NULL)
    return self->tornado;

  n = get_ranges (self, ranges);
  self->tornado = ob_tornado_new (&self->results->inputs, ranges, n, get_metric (self), NULL);
  while (self->tornado->n_bars > 0
         && ob_tornado_bar_get_swing (&self->tornado->bars[self->tornado->n_bars - 1]) == 0)
    self->tornado->n_bars--;

  return self->tornado;
}

static char *
format_metric (const ObTornado *tornado, double value)
{
  return ob_quantity_format (ob_metric_get_unit (tornado->metric), value);
}

char *
ob_tornado_words_get_end (const ObTornadoBar *bar, gboolean high, gboolean sourced)
{
  const ObParameter parameter = bar->range.parameter;
  g_autofree char *value = ob_quantity_format (ob_parameter_get_info (parameter)->unit,
                                               high ? bar->range.high : bar->range.low);
  ObDisagreement said;

  if (!sourced || !ob_disagreement_init (&said, parameter))
    return g_steal_pointer (&value);

  /* Translators: a value and who says so: "2 years, Michael Burry" */
  return g_strdup_printf (C_ ("source", "%s, %s"), value,
                          high ? said.high_source : said.low_source);
}

char *
ob_tornado_words_get_sources (ObChart *self, const ObTornadoBar *bar)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!ob_tornado_words_has_sources (self))
    return NULL;

  low = ob_tornado_words_get_end (bar, FALSE, TRUE);
  high = ob_tornado_words_get_end (bar, TRUE, TRUE);

  /* Translators: what one source says and what another says */
  return g_strdup_printf (C_ ("source", "%s; %s"), low, high);
}

/* "Lifespan: −$3 tn at 2 years, $2 tn at 8 years" */
static char *
describe_bar (ObChart *self, const ObTornado *tornado, const ObTornadoBar *bar)
{
  const gboolean sourced = ob_tornado_words_has_sources (self);
  g_autofree char *low_end = ob_tornado_words_get_end (bar, FALSE, sourced);
  g_autofree char *high_end = ob_tornado_words_get_end (bar, TRUE, sourced);
  g_autofree char *low = format_metric (tornado, bar->low);
  g_autofree char *high = format_metric (tornado, bar->high);

  /* Translators: an input; a result and the value of the input that gives it; another
   * such pair: "Lifespan: −$3 tn at 2 years; $2 tn at 8 years" */
  return g_strdup_printf (C_ ("tornado", "%s: %s at %s; %s at %s"),
                          ob_parameter_get_label (bar->range.parameter), low, low_end, high,
                          high_end);
}

char *
ob_tornado_words_describe_item (ObChart *self, guint item)
{
  const ObTornado *tornado = ob_tornado_words_get (self);
  g_autofree char *text = describe_bar (self, tornado, &tornado->bars[item]);

  return g_strdup_printf (C_ ("tornado", "%s."), text);
}

char *
ob_tornado_words_describe (ObChart *self)
{
  const ObTornado *tornado = ob_tornado_words_get (self);
  g_autofree char *now = format_metric (tornado, tornado->value);
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (tornado->n_bars == 0)
    return g_strdup (_ ("No input has a range that could be tried."));

  for (guint i = 0; i < MIN (tornado->n_bars, N_NAMED); i++)
    g_ptr_array_add (bars, describe_bar (self, tornado, &tornado->bars[i]));
  g_ptr_array_add (bars, NULL);
  list = g_strjoinv (C_ ("tornado", ". "), (char **) bars->pdata);

  if (ob_tornado_words_has_sources (self))
    /* Translators: a metric, its value and a list of sentences without the last full stop */
    return g_strdup_printf (_ ("%s is %s. What it would be by the lowest and the highest "
                               "published values, where that matters most. %s."),
                            ob_metric_get_label (tornado->metric), now, list);

  /* Translators: a metric, its value and a list of sentences without the last full stop */
  return g_strdup_printf (
    _ ("%s is %s. The inputs that move it most, each over its own range. %s."),
    ob_metric_get_label (tornado->metric), now, list);
}

char *
ob_tornado_words_get_note (ObChart *self)
{
  if (ob_tornado_words_has_sources (self))
    return g_strdup (_ ("Values of the sources that are named."));
  if (has_own_ranges (self))
    return g_strdup (_ ("Ranges of the scenario."));

  return g_strdup (_ ("Ranges as published, see the source of each input."));
}

/* Quoted, since names have commas (RFC 4180). */
static void
append_words (GString *csv, const char *words)
{
  g_string_append_c (csv, ',');
  ob_csv_append_text (csv, words);
}

void
ob_tornado_words_write_csv (ObChart *self, GString *csv)
{
  const ObTornado *tornado = ob_tornado_words_get (self);
  const gboolean sourced = ob_tornado_words_has_sources (self);
  const char *id = ob_metric_get_id (tornado->metric);

  g_string_append_printf (csv, "input,value,low,high,%s,%s_at_low,%s_at_high%s", id, id, id,
                          sourced ? ",median" : "");
  if (sourced)
    g_string_append_printf (csv, ",%s_at_median,low_source,high_source", id);
  ob_pin_rules_append_header (self, tornado->metric, csv);
  g_string_append_c (csv, '\n');

  for (guint i = 0; i < tornado->n_bars; i++)
    {
      const ObTornadoBar *bar = &tornado->bars[i];
      ObDisagreement said;

      g_string_append (csv, ob_parameter_get_id (bar->range.parameter));
      ob_csv_append_cell (csv, self->results->inputs.value[bar->range.parameter]);
      ob_csv_append_cell (csv, bar->range.low);
      ob_csv_append_cell (csv, bar->range.high);
      ob_csv_append_cell (csv, tornado->value);
      ob_csv_append_cell (csv, bar->low);
      ob_csv_append_cell (csv, bar->high);
      if (sourced && ob_disagreement_init (&said, bar->range.parameter))
        {
          ob_csv_append_cell (csv, bar->range.middle);
          ob_csv_append_cell (csv, bar->middle);
          append_words (csv, said.low_source);
          append_words (csv, said.high_source);
        }
      else if (sourced)
        {
          g_string_append (csv, ",,,,");
        }
      ob_pin_rules_append_cells (self, tornado->metric, csv);
      g_string_append_c (csv, '\n');
    }
}
