/* ob-vintage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-vintage.h"

#include "ob-irr.h"

#include <math.h>

#define QUARTER           0.25
#define QUARTERS_PER_YEAR 4
/* The figures for the start were taken at this lag, years. */
#define START_LAG 0.75

/* One order, by age: annual rates, but for what is sold at the end. */
typedef struct
{
  double ebitda[OB_VINTAGE_MAX_QUARTERS];
  double depreciation[OB_VINTAGE_MAX_QUARTERS];
  double sold[OB_VINTAGE_MAX_QUARTERS];
  guint n;
} Order;

static double
get_lag (const ObInputs *inputs)
{
  return inputs->value[OB_PARAMETER_BUILD_LAG] / QUARTER;
}

static double
get_life (const ObInputs *inputs)
{
  return inputs->value[OB_PARAMETER_LIFESPAN] / QUARTER;
}

guint
ob_vintage_get_n_years (const ObInputs *inputs)
{
  double last;

  g_return_val_if_fail (inputs != NULL, 0);

  /* The last order of a year serves to the end of its life, to the boundary. */
  last = OB_N_QUARTERS - ceil (ceil (get_lag (inputs)) + get_life (inputs));

  return (guint) MAX (floor ((last - (QUARTERS_PER_YEAR - 1)) / QUARTERS_PER_YEAR) + 1, 0);
}

/* The year of the order date of hardware that enters service in quarter @i. */
static double
get_order_year (const ObInputs *inputs, guint i)
{
  return (i + 0.5) * QUARTER - (inputs->value[OB_PARAMETER_BUILD_LAG] - START_LAG);
}

static double
get_cost (const ObInputs *inputs, guint i)
{
  return inputs->value[OB_PARAMETER_COST_PER_GW]
         * pow (1 + inputs->value[OB_PARAMETER_COST_GROWTH], get_order_year (inputs, i));
}

static double
get_compute (const ObInputs *inputs, guint i)
{
  return inputs->value[OB_PARAMETER_H100E_PER_GW]
         * pow (1 + inputs->value[OB_PARAMETER_EFFICIENCY_GROWTH], get_order_year (inputs, i));
}

/* What a gigawatt with @compute earns in quarter @t before upkeep, a year. */
static double
get_earnings (const ObInputs *inputs, const ObRun *run, guint t, double compute)
{
  const double *value = inputs->value;
  const double standing = run->series[OB_SERIES_COMPUTE][t];
  const double hours = standing > 0 ? run->series[OB_SERIES_SOLD][t] / standing : 0;
  const double base = run->series[OB_SERIES_FULL_COST][t] / (1 + value[OB_PARAMETER_SGA]);
  const double margin =
    run->series[OB_SERIES_USER_PRICE][t] * (1 + value[OB_PARAMETER_INTERNAL_VALUE])
    - value[OB_PARAMETER_SGA] * base;
  const double load = value[OB_PARAMETER_LOAD_IDLE]
                      + (1 - value[OB_PARAMETER_LOAD_IDLE]) * run->series[OB_SERIES_USED][t];
  const double energy = 8.76 * value[OB_PARAMETER_ELECTRICITY] / 1000 * load;

  return MAX (compute * hours * margin - energy, 0);
}

/* Adds @dollars that enter service in quarter @first, @age quarters after they
 * were paid. */
static void
add_service (Order *order,
             const ObInputs *inputs,
             const ObRun *run,
             guint first,
             guint age,
             double dollars)
{
  const double *value = inputs->value;
  const double gigawatts = dollars / get_cost (inputs, first);
  const double compute = get_compute (inputs, first);
  const double it = dollars * value[OB_PARAMETER_IT_SHARE];
  const double shell = dollars - it;
  const double worn = it / value[OB_PARAMETER_LIFESPAN] + shell / value[OB_PARAMETER_SHELL_LIFE];
  const double left = shell * (1 - value[OB_PARAMETER_LIFESPAN] / value[OB_PARAMETER_SHELL_LIFE]);
  double before = 1;

  for (guint i = 0; before > 0; i++)
    {
      const double serving = 1 - CLAMP (i + 1 - get_life (inputs), 0, 1);

      if (serving > 0)
        order->ebitda[age + i] += serving
                                  * (gigawatts * get_earnings (inputs, run, first + i, compute)
                                     - value[OB_PARAMETER_OPEX] * dollars);
      order->depreciation[age + i] += serving * worn;
      order->sold[age + i] += (before - serving) * left;
      order->n = MAX (order->n, age + i + 1);
      before = serving;
    }
}

/* A gigawatt ordered in quarter @i, of which @weight is counted. */
static void
add_order (ObVintage *self, const ObInputs *inputs, const ObRun *run, guint i, double weight)
{
  const guint whole = (guint) floor (get_lag (inputs));
  const double part = get_lag (inputs) - whole;
  const double dollars =
    1 / ((1 - part) / get_cost (inputs, i + whole) + part / get_cost (inputs, i + whole + 1));
  Order order = { { 0 } };
  double loss = 0;

  add_service (&order, inputs, run, i + whole, whole, dollars * (1 - part));
  if (part > 0)
    add_service (&order, inputs, run, i + whole + 1, whole + 1, dollars * part);

  self->n = MAX (self->n, order.n);
  self->cost += weight * dollars;
  self->cash[0] -= weight * dollars;
  for (guint age = 0; age < order.n; age++)
    {
      const double taxed = (order.ebitda[age] - order.depreciation[age]) * QUARTER - loss;
      const double tax = inputs->value[OB_PARAMETER_TAX] * MAX (taxed, 0);

      loss = MAX (-taxed, 0);
      self->cash[age] += weight * (order.ebitda[age] * QUARTER - tax + order.sold[age]);
    }
}

static void
summarise (ObVintage *self, const ObInputs *inputs)
{
  const double rate = inputs->value[OB_PARAMETER_WACC];
  double sum = 0;

  self->payback = OB_NEVER;
  for (guint age = 0; age < self->n; age++)
    {
      sum += self->cash[age];
      self->npv += self->cash[age] * pow (1 + rate, -(age * QUARTER));
      if (sum < 0)
        self->payback = OB_NEVER;
      else if (self->payback == OB_NEVER)
        self->payback = age;
    }
  self->irr_state = ob_irr_find_flows (0, self->cash, self->n, 0, self->n * QUARTER, &self->irr);
}

void
ob_vintage_init (ObVintage *self, const ObInputs *inputs, const ObRun *run, guint year)
{
  g_return_if_fail (self != NULL && inputs != NULL && run != NULL);
  g_return_if_fail (year < ob_vintage_get_n_years (inputs));

  *self = (ObVintage){ .year = run->start_year + (int) year };
  for (guint i = 0; i < QUARTERS_PER_YEAR; i++)
    add_order (self, inputs, run, year * QUARTERS_PER_YEAR + i, 1.0 / QUARTERS_PER_YEAR);
  summarise (self, inputs);
}
