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

#define FOR_LANES _Pragma ("GCC ivdep") for (int l = 0; l < OB_LANES; l++)

typedef double Lanes[OB_LANES] __attribute__ ((aligned (64)));

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
  Lanes running;       /* LR */
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
  Lanes it;      /* c_it, $B/GW */
  Lanes shell;   /* c_sh, $B/GW */
  Lanes compute; /* A, M H100e/GW */
} Hardware;

/* Cumulative curves by quarter boundary. */
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

  Lanes annuity_it;
  Lanes annuity_shell;
  Lanes annuity_life;

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
  Lanes value_index[OB_N_QUARTERS]; /* V of section 9 */
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
