/* ob-metric-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The metrics of a run, in the order in which they are printed.
 *
 * OB_METRIC (NAME, id, UNIT, label)
 */

/* clang-format off */

OB_METRIC (NPV, "npv", BILLION, NC_ ("metric", "Net present value"))
OB_METRIC (PV_CAPEX, "pv_capex", BILLION, NC_ ("metric", "Present value of capex"))
OB_METRIC (OPENING_BOOK, "opening_book", BILLION, NC_ ("metric", "Opening book value"))
OB_METRIC (RESIDUAL, "residual", BILLION, NC_ ("metric", "Residual value"))
OB_METRIC (IRR, "irr", RATE, NC_ ("metric", "Internal rate of return"))
OB_METRIC (PAYBACK, "payback", QUARTER, NC_ ("metric", "Payback"))
OB_METRIC (DISCOUNTED_PAYBACK, "discounted_payback", QUARTER, NC_ ("metric", "Discounted payback"))
OB_METRIC (BUBBLE_RISK, "bubble_risk", SHARE, NC_ ("metric", "Bubble risk in five years"))
OB_METRIC (PEAK_CRASH_2Y, "peak_crash_2y", SHARE, NC_ ("metric", "Peak two-year crash risk"))
OB_METRIC (PEAK_EXTERNAL, "peak_external", BILLION_PER_YEAR, NC_ ("metric", "Peak outside money"))
OB_METRIC (PEAK_DEBT, "peak_debt", BILLION, NC_ ("metric", "Peak debt"))
OB_METRIC (FIRST_STRANDED, "first_stranded", QUARTER, NC_ ("metric", "First stranded capacity"))
OB_METRIC (REVENUE_5Y, "revenue_5y", BILLION, NC_ ("metric", "Revenue in five years"))
