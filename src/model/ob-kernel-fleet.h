/* ob-kernel-fleet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The fleet in one quarter: what enters service and retires, what it is worth
 * and which of it runs. Steps have the numbers of "The order of a quarter" in
 * docs/model.md. Included by ob-kernel.c only. */

#include "ob-kernel-carry.h"

/* Step 3: retirement, replacement and growth of the fleet in the quarter at
 * time @t. @in_service is the growth capex that enters service, $B; @old the
 * gigawatts that have retired by its end. */
OB_INLINE void
grow_fleet (State *s,
            Carry *c,
            int t,
            const double *in_service,
            const double *old,
            gboolean projected)
{
  const Constants *constants = &s->constants;
  const Totals *before = &s->totals[PADDING + t];
  Totals *after = &s->totals[PADDING + t + 1];
  Hardware *hardware = &c->hardware;

  FOR_LANES
  {
    const double it = hardware->it[l];
    const double shell = it * constants->shell_per_it[l];
    const double retired = old[l] - c->retired[l];
    const double refill = c->used[l] * (1 - P (DEFER)[l] * c->over[l]);
    const double replaced = projected ? retired * refill : 0;
    const double kept = before->gigawatts[l] - old[l] + replaced;
    const double free = ob_max (c->shells[l] - kept, 0);
    const double dollars = in_service[l];
    const double filling = dollars * hardware->per_it[l];
    const double building = (dollars + shell * free) * (hardware->per_it[l] * P (IT_SHARE)[l]);
    const double grown = dollars <= free * it ? filling : building;
    const double new_shells = ob_max (grown - free, 0);
    const double added = grown + replaced;

    c->retired[l] = old[l];
    c->shells[l] += new_shells;
    c->replacement[l] = replaced * it * PER_YEAR;
    after->gigawatts[l] = before->gigawatts[l] + added;
    after->compute[l] = before->compute[l] + added * hardware->compute[l];
    after->it_dollars[l] = before->it_dollars[l] + added * it;
    after->shell_dollars[l] = before->shell_dollars[l] + new_shells * shell;
  }

  FOR_LANES
  {
    hardware->it[l] *= constants->step.it[l];
    hardware->per_it[l] *= constants->step.per_it[l];
    hardware->compute[l] *= constants->step.compute[l];
  }
}

/* A quarter before the start: what is paid enters service and ages. */
OB_INLINE void
grow_past (State *s, Carry *c, int t)
{
  Lanes served, in_service, old;

  read_lagged (AT (paid, t + 1), &s->build, served);
  read_lagged (AT (gigawatts, t + 1), &s->life, old);
  FOR_LANES
  {
    in_service[l] = served[l] - c->served[l];
    c->served[l] = served[l];
  }
  grow_fleet (s, c, t, in_service, old, FALSE);
}

/* Steps 2 and 3 of a projected quarter. */
OB_INLINE void
grow_projected (State *s, Carry *c, int i, Quarter *q, ObKernelDepth depth)
{
  const int t = s->nh + i;
  const Reading paid = read_next (AT (paid, t + 1), &s->build, i, c->paid_kept);
  const Reading gigawatts = read_next (AT (gigawatts, t + 1), &s->life, i, c->gigawatts_kept);
  Lanes in_service, old;

  FOR_LANES
  {
    const double served = READ (paid);

    old[l] = READ (gigawatts);
    in_service[l] = served - c->served[l];
    c->served[l] = served;
  }
  grow_fleet (s, c, t, in_service, old, TRUE);
}

/* Dollars of hardware net of straight-line wear at the boundary where @total
 * is: what has entered service since @old, each part of it older by one quarter
 * for each boundary since, and by half a quarter for its own. */
OB_INLINE void
get_net_dollars (const double *total,
                 int boundary,
                 const Lag *lag,
                 const double *years,
                 double *net)
{
  Lanes old, age;
  int longest = 0;

  read_lagged (total, lag, old);
  for (int l = 0; l < OB_LANES; l++)
    longest = MAX (longest, lag->whole[l]);
  /* Nothing is in service before boundary 0. */
  longest = MIN (longest, boundary + 1);

  FOR_LANES age[l] = 0.5 * (total[l] - old[l]);
  for (int back = 1; back < longest; back++)
    {
      const double *row = total - back * ROW;

      /* Totals never fall, so what is beyond the lag is below @old. */
      FOR_LANES age[l] += ob_max (row[l] - old[l], 0);
    }
  FOR_LANES net[l] = total[l] - old[l] - age[l] * QUARTER / years[l];
}

/* Net book value at boundary @b: IT, shells and work in progress, $B. */
OB_INLINE void
get_net_book (State *s, int b, double *net_book)
{
  Lanes it, shell, served;

  get_net_dollars (AT (it_dollars, b), b, &s->life, P (LIFESPAN), it);
  get_net_dollars (AT (shell_dollars, b), b, &s->shell, P (SHELL_LIFE), shell);
  read_lagged (AT (paid, b), &s->build, served);
  FOR_LANES net_book[l] = it[l] + shell[l] + (AT (paid, b)[l] - served[l]);
}

/* Hardware that does not earn its electricity is off, from the boundary of
 * scrapping where that is past the boundary of age. */
OB_INLINE void
drop_scrapped (State *s, Carry *c, int t, double *off, double *dark)
{
  const double *gigawatts = AT (gigawatts, 0);
  const double *compute = AT (compute, 0);

  FOR_LANES
  {
    const double from = ob_min (c->scrapped[l], t + 1);
    const int slot = (int) ob_min (from, t);
    const double part = from - slot;
    const int low = slot * ROW + l;
    const int high = low + ROW;
    const double gone = gigawatts[low] + (gigawatts[high] - gigawatts[low]) * part;
    const double lost = compute[low] + (compute[high] - compute[low]) * part;

    /* Totals never fall, so the larger one is that of the later boundary. */
    off[l] = ob_max (off[l], gone);
    dark[l] = ob_max (dark[l], lost);
  }
}

