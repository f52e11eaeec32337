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
 * FOR_LANES_ADDING adds up over lanes in the variable named. */
#define FOR_LANES _Pragma ("omp simd") for (int l = 0; l < OB_LANES; l++)
#define FOR_LANES_ADDING(sum)                                                                      \
  _Pragma (G_STRINGIFY (omp simd reduction (+ : sum))) for (int l = 0; l < OB_LANES; l++)

typedef double Lanes[OB_LANES] __attribute__ ((aligned (OB_LANES < 8 ? OB_LANES * 8 : 64)));

/* One traced row: a number for every projected quarter. */
typedef Lanes Trace[OB_N_QUARTERS];

/* A constant lag in quarters: boundary b is read at (b - whole) + part. */
typedef struct
{
  gboolean uniform;
  gint64 whole[OB_LANES];
  Lanes part;
} Lag;

/* What does not depend on the state of the simulation, for one quarter.
 * Prices are $/H100e-hour; logs are natural. */
typedef struct
{
  Lanes plan;          /* growth capex wanted before any reaction, $B/yr */
  Lanes popped;        /* 0 before the break of confidence, 1 after */
  Lanes keep_capex;    /* factor on growth capex after a break */
  Lanes core;          /* core_cash, grown, $B/yr */
  Lanes training;      /* training share th */
  Lanes log_training;  /* ln th */
  Lanes hours;         /* 8.76 utilisation (1-th): supply per M H100e */
  Lanes log_hours;     /* its log */
  Lanes log_reference; /* ln P_ref */
  Lanes log_list;      /* ln P* */
  Lanes log_floor;     /* ln of P_min but for energised/compute */
  Lanes staff;         /* sga LR */
  Lanes base_cost;     /* base */
  Lanes log_spend;     /* ln N but for the effect of scaling */
  Lanes subsidy;       /* s */
  Lanes log_charged;   /* ln (1-s) */
  Lanes discount;      /* of a flow in the quarter, times h; 0 beyond the horizon */
  Lanes market;        /* (1+market_return)^-y */
} Schedule;

/* This quarter's hardware, for history quarters too. */
typedef struct
{
  Lanes it;       /* c_it, $B/GW */
  Lanes shell;    /* c_sh, $B/GW */
  Lanes compute;  /* A, M H100e/GW */
  Lanes per_it;   /* 1/c_it */
  Lanes per_both; /* 1/(c_it + c_sh) */
} Hardware;

/* What does not depend on the quarter either. */
typedef struct
{
  Lanes annuity_it;
  Lanes annuity_shell;
  Lanes annuity_life;
  Lanes energy;          /* 8.76 electricity/1000: e, $B per GW-year */
  Lanes debt_service;    /* debt_rate + 1/debt_term */
  Lanes per_term;        /* 1/debt_term */
  Lanes per_life;        /* 1/lifespan */
  Lanes per_book;        /* 1/book_life */
  Lanes per_shell;       /* 1/shell_life */
  Lanes habit_glut;      /* k/(1+k(1+b)) in a glut */
  Lanes habit_short;     /* and in a shortage */
  Lanes per_short;       /* 1/elasticity_short */
  Lanes extra;           /* elasticity_long - elasticity_short */
  Lanes per_efficiency;  /* 1/(h ln(1+efficiency_growth)) */
  Lanes scrap_start;     /* the boundary of scrapping where worth is 0 */
  Lanes worth_start;     /* ln(kw0 electricity/1000) */
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

/* Cumulative curves by quarter boundary; nothing is ever written before 0. */
typedef Lanes Curve[PADDING + MAX_TIME + 1];

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
  gboolean one_horizon;
  Lanes counted;           /* quarters counted, L */
  Lanes residual_discount; /* (1+wacc)^-horizon */

  Schedule schedule[OB_N_QUARTERS];
  Hardware hardware[MAX_TIME];

  Curve paid;          /* CK, $B */
  Curve it_dollars;    /* CI, $B */
  Curve gigawatts;     /* CG, GW */
  Curve compute;       /* CC, M H100e */
  Curve shell_dollars; /* CF, $B */
  Curve it_moment;     /* CTI, $B x quarter */
  Curve shell_moment;  /* CTF, $B x quarter */

  /* Carried over from history. */
  Lanes opening_shells; /* GW */
  Lanes opening_served; /* CK at the boundary that is in service */
  Lanes opening_retired;
  Lanes opening_book;

  /* Kept by the simulation for the risk that is worked out after it. */
  Lanes coverage[OB_N_QUARTERS];
  Lanes runup[OB_N_QUARTERS];
  Lanes drawdown[OB_N_QUARTERS];
  Lanes external_share[OB_N_QUARTERS];
  Lanes idle[OB_N_QUARTERS];
  Lanes earnings_gap[OB_N_QUARTERS];
  Lanes value_index[OB_N_QUARTERS]; /* V, the value of AI shares */

  Trace trace[OB_N_TRACES];
} State;

/* The curve at boundary @b, before it is read with a lag. */
#define AT(curve, b) ((curve)[PADDING + (b)])

/* Reads a curve a constant lag before boundary @b. */
OB_INLINE void
read_lagged (const Lanes *curve, int b, const Lag *lag, double *out)
{
  if (lag->uniform)
    {
      const double *low = curve[PADDING + b - (int) lag->whole[0]];
      const double *high = low + OB_LANES;
      const double part = lag->part[0];

      FOR_LANES out[l] = low[l] + (high[l] - low[l]) * part;
    }
  else
    {
      const double *rows = curve[PADDING + b];

      FOR_LANES
      {
        const gint64 place = l - lag->whole[l] * OB_LANES;
        const double low = rows[place];

        out[l] = low + (rows[place + OB_LANES] - low) * lag->part[l];
      }
    }
}
