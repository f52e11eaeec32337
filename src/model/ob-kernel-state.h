/* ob-kernel-state.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The scratch of a kernel: everything is an array over lanes, lanes innermost.
 * Included by ob-kernel.c only, which says how many lanes there are. */

#include "ob-kernel.h"
#include "ob-vector-math.h"

#define QUARTER     0.25
#define PER_YEAR    4
#define MAX_HISTORY (OB_HISTORY_MAX_YEARS * PER_YEAR)
#define MAX_TIME    (MAX_HISTORY + OB_N_QUARTERS)
/* The longest lag a curve is read with: shell_life, 30 years. Before boundary 0
 * a curve is zero, as reading with clipped arguments has it. */
#define PADDING (30 * PER_YEAR + 1)
/* Two years ahead, in quarters. */
#define AHEAD 8
/* The quarter of the headline bubble risk, five years on. */
#define RISK_QUARTER 19
#define FLOOR        1e-9

/* A loop over lanes that becomes vector code: lanes never look at each other.
 * FOR_LANES_ADDING adds up over lanes in the variable named, FOR_LANES_TOPPING
 * finds the largest: "does any lane exceed" takes fewer instructions so than
 * counting those that do. */
#define FOR_LANES _Pragma ("omp simd") for (int l = 0; l < OB_LANES; l++)
#define FOR_LANES_ADDING(sum)                                                                      \
  _Pragma (G_STRINGIFY (omp simd reduction (+ : sum))) for (int l = 0; l < OB_LANES; l++)
#define FOR_LANES_TOPPING(most)                                                                    \
  _Pragma (G_STRINGIFY (omp simd reduction (max : most))) for (int l = 0; l < OB_LANES; l++)

typedef double Lanes[OB_LANES] __attribute__ ((aligned (OB_LANES < 8 ? OB_LANES * 8 : 64)));

/* One traced row: a number for every projected quarter. */
typedef Lanes Trace[OB_N_QUARTERS];

/* A constant lag in quarters: boundary b is read at (b - whole) + part. */
typedef struct
{
  gboolean uniform;
  int whole[OB_LANES];
  int place[OB_LANES]; /* of the lane in the row so far before, from a row */
  Lanes part;
} Lag;

/* What does not depend on the state of the simulation, for one quarter. Prices
 * are $/H100e-hour; logs are natural. */
typedef struct
{
  Lanes plan;          /* growth capex wanted before any reaction, over that of the first year */
  Lanes served;        /* 1-th: of the compute, what is for sale */
  Lanes log_training;  /* ln of compute in training over compute for sale */
  Lanes sga;           /* sga base */
  Lanes log_reference; /* ln P_ref */
  Lanes log_list;      /* ln P* */
  Lanes log_charged;   /* ln (1-s) */
  Lanes log_spend;     /* ln N but for the effect of scaling */
} Schedule;

/* The same where a quarter seldom looks, apart so that what it always reads lies
 * close together. */
typedef struct
{
  Lanes popped;     /* 0 before the break of confidence, 1 after, if any breaks */
  Lanes keep_capex; /* factor on growth capex after a break, if any breaks */
  Lanes per_served; /* 1/(1-th) */
  Lanes base_cost;  /* base */
} Annex;

/* What one quarter's hardware costs and does. */
typedef struct
{
  Lanes it;      /* c_it, $B/GW */
  Lanes per_it;  /* 1/c_it */
  Lanes compute; /* A, M H100e/GW */
} Hardware;

/* Running totals at a quarter boundary. */
typedef struct
{
  Lanes paid;          /* CK, $B */
  Lanes gigawatts;     /* CG, GW */
  Lanes compute;       /* CC, M H100e */
  Lanes it_dollars;    /* CI, $B */
  Lanes shell_dollars; /* CF, $B */
} Totals;

/* How far apart totals are from boundary to boundary, in numbers. */
#define ROW ((int) (sizeof (Totals) / sizeof (double)))

/* What does not depend on the quarter either. */
typedef struct
{
  Lanes annuity_it;
  Lanes annuity_shell;
  Lanes annuity_life;
  Hardware step;         /* factors on the hardware from quarter to quarter */
  Lanes shell_per_it;    /* c_sh/c_it */
  Lanes core_step;       /* factor on core_cash from quarter to quarter */
  Lanes market_step;     /* and on (1+market_return)^-y */
  Lanes discount_step;   /* and on the discount */
  Lanes energy;          /* 8.76 electricity/1000: e, $B per GW-year */
  Lanes energy_idle;     /* e load_idle */
  Lanes energy_used;     /* e (1-load_idle) */
  Lanes revenue_worth;   /* 1+internal_value */
  Lanes year;            /* 8.76 utilisation: thousands of hours sold a year */
  Lanes log_year;        /* and its logarithm */
  Lanes debt_service;    /* debt_rate + 1/debt_term */
  Lanes per_term;        /* 1/debt_term */
  Lanes per_life;        /* 1/lifespan */
  Lanes per_book;        /* 1/book_life */
  Lanes per_shell;       /* 1/shell_life */
  Lanes habit_glut;      /* k/(1+k(1+b)) in a glut */
  Lanes habit_short;     /* and in a shortage */
  Lanes per_short;       /* 1/elasticity_short */
  Lanes extra;           /* elasticity_long - elasticity_short */
  Lanes log_power;       /* ln of 8.76 utilisation electricity/1000 */
  Lanes per_efficiency;  /* 1/(h ln(1+efficiency_growth)) */
  Lanes decline;         /* (1+efficiency_growth)^-h */
  Lanes scrap_start;     /* the boundary of scrapping where worth is 0 */
  Lanes worth_start;     /* ln(kw0 electricity/1000) */
  Lanes worth_least;     /* what an hour must earn for scrapping to stay behind age */
  Lanes scaling;         /* scaling per unit of ln compute */
  Lanes adjust;          /* h/expect_lag */
  Lanes caution;         /* the power of coverage in growth capex */
  Lanes log_runup;       /* ln(1+runup_now) */
  Lanes log_promise;     /* ln min(coverage_now, 1) */
  Lanes per_patience;    /* 1/patience */
  Lanes per_spread;      /* 1/(coverage_sigma sqrt 2) */
  Lanes share_valuation; /* weights over their sum */
  Lanes share_credit;
  Lanes share_fundamental;
} Constants;

