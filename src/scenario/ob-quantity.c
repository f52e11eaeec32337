/* ob-quantity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* Where money starts to be shown in trillions, $B; where stocks do if it is not written
 * in billions, FLOW_TRILLION. */
#define STOCK_TRILLION 500.0
#define FLOW_TRILLION  1000.0
/* Significant digits in a field. */
#define FIELD_DIGITS 5

/* The first form of a unit that fits the size of the number is written; all of
 * them are read. Exponents are those of the English text; see
 * ob_quantity_get_exponent(). Years and quarters have plurals and stand in
 * format_body(). */
const ObQuantityForm ob_quantity_forms[] = {
  { OB_UNIT_SHARE, -2, N_ ("%s %%") },
  /* Translators: percent a year. */
  { OB_UNIT_RATE, -2, N_ ("%s %%/yr") },
  /* Translators: percent for every tenfold increase. */
  { OB_UNIT_PER_DECADE, -2, N_ ("%s %% per tenfold") },
  { OB_UNIT_RATIO, 0, N_ ("%s×") },
  { OB_UNIT_LOG_ODDS, 0, N_ ("%s log-odds") },
  /* Translators: %s is a number; bn is billion (10^9), tn is trillion (10^12). */
  { OB_UNIT_BILLION, 0, N_ ("$%s bn") },
  { OB_UNIT_BILLION, 3, N_ ("$%s tn") },
  /* Translators: billions and trillions of dollars a year. */
  { OB_UNIT_BILLION_PER_YEAR, 0, N_ ("$%s bn/yr") },
  { OB_UNIT_BILLION_PER_YEAR, 3, N_ ("$%s tn/yr") },
  /* Translators: billions of dollars for each gigawatt. */
  { OB_UNIT_BILLION_PER_GW, 0, N_ ("$%s bn/GW") },
  { OB_UNIT_GW, 0, N_ ("%s GW") },
  { OB_UNIT_GW_PER_YEAR, 0, N_ ("%s GW/yr") },
  /* Translators: millions of chips, counted as Nvidia H100 equivalents. */
  { OB_UNIT_H100E, 0, N_ ("%s M H100e") },
  { OB_UNIT_H100E_PER_GW, 0, N_ ("%s M H100e/GW") },
  /* Translators: billions of H100-equivalent hours a year. */
  { OB_UNIT_H100E_HOURS, 0, N_ ("%s bn H100e-h/yr") },
  /* Translators: dollars for one hour of an H100 equivalent. */
  { OB_UNIT_PRICE, 0, N_ ("$%s/H100e-h") },
  { OB_UNIT_DOLLAR_PER_MWH, 0, N_ ("$%s/MWh") },
};
const guint ob_quantity_n_forms = G_N_ELEMENTS (ob_quantity_forms);

/* What stands behind an entry. */
static const char *const unit_labels[OB_N_UNITS] = {
  [OB_UNIT_NUMBER] = "",
  [OB_UNIT_SHARE] = NC_ ("unit", "%"),
  [OB_UNIT_RATE] = NC_ ("unit", "%/yr"),
  [OB_UNIT_RATIO] = NC_ ("unit", "×"),
  [OB_UNIT_LOG_ODDS] = NC_ ("unit", "log-odds"),
  /* xgettext:no-c-format */
  [OB_UNIT_PER_DECADE] = NC_ ("unit", "% per tenfold"),
  [OB_UNIT_SWITCH] = "",
  [OB_UNIT_YEAR] = NC_ ("unit", "years"),
  [OB_UNIT_BILLION] = NC_ ("unit", "$bn"),
  [OB_UNIT_BILLION_PER_YEAR] = NC_ ("unit", "$bn/yr"),
  [OB_UNIT_BILLION_PER_GW] = NC_ ("unit", "$bn/GW"),
  [OB_UNIT_GW] = NC_ ("unit", "GW"),
  [OB_UNIT_GW_PER_YEAR] = NC_ ("unit", "GW/yr"),
  [OB_UNIT_H100E] = NC_ ("unit", "M H100e"),
  [OB_UNIT_H100E_PER_GW] = NC_ ("unit", "M H100e/GW"),
  [OB_UNIT_H100E_HOURS] = NC_ ("unit", "bn H100e-h/yr"),
  [OB_UNIT_PRICE] = NC_ ("unit", "$/H100e-h"),
  [OB_UNIT_DOLLAR_PER_MWH] = NC_ ("unit", "$/MWh"),
  [OB_UNIT_QUARTER] = NC_ ("unit", "quarter"),
};

