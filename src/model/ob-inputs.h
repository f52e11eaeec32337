/* ob-inputs.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-parameter.h"

G_BEGIN_DECLS

#define OB_MODEL_ERROR (ob_model_error_quark ())
GQuark ob_model_error_quark (void);

/**
 * ObModelError:
 * @OB_MODEL_ERROR_UNKNOWN_ID: no parameter, series or metric has that id
 * @OB_MODEL_ERROR_OUT_OF_RANGE: a value is outside its range, or not a number
 * @OB_MODEL_ERROR_HISTORY: the table of historical capex is not usable
 * @OB_MODEL_ERROR_NO_SOLUTION: the value asked for is not reached in the range
 */
typedef enum
{
  OB_MODEL_ERROR_UNKNOWN_ID,
  OB_MODEL_ERROR_OUT_OF_RANGE,
  OB_MODEL_ERROR_HISTORY,
  OB_MODEL_ERROR_NO_SOLUTION,
} ObModelError;

/* The most years a table of historical capex can have. */
#define OB_HISTORY_MAX_YEARS 40
#define OB_HISTORY_MIN_YEAR  1800
#define OB_HISTORY_MAX_YEAR  2200
/* The most capex a historical year can have, $B. */
#define OB_HISTORY_MAX_CAPEX 100000.0

/**
 * ObHistory:
 * @first_year: the calendar year of the first value
 * @n_years: how many years there are, 1 to %OB_HISTORY_MAX_YEARS
 * @capex: world AI capex of each year, $B, even within a year
 *
 * The build-out before the start. The projection starts with the year after
 * the last.
 */
typedef struct
{
  int first_year;
  guint n_years;
  double capex[OB_HISTORY_MAX_YEARS];
} ObHistory;

/**
 * ObInputs:
 * @value: the value of each parameter, in its model unit
 * @history: the build-out before the start
 *
 * All that a run depends on. A plain value: copy it by assignment.
 */
typedef struct
{
  double value[OB_N_PARAMETERS];
  ObHistory history;
} ObInputs;

/* Sets @inputs to the base case: every default and the history of 2022-2026. */
void ob_inputs_init (ObInputs *inputs);

/* The first projected calendar year. */
int ob_inputs_get_start_year (const ObInputs *inputs);

/**
 * ob_parameter_check_value:
 *
 * Whether @value may be used for @parameter. The error names the parameter and
 * its range: %OB_MODEL_ERROR_OUT_OF_RANGE.
 */
gboolean ob_parameter_check_value (ObParameter parameter, double value, GError **error);

/* The same for a table of history: %OB_MODEL_ERROR_HISTORY. */
gboolean ob_history_check (const ObHistory *history, GError **error);

/* The same for all of @inputs; the first fault is reported. */
gboolean ob_inputs_check (const ObInputs *inputs, GError **error);

/* Sets one value, or leaves @inputs alone and returns FALSE with an error. */
gboolean ob_inputs_set (ObInputs *inputs, ObParameter parameter, double value, GError **error);

/* Whether both would give the same run, to the last bit. */
gboolean ob_inputs_equal (const ObInputs *a, const ObInputs *b);

G_END_DECLS