typedef struct
{
  Lanes value[OB_N_PARAMETERS];
  gboolean changed[OB_N_PARAMETERS];
  gboolean history_changed;
  ObHistory history;
  int nh;

  Lag build;
  Lag life;
  Lag book;
  Lag shell;

  Constants constants;

  /* Quarters from which no lane plans capex, or counts flows. */
  int plan_end;
  int count_end;
  gboolean is_end[OB_N_QUARTERS + 1]; /* whether so many are counted in some lane */
  Lanes counted;                      /* quarters counted, L */
  Lanes residual_discount;            /* (1+wacc)^-horizon */

  gboolean heedless; /* growth capex does not heed coverage in any lane */

  gboolean breaks; /* confidence breaks in some lane */

  Schedule schedule[OB_N_QUARTERS];
  Annex annex[OB_N_QUARTERS];

  /* Nothing is ever written before boundary 0, which is at PADDING. */
  Totals totals[PADDING + MAX_TIME + 1];

  /* Of the first quarter of history and of the first projected one. */
  Hardware first_hardware;
  Hardware hardware;
  /* Also of the first projected quarter. */
  Lanes core;     /* core_cash, $B/yr */
  Lanes market;   /* (1+market_return)^-y */
  Lanes discount; /* of a flow in the quarter, times h */

  /* Carried over from history. */
  Lanes opening_shells; /* GW */
  Lanes opening_served; /* CK at the boundary that is in service */
  Lanes opening_retired;
  Lanes opening_book;

  /* Kept by the simulation for the risk that is worked out after it. */
  Lanes log_coverage[OB_N_QUARTERS]; /* ln of floored coverage */
  Lanes earned[OB_N_QUARTERS];       /* by an hour run, for scrapping */
  Lanes runup[OB_N_QUARTERS];
  Lanes drawdown[OB_N_QUARTERS];
  Lanes external_share[OB_N_QUARTERS];
  Lanes idle[OB_N_QUARTERS];
  Lanes earnings_gap[OB_N_QUARTERS];
  Lanes value_index[OB_N_QUARTERS]; /* V, the value of AI shares */

  Trace trace[OB_N_TRACES];
} State;

/* A running total at boundary @b. */
#define AT(total, b) (s->totals[PADDING + (b)].total)

/* Reads numbers at places of the lanes' own. It is written as loads, for where the compiler
 * makes a vector of the places first it takes them out of it one by one again, and it is a
 * function of its own to keep short the steps of lanes that agree. */
static __attribute__ ((noinline)) void
read_places (const double *number, const int *place, double *out)
{
#if OB_LANES % 4 == 0
  typedef double Four __attribute__ ((vector_size (4 * sizeof (double))));

  for (int l = 0; l < OB_LANES; l += 4)
    {
      const Four four = { number[place[l]], number[place[l + 1]], number[place[l + 2]],
                          number[place[l + 3]] };

      memcpy (out + l, &four, sizeof four);
    }
#else
  FOR_LANES out[l] = number[place[l]];
#endif
}

/* Reads a running total a constant lag before the boundary where @total is. */
OB_INLINE void
read_lagged (const double *total, const Lag *lag, double *out)
{
  if (lag->uniform)
    {
      const double *low = total - lag->whole[0] * ROW;
      const double *high = low + ROW;
      const double part = lag->part[0];

      FOR_LANES out[l] = low[l] + (high[l] - low[l]) * part;
    }
  else
    {
      Lanes low, high;

      read_places (total, lag->place, low);
      read_places (total + ROW, lag->place, high);
      FOR_LANES out[l] = low[l] + (high[l] - low[l]) * lag->part[l];
    }
}

/* Where a running total is read between two boundaries. */
typedef struct
{
  const double *low;
  const double *high;
  const double *part;
} Reading;

#define READ(reading)                                                                              \
  ((reading).low[l] + ((reading).high[l] - (reading).low[l]) * (reading).part[l])

/* What is kept of one reading for that of the next quarter, in turns. */
typedef Lanes Kept[2];

/* Reads a constant lag before the boundary at the end of projected quarter @i,
 * where @total is, quarter after quarter: where lanes differ in their lag, each
 * quarter fetches one new number per lane. */
OB_INLINE Reading
read_next (const double *total, const Lag *lag, int i, Kept kept)
{
  double *low = kept[i % 2];
  double *high = kept[(i + 1) % 2];

  if (lag->uniform)
    {
      const double *row = total - lag->whole[0] * ROW;

      return (Reading){ row, row + ROW, lag->part };
    }

  read_places (total + ROW, lag->place, high);

  return (Reading){ low, high, lag->part };
}

/* Gets read_next() ready for the first projected quarter. */
OB_INLINE void
start_reading (const double *total, const Lag *lag, Kept kept)
{
  if (!lag->uniform)
    read_places (total, lag->place, kept[0]);
}