gboolean
ob_quantity_is_percent (ObUnit unit)
{
  return unit == OB_UNIT_SHARE || unit == OB_UNIT_RATE || unit == OB_UNIT_PER_DECADE;
}

/* How many zeros @text has, "1", "10" or "100", which is a translator's. */
static int
count_zeros (const char *text)
{
  const gsize zeros = *text == '1' ? strspn (text + 1, "0") : 0;

  return zeros <= 3 && text[zeros + 1] == '\0' ? (int) zeros : 0;
}

int
ob_quantity_get_exponent (ObUnit unit)
{
  switch (unit)
    {
    case OB_UNIT_SHARE:
    case OB_UNIT_RATE:
    case OB_UNIT_PER_DECADE:
      return -2;

    case OB_UNIT_BILLION:
    case OB_UNIT_BILLION_PER_YEAR:
    case OB_UNIT_BILLION_PER_GW:
    case OB_UNIT_H100E_HOURS:
      /* Translators: how many of what you write for "bn" make a billion (10^9), wherever
       * a unit has "bn". "1" if you write billions; "10" if you write hundred millions,
       * as in Chinese; "1000" if you write millions. */
      return -count_zeros (C_ ("billion in the unit written for it", "1"));

    case OB_UNIT_H100E:
    case OB_UNIT_H100E_PER_GW:
      /* Translators: how many of what you write for "M" make a million (10^6), wherever
       * a unit has "M". "1" if you write millions; "100" if you write ten thousands, as
       * in Chinese. */
      return -count_zeros (C_ ("million in the unit written for it", "1"));

    default:
      return 0;
    }
}

char *
ob_quantity_get_decimal_point (void)
{
  const char *point = localeconv ()->decimal_point;

  if (point == NULL || *point == '\0')
    return g_strdup (".");
  if (g_utf8_validate (point, -1, NULL))
    return g_strdup (point);
  return g_locale_to_utf8 (point, -1, NULL, NULL, NULL) ?: g_strdup (".");
}

/* A non-negative number with the locale's point and groups. Takes off zeros
 * behind the point unless @keep_zeros. */
static char *
format_fixed (double value, int decimals, gboolean keep_zeros)
{
  g_autofree char *local = NULL;
  g_autofree char *point = ob_quantity_get_decimal_point ();
  char *text;

  if (value >= 1e15)
    local = g_strdup_printf ("%.3g", value);
  else
    local = g_strdup_printf ("%'.*f", decimals, value);

  /* A locale with another charset writes its separators in it. */
  if (g_utf8_validate (local, -1, NULL))
    text = g_steal_pointer (&local);
  else
    text = g_locale_to_utf8 (local, -1, NULL, NULL, NULL) ?: g_utf8_make_valid (local, -1);

  if (!keep_zeros && decimals > 0 && strstr (text, point) != NULL)
    {
      gsize length = strlen (text);

      while (text[length - 1] == '0')
        length--;
      text[length] = '\0';
      if (g_str_has_suffix (text, point))
        text[length - strlen (point)] = '\0';
    }

  return text;
}

/* How many decimals show three significant digits of @value, at most 4. A digit
 * that rounding carries over counts: 9.996 is 10.0. */
static int
get_decimals (double value)
{
  int decimals = 0;

  while (decimals < 4 && round (value * pow (10, decimals)) < 100)
    decimals++;

  return decimals;
}

/* Puts @number into a translated form. Spaces are made to hold together. */
static char *
fill_form (const char *form, const char *number)
{
  GString *text = g_string_new (NULL);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_printf (text, form, number);
#pragma GCC diagnostic pop
  g_string_replace (text, " ", "\302\240", 0);

  return g_string_free (text, FALSE);
}

gboolean
ob_quantity_is_trillions (ObUnit unit, double value)
{
  const double size = round (fabs (value));

  if (unit == OB_UNIT_BILLION_PER_YEAR)
    return size >= FLOW_TRILLION;

  return unit == OB_UNIT_BILLION
         && size >= (ob_quantity_get_exponent (unit) == 0 ? STOCK_TRILLION : FLOW_TRILLION);
}

