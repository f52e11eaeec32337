/* ob-inputs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-inputs.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (ob - model - error - quark, ob_model_error)

/* World AI capex, $B: see data/evidence for the sources. */
static const ObHistory base_history = { 2022, 5, { 40, 75, 180, 350, 610 } };

void
ob_inputs_init (ObInputs *inputs)
{
  g_return_if_fail (inputs != NULL);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    inputs->value[i] = ob_parameter_get_info (i)->value;
  inputs->history = base_history;
}

int
ob_inputs_get_start_year (const ObInputs *inputs)
{
  g_return_val_if_fail (inputs != NULL, 0);

  return inputs->history.first_year + (int) inputs->history.n_years;
}

gboolean
ob_parameter_check_value (ObParameter parameter, double value, GError **error)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  char low[G_ASCII_DTOSTR_BUF_SIZE];
  char high[G_ASCII_DTOSTR_BUF_SIZE];
  char given[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (info != NULL, FALSE);

  /* Written so that NaN fails. */
  if (value >= info->minimum && value <= info->maximum
      && (info->unit != OB_UNIT_SWITCH || value == 0 || value == 1))
    return TRUE;

  g_ascii_formatd (low, sizeof low, "%.10g", info->minimum);
  g_ascii_formatd (high, sizeof high, "%.10g", info->maximum);
  g_ascii_formatd (given, sizeof given, "%.10g", value);

  if (info->unit == OB_UNIT_SWITCH)
    /* Translators: the first %s is the id of a parameter, the second a number. */
    g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                 _ ("%s: %s is neither 0 nor 1"), info->id, given);
  else
    /* Translators: id of a parameter, a number, its range and its unit. */
    g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                 _ ("%s: %s is outside its range %s to %s (%s)"), info->id, given, low, high,
                 ob_unit_get_symbol (info->unit));
  return FALSE;
}

gboolean
ob_history_check (const ObHistory *history, GError **error)
{
  g_return_val_if_fail (history != NULL, FALSE);

  if (history->n_years < 1 || history->n_years > OB_HISTORY_MAX_YEARS)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_HISTORY,
                   _ ("history: %u years given, expected 1 to %d"), history->n_years,
                   OB_HISTORY_MAX_YEARS);
      return FALSE;
    }

  if (history->first_year < OB_HISTORY_MIN_YEAR
      || history->first_year + (int) history->n_years - 1 > OB_HISTORY_MAX_YEAR)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_HISTORY,
                   _ ("history: the years %d to %d are not within %d to %d"), history->first_year,
                   history->first_year + (int) history->n_years - 1, OB_HISTORY_MIN_YEAR,
                   OB_HISTORY_MAX_YEAR);
      return FALSE;
    }

  for (guint i = 0; i < history->n_years; i++)
    {
      if (!(history->capex[i] >= 0 && history->capex[i] <= OB_HISTORY_MAX_CAPEX))
        {
          char given[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (given, sizeof given, "%.10g", history->capex[i]);
          g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_HISTORY,
                       _ ("history: %s for %d is outside its range 0 to %d ($B)"), given,
                       history->first_year + (int) i, (int) OB_HISTORY_MAX_CAPEX);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
ob_inputs_check (const ObInputs *inputs, GError **error)
{
  g_return_val_if_fail (inputs != NULL, FALSE);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      if (!ob_parameter_check_value (i, inputs->value[i], error))
        return FALSE;
    }

  return ob_history_check (&inputs->history, error);
}

gboolean
ob_inputs_set (ObInputs *inputs, ObParameter parameter, double value, GError **error)
{
  g_return_val_if_fail (inputs != NULL, FALSE);

  if (!ob_parameter_check_value (parameter, value, error))
    return FALSE;

  inputs->value[parameter] = value;
  return TRUE;
}

gboolean
ob_inputs_equal (const ObInputs *a, const ObInputs *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return memcmp (a->value, b->value, sizeof a->value) == 0
         && a->history.first_year == b->history.first_year
         && a->history.n_years == b->history.n_years
         && memcmp (a->history.capex, b->history.capex, a->history.n_years * sizeof (double)) == 0;
}
