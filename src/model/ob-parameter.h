/* ob-parameter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObParameter:
 *
 * The parameters of the model, in the order of ob-parameter-table.h.
 */
typedef enum
{
#define OB_PARAMETER(NAME, ...) OB_PARAMETER_##NAME,
#include "ob-parameter-table.h"
#undef OB_PARAMETER
  OB_N_PARAMETERS
} ObParameter;

/**
 * ObGroup:
 *
 * The groups in which parameters are shown.
 */
typedef enum
{
  OB_GROUP_BUILD_OUT,
  OB_GROUP_HARDWARE,
  OB_GROUP_POWER,
  OB_GROUP_MARKET,
  OB_GROUP_PRICING,
  OB_GROUP_RUNNING_COSTS,
  OB_GROUP_FINANCE,
  OB_GROUP_BUBBLE,
  OB_N_GROUPS
} ObGroup;

/**
 * ObUnit:
 *
 * The unit a value is held in. SHARE and RATE are fractions (a rate is a
 * fraction a year) and are shown as percent.
 */
typedef enum
{
  OB_UNIT_NUMBER,           /* a pure number */
  OB_UNIT_SHARE,            /* a fraction */
  OB_UNIT_RATE,             /* a fraction a year */
  OB_UNIT_RATIO,            /* a pure number, shown as a multiple */
  OB_UNIT_LOG_ODDS,         /* natural log-odds */
  OB_UNIT_PER_DECADE,       /* a fraction per tenfold */
  OB_UNIT_SWITCH,           /* 0 or 1 */
  OB_UNIT_YEAR,             /* years */
  OB_UNIT_BILLION,          /* billions of nominal US dollars */
  OB_UNIT_BILLION_PER_YEAR, /* the same, a year */
  OB_UNIT_BILLION_PER_GW,   /* the same, per gigawatt of facility power */
  OB_UNIT_GW,               /* gigawatts of facility power */
  OB_UNIT_GW_PER_YEAR,      /* the same, a year */
  OB_UNIT_H100E,            /* million H100 equivalents */
  OB_UNIT_H100E_PER_GW,     /* the same, per gigawatt */
  OB_UNIT_H100E_HOURS,      /* billion H100-equivalent hours a year */
  OB_UNIT_PRICE,            /* US dollars per H100-equivalent hour */
  OB_UNIT_DOLLAR_PER_MWH,   /* US dollars per megawatt-hour */
  OB_UNIT_QUARTER,          /* a projected quarter, counted from 0 */
  OB_N_UNITS
} ObUnit;

/**
 * ObScaleKind:
 *
 * How a value is spread along a slider or an axis.
 */
typedef enum
{
  OB_SCALE_LINEAR,
  OB_SCALE_LOG
} ObScaleKind;

/**
 * ObParameterInfo:
 * @id: the name in files and on the command line
 * @group: the group the parameter is shown in
 * @unit: the unit of the five values that follow
 * @value: the default, the base case's value
 * @minimum: the smallest value accepted
 * @maximum: the largest value accepted
 * @step: a sensible step for keys and buttons
 * @scale: how values are spread along a slider
 *
 * A row of the parameter table. Labels are read with ob_parameter_get_label().
 */
typedef struct
{
  const char *id;
  ObGroup group;
  ObUnit unit;
  double value;
  double minimum;
  double maximum;
  double step;
  ObScaleKind scale;
  const char *label;
  const char *description;
} ObParameterInfo;

/* The four headline levers, in the order in which they are shown. */
#define OB_N_HEADLINE 4
extern const ObParameter ob_headline_parameters[OB_N_HEADLINE];

const ObParameterInfo *ob_parameter_get_info (ObParameter parameter);
const char *ob_parameter_get_id (ObParameter parameter);
/* Translated; never freed. */
const char *ob_parameter_get_label (ObParameter parameter);
const char *ob_parameter_get_description (ObParameter parameter);
gboolean ob_parameter_is_headline (ObParameter parameter);

/* Looks an id up. Returns FALSE, and leaves @parameter alone, if there is none. */
gboolean ob_parameter_from_id (const char *id, ObParameter *parameter);

/* The id of a group in files and on the command line, "build-out" and so on. */
const char *ob_group_get_id (ObGroup group);
/* Translated; never freed. */
const char *ob_group_get_label (ObGroup group);

/* The unit's symbol as in the documentation of the model, "$B/yr"; not translated. */
const char *ob_unit_get_symbol (ObUnit unit);

G_END_DECLS