/* The number and its unit, @value finite and not negative. */
static char *
format_body (ObUnit unit, double value)
{
  g_autofree char *number = NULL;
  double shown = value * ob_quantity_get_display_factor (unit);
  gboolean keep_zeros = FALSE;
  int exponent = ob_quantity_is_percent (unit) ? -2 : 0;
  int decimals;

  if (ob_quantity_is_trillions (unit, value))
    {
      exponent = 3;
      shown = value / 1000;
    }

  decimals = get_decimals (shown);
  if (exponent == 3)
    {
      decimals = MIN (decimals, 2);
      keep_zeros = round (shown * 100) >= 100;
    }
  else if (unit == OB_UNIT_RATE)
    {
      decimals = MAX (decimals, 2);
    }
  else if (unit == OB_UNIT_PRICE && shown >= 1 && shown < 100)
    {
      decimals = 2;
      keep_zeros = TRUE;
    }

  number = format_fixed (shown, decimals, keep_zeros);

  if (unit == OB_UNIT_NUMBER)
    return g_steal_pointer (&number);

  if (unit == OB_UNIT_YEAR)
    /* Translators: %s is a number, which may have decimals. */
    return fill_form (
      g_dngettext (GETTEXT_PACKAGE, "%s year", "%s years", g_str_equal (number, "1") ? 1 : 2),
      number);

  for (guint i = 0; i < ob_quantity_n_forms; i++)
    {
      const ObQuantityForm *form = &ob_quantity_forms[i];

      if (form->unit == unit && form->exponent == exponent)
        return fill_form (g_dgettext (GETTEXT_PACKAGE, form->text), number);
    }

  g_assert_not_reached ();
}

static char *
format_word (ObUnit unit, double value)
{
  if (unit == OB_UNIT_QUARTER && value < 0)
    /* Translators: when something pays back that never does. */
    return g_strdup (C_ ("quarter", "never"));

  if (isnan (value))
    /* Translators: in place of a number that cannot be given. */
    return g_strdup (C_ ("quantity", "unknown"));

  if (!isfinite (value))
    /* Translators: in place of a number without bound. */
    return g_strdup (value > 0 ? C_ ("quantity", "unlimited")
                               : C_ ("quantity", "unlimited, below zero"));

  if (unit == OB_UNIT_SWITCH && (value == 0 || value == 1))
    return g_strdup (value == 1 ? C_ ("switch", "yes") : C_ ("switch", "no"));

  if (unit == OB_UNIT_QUARTER)
    /* Translators: a quarter of a year, counted from 1. */
    return g_strdup_printf (C_ ("quarter", "quarter %.0f"), floor (value) + 1);

  return NULL;
}

static char *
format_with_sign (ObUnit unit, double value, gboolean plus)
{
  g_autofree char *body = NULL;
  g_autofree char *zero = NULL;
  char *word;

  g_return_val_if_fail (unit < OB_N_UNITS, NULL);

  word = format_word (unit, value);
  if (word != NULL)
    return word;

  if (unit == OB_UNIT_SWITCH)
    unit = OB_UNIT_NUMBER;

  /* What rounds to nothing has no sign. */
  body = format_body (unit, fabs (value));
  zero = format_body (unit, 0);
  if (g_str_equal (body, zero) || (value > 0 && !plus))
    return g_steal_pointer (&body);

  /* The minus sign proper, as wide as the plus and never a place to break a line. */
  return g_strconcat (value > 0 ? "+" : "\342\210\222", body, NULL);
}

char *
ob_quantity_format (ObUnit unit, double value)
{
  return format_with_sign (unit, value, FALSE);
}

char *
ob_quantity_format_signed (ObUnit unit, double value)
{
  return format_with_sign (unit, value, TRUE);
}

char *
ob_quantity_format_difference (double value, int decimals)
{
  g_autofree char *number = format_fixed (fabs (value), decimals, TRUE);
  const char *sign = value < 0 ? "\342\210\222" : "+";

  /* What rounds to nothing has no sign. */
  return g_strconcat (fabs (value) * pow (10, decimals) < 0.5 ? "" : sign, number, NULL);
}

char *
ob_quantity_format_points (double value)
{
  g_autofree char *number = ob_quantity_format_difference (100 * value, 1);

  /* Translators: a difference of two percentages, in percentage points: "+7.6 points" */
  return fill_form (C_ ("key figure", "%s points"), number);
}

/* The digits and the decimal exponent of the shortest decimal that reads back
 * as @value: 0.4 is "4" and -1. @digits has room for 18 characters. */
static int
get_shortest_decimal (double value, char *digits)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *mark;
  gsize n = 0;

  for (int precision = 0; precision <= 16; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%de", precision);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  mark = strchr (buffer, 'e');
  for (const char *p = buffer; p < mark; p++)
    {
      if (g_ascii_isdigit (*p))
        digits[n++] = *p;
    }
  digits[n] = '\0';

  return (int) g_ascii_strtoll (mark + 1, NULL, 10);
}