/* Power goes to the newest hardware first, so the boundary from which the fleet
 * is switched on is where the curve of gigawatts passes what is off: found by
 * moving a pointer along the curve, which is exact because the curve is a
 * broken line. */
OB_INLINE void
ration_power (State *s, Carry *c, int t, const Quarter *q, double *dark)
{
  const double *gigawatts = AT (gigawatts, 0);
  const double *compute = AT (compute, 0);
  Lanes off;
  double beyond = 0;

  /* Rounding must not send the pointer beyond the ends of the curve. */
  FOR_LANES off[l] =
    ob_clip (AT (gigawatts, t + 1)[l] - q->energised[l], 0, AT (gigawatts, t + 1)[l]);

  FOR_LANES_TOPPING (beyond) beyond = ob_max (beyond, c->met[l] - off[l]);
  while (beyond > 0)
    {
      beyond = 0;
      FOR_LANES_TOPPING (beyond)
      {
        const double step = c->met[l] > off[l] ? ROW : 0;
        const double next = c->met[l] > off[l] ? c->met[l] : G_MAXDOUBLE;
        const double next_compute = c->met[l] > off[l] ? c->met_compute[l] : G_MAXDOUBLE;
        const double place = c->place[l] - step;

        /* The curves never fall, and a value kept needs no masked store. */
        c->next[l] = ob_min (c->next[l], next);
        c->next_compute[l] = ob_min (c->next_compute[l], next_compute);
        c->met[l] = gigawatts[(int) place];
        c->met_compute[l] = compute[(int) place];
        c->place[l] = place;
        beyond = ob_max (beyond, c->met[l] - off[l]);
      }
    }

  FOR_LANES_TOPPING (beyond) beyond = ob_max (beyond, off[l] - c->next[l]);
  while (beyond > 0)
    {
      beyond = 0;
      FOR_LANES_TOPPING (beyond)
      {
        const double step = c->next[l] < off[l] ? ROW : 0;
        const double met = c->next[l] < off[l] ? c->next[l] : 0;
        const double met_compute = c->next[l] < off[l] ? c->next_compute[l] : 0;
        const double place = c->place[l] + step;

        c->met[l] = ob_max (c->met[l], met);
        c->met_compute[l] = ob_max (c->met_compute[l], met_compute);
        c->next[l] = gigawatts[(int) place + ROW];
        c->next_compute[l] = compute[(int) place + ROW];
        c->place[l] = place;
        beyond = ob_max (beyond, off[l] - c->next[l]);
      }
    }

  FOR_LANES
  {
    const double rise = c->next[l] - c->met[l];
    const double part = (off[l] - c->met[l]) / (rise > 0 ? rise : 1);
    const double lost =
      c->met_compute[l] + (c->next_compute[l] - c->met_compute[l]) * (rise > 0 ? part : 0);

    dark[l] = q->runnable[l] > q->energised[l] ? lost : dark[l];
  }
}

/* Step 4: what runs. Most often no hardware is scrapped before its time, and
 * then what is off is what has retired. */
OB_INLINE void
dispatch (State *s, Carry *c, int i, Quarter *q, ObKernelDepth depth)
{
  const int t = s->nh + i;
  const double end = (i + 1) * QUARTER;
  const Reading retired = read_next (AT (compute, t + 1), &s->life, i, c->compute_kept);
  Lanes off, dark;
  double short_of_power = 0;

  FOR_LANES
  {
    off[l] = c->retired[l];
    dark[l] = READ (retired);
  }
  if (c->scrapping)
    drop_scrapped (s, c, t, off, dark);

  FOR_LANES_TOPPING (short_of_power)
  {
    const double limit = P (POWER_NOW)[l] + P (POWER_ADD)[l] * end;
    const double runnable = AT (gigawatts, t + 1)[l] - off[l];

    q->runnable[l] = runnable;
    q->energised[l] = ob_min (runnable, limit);
    short_of_power = ob_max (short_of_power, runnable - limit);
  }

  if (short_of_power > 0)
    {
      ration_power (s, c, t, q, dark);
      FOR_LANES c->over[l] = (q->runnable[l] - q->energised[l]) / ob_max (q->runnable[l], FLOOR);
    }
  else
    FOR_LANES c->over[l] = 0;

  FOR_LANES
  {
    q->compute[l] = AT (compute, t + 1)[l] - dark[l];
    TRACE (INSTALLED_GW, AT (gigawatts, t + 1)[l] - c->retired[l]);
    TRACE (ENERGISED_GW, q->energised[l]);
    TRACE (STRANDED_GW, q->runnable[l] - q->energised[l]);
    TRACE (POWER_LIMIT, P (POWER_NOW)[l] + P (POWER_ADD)[l] * end);
    TRACE (COMPUTE, q->compute[l]);
    if (depth == OB_KERNEL_ALL)
      s->trace[OB_TRACE_OVER][i][l] = c->over[l];
  }

  if (is_risky (i, depth))
    {
      if (short_of_power > 0)
        FOR_LANES
        {
          const double installed = AT (gigawatts, t + 1)[l] - c->retired[l];

          s->idle[i][l] = (q->runnable[l] - q->energised[l]) / ob_max (installed, FLOOR);
        }
      else
        FOR_LANES s->idle[i][l] = 0;
      FOR_LANES TRACE (IDLE, s->idle[i][l]);
    }
}
