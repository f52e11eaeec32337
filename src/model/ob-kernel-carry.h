/* ob-kernel-carry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What one quarter of the simulation hands to the next, and one of its steps to
 * a later one. Included by ob-kernel.c only. */

#include "ob-kernel-schedule.h"

OB_INLINE ObKernelDepth
get_depth_of (ObSeries series)
{
  switch (series)
    {
    case OB_SERIES_CAPEX:
    case OB_SERIES_REVENUE:
    case OB_SERIES_COVERAGE:
    case OB_SERIES_CUMULATIVE_CASH:
    case OB_SERIES_ENERGISED_GW:
    case OB_SERIES_USER_PRICE:
      return OB_KERNEL_PATH;
    case OB_SERIES_CRASH_2Y:
    case OB_SERIES_CRASH_CUMULATIVE:
      return OB_KERNEL_RISK;
    default:
      return OB_KERNEL_ALL;
    }
}

#define TRACE(SERIES, number)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (depth >= get_depth_of (OB_SERIES_##SERIES))                                                \
      s->trace[OB_SERIES_##SERIES][i][l] = (number);                                               \
  }                                                                                                \
  G_STMT_END

/* What a quarter hands to the next. */
typedef struct
{
  Hardware hardware;    /* this quarter's */
  Lanes core;           /* core_cash, grown, $B/yr */
  Lanes market;         /* (1+market_return)^-y */
  Lanes discount;       /* of a flow in the quarter, times h */
  Lanes shells;         /* GW that shells can hold */
  Lanes served;         /* CK at the boundary whose dollars are in service */
  Lanes retired;        /* CG at the boundary that has retired by age */
  Lanes over;           /* stranded over runnable */
  Lanes used;           /* sold over supply */
  Lanes coverage;       /* cash earnings over the capital charge */
  Lanes cfo;            /* $B/yr */
  Lanes ebitda;         /* $B/yr */
  Lanes profit;         /* ebitda - capital_charge, $B/yr */
  Lanes replacement;    /* Kr, $B/yr */
  Lanes debt;           /* $B */
  Lanes loss;           /* carried forward, over a quarter: $B/yr */
  Lanes scrapped;       /* lo_econ, a boundary */
  Lanes habit;          /* q */
  Lanes expected;       /* g_hat */
  Lanes revenue;        /* $B/yr */
  Lanes start_training; /* ln of compute x th of the first projected quarter */
  Lanes highest;        /* running maximum of the value index */
  Lanes least;          /* what an hour must earn for scrapping to stay behind age */
  gboolean scrapping;   /* whether scrapping may have passed age in some lane */
  Lanes place;          /* index from boundary 0 of where the power limit was last met */
  Lanes met;            /* CG there */
  Lanes met_compute;    /* and CC */
  Lanes next;           /* CG at the boundary after it */
  Lanes next_compute;   /* and CC */
  Kept paid_kept;
  Kept gigawatts_kept;
  Kept compute_kept;
  Kept it_kept;
  Kept shell_kept;
  Kept book_kept;
} Carry;

/* What one step of a quarter hands to a later one. */
typedef struct
{
  Lanes capex;     /* K, $B/yr */
  Lanes runnable;  /* GW */
  Lanes energised; /* GW */
  Lanes compute;   /* M H100e */
  Lanes price;     /* p, user price */
  Lanes sold;      /* Q */
  Lanes revenue;   /* R, $B/yr */
  Lanes fcf;       /* $B/yr */
} Quarter;

/* Whether the risk of the quarter is wanted, or counts for the headline. */
OB_INLINE gboolean
is_risky (int i, ObKernelDepth depth)
{
  return depth >= OB_KERNEL_RISK || i <= RISK_QUARTER;
}
