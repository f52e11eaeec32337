/* ob-past.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-evidence.h"
#include "ob-series.h"

G_BEGIN_DECLS

/* What has happened, read from data/evidence. Loaded at the first call, from any
 * thread, and kept. */

#define OB_RECORD_MAX_YEARS 40

/**
 * ObRecord:
 * @series: what was recorded
 * @what: what was counted, one sentence, translated
 * @source: who says so, "" when it is our judgement
 * @grade: how sure it is
 * @first_year: of @value
 * @n_years: 1 to %OB_RECORD_MAX_YEARS
 * @value: of each year, for the whole world, in the unit of the series
 *
 * What a series has really been.
 */
typedef struct
{
  ObSeries series;
  const char *what;
  const char *source;
  ObGrade grade;
  int first_year;
  guint n_years;
  double value[OB_RECORD_MAX_YEARS];
} ObRecord;

/* NULL if there is none of @series. */
const ObRecord *ob_past_get_record (ObSeries series);
/* FALSE if the record does not have the year. */
gboolean ob_record_get (const ObRecord *self, int year, double *value);

/**
 * ObBoom:
 * @id: short and stable, "uk-rail"
 * @name: of what and where, translated
 * @period: when, translated
 * @years: from its beginning to its bust
 * @low: capex at its peak, as a share of the country's GDP; NaN: not known
 * @high: the same, @low or more
 * @outcome: what came of it, one sentence, translated
 * @source: who says so
 * @citation: title and place of publication, or ""
 * @grade: how sure it is
 *
 * A build-out of the past.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *period;
  double years;
  double low;
  double high;
  const char *outcome;
  const char *source;
  const char *citation;
  ObGrade grade;
} ObBoom;

guint ob_past_get_n_booms (void);
const ObBoom *ob_past_get_boom (guint index);

/**
 * ObYardstick:
 * @onset: the year at whose start the AI boom is taken to begin
 * @year: of @gdp
 * @gdp: of the country, $B
 * @growth: of it, nominal, a year
 * @source: who says so
 *
 * What the AI boom is measured by when it is set beside booms of one country.
 */
typedef struct
{
  int onset;
  int year;
  double gdp;
  double growth;
  const char *source;
} ObYardstick;

const ObYardstick *ob_past_get_yardstick (void);
/* The GDP at a time, in years, $B. */
double ob_yardstick_get_gdp (const ObYardstick *self, double time);

G_END_DECLS