char *
ob_quantity_format_entry (ObUnit unit, double value)
{
  g_autofree char *point = NULL;
  char digits[24];
  GString *text;
  int n;
  int whole;

  g_return_val_if_fail (unit < OB_N_UNITS, NULL);

  if (!isfinite (value))
    return g_strdup ("");
  if (value == 0)
    return g_strdup ("0");

  /* The point is moved in the text, so that no multiplication can spoil it. */
  whole = get_shortest_decimal (fabs (value), digits) + 1;
  whole -= ob_quantity_get_exponent (unit);
  n = (int) strlen (digits);

  point = ob_quantity_get_decimal_point ();
  text = g_string_new (value < 0 ? "-" : "");
  for (int i = MIN (whole, 1) - 1; i < MAX (whole, n); i++)
    {
      if (i == whole)
        g_string_append (text, point);
      g_string_append_c (text, i >= 0 && i < n ? digits[i] : '0');
    }

  return g_string_free (text, FALSE);
}

char *
ob_quantity_format_field (ObUnit unit, double value)
{
  g_autofree char *number = NULL;
  double shown;
  int whole;

  g_return_val_if_fail (unit < OB_N_UNITS, NULL);

  shown = fabs (value) * ob_quantity_get_display_factor (unit);
  if (!isfinite (shown) || shown < pow (10, -FIELD_DIGITS))
    return ob_quantity_format_entry (unit, value);

  whole = (int) floor (log10 (shown)) + 1;
  number = format_fixed (shown, MAX (FIELD_DIGITS - whole, 0), FALSE);

  return g_strconcat (value < 0 ? "-" : "", number, NULL);
}

const char *
ob_quantity_get_unit_label (ObUnit unit)
{
  g_return_val_if_fail (unit < OB_N_UNITS, NULL);

  if (*unit_labels[unit] == '\0')
    return "";

  return g_dpgettext2 (GETTEXT_PACKAGE, "unit", unit_labels[unit]);
}

double
ob_quantity_get_display_factor (ObUnit unit)
{
  g_return_val_if_fail (unit < OB_N_UNITS, 1);

  return pow (10, -ob_quantity_get_exponent (unit));
}

char *
ob_quarter_format (int start_year, int quarter)
{
  if (quarter < 0)
    return g_strdup (C_ ("quarter", "never"));

  /* Translators: a quarter of a calendar year, "Q3 2027". The first %d is the
   * quarter, 1 to 4, the second the year; use %2$d and %1$d to swap them. The
   * space is a no-break space. */
  return g_strdup_printf (C_ ("quarter", "Q%d\302\240%d"), quarter % 4 + 1,
                          start_year + quarter / 4);
}

char *
ob_metric_format (const ObRun *run, ObMetric metric)
{
  g_return_val_if_fail (run != NULL, NULL);
  g_return_val_if_fail (metric < OB_N_METRICS, NULL);

  if (metric == OB_METRIC_IRR && run->irr_state == OB_IRR_SEVERAL)
    /* Translators: in place of the internal rate of return. */
    return g_strdup (_ ("several rates"));
  if (metric == OB_METRIC_IRR && run->irr_state == OB_IRR_NONE)
    /* Translators: in place of the internal rate of return. */
    return g_strdup (_ ("no rate"));
  if (ob_metric_get_unit (metric) == OB_UNIT_QUARTER)
    return ob_quarter_format (run->start_year, (int) run->metric[metric]);

  return ob_quantity_format (ob_metric_get_unit (metric), run->metric[metric]);
}

gboolean
ob_metric_parse (ObMetric metric, const char *text, double current, double *value, GError **error)
{
  g_autofree char *example = NULL;
  ObUnit unit;

  g_return_val_if_fail (metric < OB_N_METRICS, FALSE);
  g_return_val_if_fail (ob_metric_get_unit (metric) != OB_UNIT_QUARTER, FALSE);
  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  unit = ob_metric_get_unit (metric);
  if (ob_quantity_read (unit, unit != OB_UNIT_SHARE, text, current, value))
    return TRUE;

  example = ob_quantity_format_entry (unit, unit == OB_UNIT_SHARE ? 0.5 : 100);
  /* Translators: the name of a result, and a number as it would be typed. */
  g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_UNKNOWN_ID,
               _ ("%s takes a number such as %s, or a change of the value now such as +10%%"),
               ob_metric_get_label (metric), example);
  return FALSE;
}
