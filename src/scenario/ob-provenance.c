/* ob-provenance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-provenance.h"

#include "ob-evidence.h"
#include "ob-number.h"
#include "ob-scenario-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* 9999-12-31T23:59:59Z, after which a year has more digits than ISO 8601. */
#define MAX_UNIX_TIME G_GINT64_CONSTANT (253402300799)

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (ob_parameter_get_id (*(const guint *) a),
                 ob_parameter_get_id (*(const guint *) b));
}

char *
ob_provenance_get_inputs_text (const ObInputs *inputs)
{
  GString *text = g_string_new ("overbuild-inputs 1\n");
  guint order[OB_N_PARAMETERS];

  g_return_val_if_fail (inputs != NULL, NULL);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    order[i] = i;
  qsort (order, OB_N_PARAMETERS, sizeof *order, compare_ids);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      g_autofree char *value = ob_number_to_string (inputs->value[order[i]]);

      g_string_append_printf (text, "%s=%s\n", ob_parameter_get_id (order[i]), value);
    }
  for (guint i = 0; i < inputs->history.n_years; i++)
    {
      g_autofree char *value = ob_number_to_string (inputs->history.capex[i]);

      g_string_append_printf (text, "history.%d=%s\n", inputs->history.first_year + (int) i, value);
    }

  return g_string_free (text, FALSE);
}

/* A note may have several lines; the record has one for each input. */
static void
append_one_line (GString *text, const char *part)
{
  g_autofree char *line = g_strdup (part);

  g_string_append (text, g_strstrip (g_strdelimit (line, "\n\r\t", ' ')));
}

static void
append_number (GString *text, const char *before, double value, const char *symbol)
{
  g_autofree char *number = ob_number_to_string (value);

  g_string_append_printf (text, "%s%s%s%s", before, number, *symbol != '\0' ? " " : "", symbol);
}

static const char *
get_grade_word (ObGrade grade)
{
  switch (grade)
    {
    case OB_GRADE_MEASURED:
      return "measured";
    case OB_GRADE_REPORTED:
      return "reported";
    case OB_GRADE_ESTIMATED:
      return "estimated";
    case OB_GRADE_JUDGEMENT:
    default:
      return "judgement";
    }
}

/* What is published about the parameter, and the person's own reason. */
static void
append_sources (GString *text, ObScenario *scenario, ObParameter parameter)
{
  const ObEvidence *evidence = ob_evidence_get (parameter);
  const char *const parts[] = { evidence->source, evidence->citation, evidence->date };
  const char *note = ob_scenario_get_note (scenario, parameter);
  gboolean first = TRUE;

  g_string_append (text, " (");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (!first)
        g_string_append (text, ", ");
      append_one_line (text, parts[i]);
      first = FALSE;
    }
  g_string_append_printf (text, "%s%s)", first ? "" : ", ", get_grade_word (evidence->grade));

  if (note != NULL)
    {
      g_string_append (text, "; note: ");
      append_one_line (text, note);
    }
}

static guint
append_changes (GString *text, ObScenario *scenario, const ObInputs *inputs)
{
  ObInputs base;
  guint n_changes = 0;

  ob_inputs_init (&base);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      const char *symbol = ob_unit_get_symbol (info->unit);

      if (inputs->value[i] == base.value[i])
        continue;

      g_string_append_printf (text, "- %s (%s)", info->id, info->label);
      append_number (text, ": ", inputs->value[i], symbol);
      append_number (text, "; base case: ", base.value[i], symbol);
      append_sources (text, scenario, i);
      g_string_append_c (text, '\n');
      n_changes++;
    }

  if (inputs->history.first_year == base.history.first_year
      && inputs->history.n_years == base.history.n_years
      && memcmp (inputs->history.capex, base.history.capex,
                 base.history.n_years * sizeof *base.history.capex)
           == 0)
    return n_changes;

  g_string_append (text, "- history of capex:");
  for (guint i = 0; i < inputs->history.n_years; i++)
    {
      g_autofree char *before =
        g_strdup_printf ("%s %d: ", i > 0 ? "," : "", inputs->history.first_year + (int) i);

      append_number (text, before, inputs->history.capex[i],
                     ob_unit_get_symbol (OB_UNIT_BILLION_PER_YEAR));
    }
  g_string_append_c (text, '\n');

  return n_changes + 1;
}

static void
append_field (GString *text, const char *name, const char *value)
{
  if (*value == '\0')
    return;

  g_string_append_printf (text, "%s: ", name);
  append_one_line (text, value);
  g_string_append_c (text, '\n');
}

static char *
make_record (const ObProvenance *self, ObScenario *scenario, const ObInputs *inputs)
{
  const char *const *sources = ob_scenario_get_sources (scenario);
  GString *changes = g_string_new (NULL);
  GString *text = g_string_new (NULL);
  guint n_changes = append_changes (changes, scenario, inputs);

  append_field (text, "Scenario", self->name);
  append_field (text, "Author", self->author);
  append_field (text, "Date", self->date);
  append_field (text, "Program", "Overbuild " PACKAGE_VERSION);
  append_field (text, "Model", OB_MODEL_VERSION);
  append_field (text, "Inputs SHA-256", self->inputs_hash);
  append_field (text, "Scenario SHA-256", self->scenario_hash);
  for (guint i = 0; sources[i] != NULL; i++)
    append_field (text, "Source", sources[i]);
  g_string_append_printf (text, "Inputs that differ from the base case: %u\n", n_changes);
  g_string_append (text, changes->str);
  g_string_free (changes, TRUE);

  return g_string_free (text, FALSE);
}

ObProvenance *
ob_provenance_new (ObScenario *scenario, const ObRun *run, GDateTime *date)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *inputs_text = NULL;
  ObProvenance *self;

  g_return_val_if_fail (OB_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (date != NULL, NULL);

  utc = g_date_time_to_utc (date);
  inputs_text = ob_provenance_get_inputs_text (ob_scenario_get_inputs (scenario));

  self = g_atomic_rc_box_new0 (ObProvenance);
  self->name = g_strdup (ob_scenario_get_title (scenario));
  self->author = g_strdup (ob_scenario_get_author (scenario));
  self->date = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  self->unix_time = g_date_time_to_unix (utc);
  self->inputs_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, inputs_text, -1);
  self->scenario = ob_scenario_to_bytes (scenario, run);
  self->scenario_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->scenario);
  self->record = make_record (self, scenario, ob_scenario_get_inputs (scenario));

  return self;
}

ObProvenance *
ob_provenance_ref (ObProvenance *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
provenance_clear (gpointer data)
{
  ObProvenance *self = data;

  g_free (self->name);
  g_free (self->author);
  g_free (self->date);
  g_free (self->inputs_hash);
  g_bytes_unref (self->scenario);
  g_free (self->scenario_hash);
  g_free (self->record);
}

void
ob_provenance_unref (ObProvenance *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, provenance_clear);
}

GDateTime *
ob_provenance_get_now (GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch == NULL || *epoch == '\0')
    return g_date_time_new_now_utc ();

  if (g_ascii_string_to_signed (epoch, 10, 0, MAX_UNIX_TIME, &seconds, NULL))
    return g_date_time_new_from_unix_utc (seconds);

  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_VALUE,
               /* Translators: the name of an environment variable is not translated. */
               _ ("SOURCE_DATE_EPOCH is “%s”, expected a number of seconds since 1970"), epoch);
  return NULL;
}
