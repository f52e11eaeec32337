#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: reference_model.py DRAWS RESULTS

The model of docs/model.md vectorised over scenarios with numpy, as a person at a
notebook would write it: to check reference-model.c and to compare speed with.

DRAWS is a line of JSON, {"ids": [...], "history": [...], "n": N}, then the values
of each parameter for all N scenarios, as doubles. RESULTS gets npv and then the
bubble risk of all of them. Prints a line of JSON with the microseconds that one
scenario takes, in arrays of the size that suits numpy best. Exits with 77 where
there is no numpy.
"""

import json
import sys
import time
from types import SimpleNamespace

try:
    import numpy as np
except ImportError:
    print("numpy is missing: Debian's python3-numpy has it.", file=sys.stderr)
    sys.exit(77)

H = 0.25
QUARTERS = 80
TINY = 1e-9
SIZES = [250, 1000, 4000]


def erfc(x):
    """The complementary error function (W. J. Cody, "Rational Chebyshev
    approximation for the error function", 1969), which numpy does not have."""
    a = np.abs(x)
    z = a * a
    p = [1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2,
         3.77485237685302021e2, 3.20937758913846947e3]
    q = [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3,
         2.84423683343917062e3]
    small = 1 - a * np.polyval(p, z) / np.polyval(q, z)
    p = [2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594,
         6.61191906371416295e1, 2.98635138197400131e2, 8.81952221241769090e2,
         1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3]
    q = [1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2,
         1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3,
         3.43936767414372164e3, 1.23033935480374942e3]
    middle = np.exp(-z) * np.polyval(p, a) / np.polyval(q, a)
    p = [1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1,
         1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4]
    q = [1, 2.56852019228982242, 1.87295284992346047, 5.27905102951428412e-1,
         6.05183413124413191e-2, 2.33520497626869185e-3]
    y = 1 / np.maximum(z, 1)
    large = np.exp(-z) / np.maximum(a, 1) * (
        1 / np.sqrt(np.pi) - y * np.polyval(p, y) / np.polyval(q, y))
    result = np.where(a <= 0.46875, small, np.where(a <= 4, middle, large))
    return np.where(x < 0, 2 - result, result)


def normal(x):
    return 0.5 * erfc(-x / np.sqrt(2))


def logit(p):
    return np.log(p / (1 - p))


def rental(r, d, life):
    x = (1 - d) / (1 + r)
    near = np.abs(1 - x) < 1e-9
    x = np.where(near, 0.5, x)
    return np.where(near, (1 + r) / life, (1 + r) * (1 - x) / (1 - x**life))


class Curve:
    """A running total at the boundaries between quarters, for all scenarios."""

    def __init__(self, boundaries, n):
        self.values = np.zeros((boundaries, n))
        self.columns = np.arange(n)

    def add(self, t, amount):
        self.values[t + 1] = self.values[t] + amount

    def read(self, at):
        at = np.maximum(at, 0)
        i = np.minimum(at.astype(np.intp), len(self.values) - 2)
        low = self.values[i, self.columns]
        return low + (at - i) * (self.values[i + 1, self.columns] - low)

    def gained(self, start, end):
        return self.values[end] - self.read(start)


def run(parameters, history):
    """npv and bubble risk of every scenario; parameters are arrays by id."""
    p = SimpleNamespace(**parameters)
    n = len(p.capex)
    nh = 4 * len(history)
    paid, it, gw, chips, shell, it_time, shell_time = (
        Curve(nh + QUARTERS + 1, n) for _ in range(7))
    life, lag, shell_life = p.lifespan / H, p.build_lag / H, p.shell_life / H

    shells = np.zeros(n)
    over = np.zeros(n)
    used = np.ones(n)
    coverage = np.ones(n)
    cfo = np.zeros(n)
    ebitda = np.zeros(n)
    capital_charge = np.zeros(n)
    refresh = np.zeros(n)
    loss = np.zeros(n)
    scrapped = np.zeros(n)
    debt = p.debt_now.copy()
    habit = np.log(1 - p.past_subsidy)
    expected = p.spend_growth.copy()

    d = 1 - (1 + p.cost_growth) / (1 + p.efficiency_growth)
    a_it = rental(p.wacc, d, p.price_life)
    a_shell = rental(p.wacc, np.zeros(n), p.shell_life)
    a_life = rental(p.wacc, np.zeros(n), p.lifespan)
    energy_price = 8.76 * p.electricity / 1000
    es, el = p.elasticity_short, p.elasticity_long

    def net_book(b):
        total = it.gained(b - life, b)
        net = total - (b * total - it_time.gained(b - life, b)) / life
        total = shell.gained(b - shell_life, b)
        net += total - (b * total - shell_time.gained(b - shell_life, b)) / shell_life
        return net + paid.gained(b - lag, b)

    by_quarter = {name: np.empty((QUARTERS, n)) for name in (
        "coverage", "index", "share", "idle", "gap", "popped")}
    npv = np.zeros(n)
    counted = np.floor(p.horizon / H + 0.5)

    for t in range(nh + QUARTERS):
        i = t - nh
        y = (i + 0.5) * H
        ordered = y - (p.build_lag - 0.75)
        cost = p.cost_per_gw * (1 + p.cost_growth)**ordered
        c_it, c_shell = p.it_share * cost, (1 - p.it_share) * cost
        per_gw = p.h100e_per_gw * (1 + p.efficiency_growth)**ordered

        if i < 0:
            growth_capex = np.full(n, history[t // 4])
        else:
            since = y - p.pop_year
            popped = np.where(p.pop_year > 0, np.clip((since + H / 2) / H, 0, 1), 0)
            post = popped * np.exp(-np.maximum(since, 0) / p.pop_recovery)
            growth_capex = (p.capex * (1 + p.capex_growth)**y
                            * np.clip(1 - (y - p.build_years) / p.build_taper, 0, 1)
                            * np.clip(coverage, 0.05, 1)
                            ** (0.5 * (1 - p.fomo) * (1 - p.backstop))
                            * (1 - p.defer * np.minimum(1, 3 * over)))
            growth_capex += p.entry * np.maximum(ebitda - capital_charge, 0)
            growth_capex *= 1 - p.pop_capex_cut * post
            core = p.core_cash * (1 + p.core_growth)**y
            if i > 0:
                funds = (np.maximum(cfo, 0) + core + p.funding_cap
                         - debt * (p.debt_rate + 1 / p.debt_term) - refresh)
                growth_capex = np.minimum(growth_capex, np.maximum(funds, 0))
        paid.add(t, growth_capex * H)

        # The fleet.
        low = np.maximum(t + 1 - life, 0)
        entering = paid.read(t + 1 - lag) - paid.read(t - lag)
        gw_low = gw.read(low)
        replaced = 0
        if i >= 0:
            replaced = (gw_low - gw.read(t - life)) * used * (1 - p.defer * over)
        free = np.maximum(shells - (gw.values[t] - gw_low + replaced), 0)
        grown = np.where(entering <= free * c_it, entering / c_it,
                         (entering + c_shell * free) / (c_it + c_shell))
        new_shells = np.maximum(grown - free, 0)
        shells += new_shells
        added = grown + replaced
        gw.add(t, added)
        it.add(t, added * c_it)
        chips.add(t, added * per_gw)
        shell.add(t, new_shells * c_shell)
        it_time.add(t, added * c_it * (t + 0.5))
        shell_time.add(t, new_shells * c_shell * (t + 0.5))
        if i < 0:
            continue
        refresh = replaced * c_it / H
        capex = growth_capex + refresh
        installed = gw.gained(low, t + 1)
        if i == 0:
            opening_book = net_book(nh)

        # What runs: the newest first, up to the limit.
        low1 = np.maximum(low, np.minimum(scrapped, t + 1))
        limit = p.power_now + p.power_add * (i + 1) * H
        runnable = gw.gained(low1, t + 1)
        target = gw.values[t + 1] - limit
        b = np.maximum((gw.values[:t + 2] <= target).sum(axis=0) - 1, 0)
        step = gw.values[np.minimum(b + 1, t + 1), gw.columns] - gw.values[b, gw.columns]
        inside = b + np.where(step > 0, (target - gw.values[b, gw.columns])
                              / np.where(step > 0, step, 1), 0)
        low2 = np.where(runnable > limit, inside, low1)
        energised = gw.gained(low2, t + 1)
        stranded = runnable - energised
        compute = chips.gained(low2, t + 1)

        # Supply and full cost.
        training = (p.training_share_long + (p.training_share - p.training_share_long)
                    * np.exp(-y / p.training_fade))
        supply = 8.76 * compute * p.utilisation * (1 - training)
        rent = ((c_it * a_it + c_shell * a_shell + energy_price + p.opex * cost)
                / (8.76 * per_gw * p.utilisation))
        base = rent / (1 - training)
        p_ref = p.reference_price * (1 - p.reference_decline)**y
        listed = (p_ref**(1 - p.pass_through) * (base * (1 + p.sga))**p.pass_through
                  * (1 + p.markup * (1 - p.price_war)))

        # Demand and price.
        trained = np.maximum(compute * training, 1e-12)
        if i == 0:
            first_trained = trained
        later = np.log(1 + p.spend_growth_long)
        spend = (p.spend_now * np.exp(later * y + (np.log(1 + p.spend_growth) - later)
                                      * p.spend_fade * (1 - np.exp(-y / p.spend_fade)))
                 * np.maximum(1 + p.scaling * np.log10(trained / first_trained), 0.1)
                 * (1 - (p.pop_demand_cut + (1 - p.pop_demand_cut) * p.circular) * post))
        subsidy = (p.subsidy_floor + (p.subsidy - p.subsidy_floor)
                   * 2**(-y / p.subsidy_half_life))
        demand_at_1 = spend / p_ref * np.exp(-(el - es) * habit)
        tightness = (demand_at_1 * ((1 - subsidy) * listed / p_ref)**-es
                     / np.maximum(supply, TINY))
        lowest = energised / np.maximum(compute, TINY) * p.electricity / 1000 / (1 - training)
        glut = tightness < 1
        price = listed * np.where(
            glut, np.maximum(tightness**(1 / es), lowest / listed)**p.price_war,
            tightness**(p.scarcity / es))
        user_price = (1 - subsidy) * price
        sold = np.minimum(demand_at_1 * (user_price / p_ref)**-es, supply)
        revenue = user_price * sold
        used = sold / np.maximum(supply, TINY)
        k = H / p.elasticity_lag
        pull = np.maximum(np.where(glut, p.price_war, p.scarcity) * (el - es) / es, 0)
        habit += k * (np.log(user_price / p_ref) - habit) / (1 + k * (1 + pull))

        # Accounts.
        energy = energised * energy_price * (p.load_idle + (1 - p.load_idle) * used)
        gross_it = it.gained(low, t + 1)
        gross_shell = shell.gained(t + 1 - shell_life, t + 1)
        wip = paid.gained(t + 1 - lag, t + 1)
        depreciation = gross_it / p.lifespan + gross_shell / p.shell_life
        on_books = (it.gained(t + 1 - p.book_life / H, t + 1) / p.book_life
                    + gross_shell / p.shell_life)
        ebitda = (revenue * (1 + p.internal_value) - energy - p.sga * base * sold
                  - p.opex * (gross_it + gross_shell))
        profit = (ebitda - depreciation) * H
        cfo = ebitda - p.tax * np.maximum(profit - loss, 0) / H
        loss = np.maximum(loss - profit, 0)
        fcf = cfo - capex
        capital_charge = gross_it * a_life + gross_shell * a_shell + p.wacc * wip
        coverage = np.maximum(ebitda, 0) / np.maximum(capital_charge, TINY)
        over = stranded / np.maximum(runnable, TINY)

        # Finance.
        external = np.maximum(-fcf + debt * p.debt_rate + debt / p.debt_term - core, 0)
        debt = np.maximum(debt + H * (np.maximum(external - p.equity, 0)
                                      - debt / p.debt_term), 0)

        # The index.
        sales = np.maximum(revenue, TINY)
        growth = p.spend_growth
        if i > 0:
            growth = np.exp(np.clip(np.log(sales / last_sales) / H, -3, 3)) - 1
        last_sales = sales
        expected += H / p.expect_lag * (np.clip(growth, -0.9, 3) - expected)
        by_quarter["index"][i] = (
            sales * np.maximum(1.03 + p.growth_half * (expected - 0.03), 0.1)
            * (1 + p.market_return)**-y)

        # Who is worth running next quarter.
        net = np.maximum(user_price * (1 + p.internal_value) * (1 - training)
                         - p.sga * rent, TINY)
        age = (np.log(p.electricity / p.h100e_per_gw / 1000 / net)
               / np.log(1 + p.efficiency_growth) + p.build_lag - 0.75)
        scrapped += np.maximum(np.clip(nh + age / H, 0, t + 1) - scrapped, 0) / 2

        by_quarter["coverage"][i] = coverage
        by_quarter["share"][i] = np.clip(external / np.maximum(capex, TINY), 0, 1)
        by_quarter["idle"][i] = stranded / np.maximum(installed, TINY)
        by_quarter["gap"][i] = (depreciation - on_books) / np.maximum(depreciation, TINY)
        by_quarter["popped"][i] = popped

        npv += np.where(i < counted, fcf * H * (1 + p.wacc)**-y, 0)
        last = i + 1 == counted
        if last.any():
            residual = net_book(t + 1) * np.clip(coverage, 0, 1)
            npv += np.where(last, residual * (1 + p.wacc)**-p.horizon, 0)

    return npv - p.sunk * opening_book, judge_risk(p, **by_quarter)


def judge_risk(p, coverage, index, share, idle, gap, popped):
    """Section 5, up to the twentieth quarter."""
    quarters = np.arange(20)
    y = (quarters[:, None] + 0.5) * H
    index, share, idle, gap, popped = (x[:20] for x in (index, share, idle, gap, popped))

    runup = np.empty_like(index)
    runup[8:] = index[8:] / index[:-8] - 1
    runup[:8] = index[:8] / index[0] * (1 + p.runup_now)**((8 - quarters[:8, None]) / 8) - 1
    hazard = np.interp(runup, [0, 0.5, 1, 1.5], -np.log(1 - np.array([0.14, 0.20, 0.53, 0.80])) / 2)
    p_valuation = 1 - np.exp(-2 * hazard)
    p_credit = 1 - np.exp(-2 * (0.0242 + 0.1751 * share * np.clip(runup / 0.5, 0, 1)))
    promise = np.minimum(p.coverage_now, 1)**(1 - np.clip((y + 2) / p.patience, 0, 1))
    p_fundamental = np.clip(
        normal((np.log(promise) - np.log(np.maximum(coverage[8:28], 0.001)))
               / (p.coverage_sigma * np.sqrt(2))), 1e-4, 1 - 1e-4)

    z = ((p.weight_valuation * logit(p_valuation) + p.weight_credit * logit(p_credit)
          + p.weight_fundamental * logit(p_fundamental))
         / (1e-12 + p.weight_valuation + p.weight_credit + p.weight_fundamental))
    z += (p.amp_circular * (p.circular - 0.05) + p.amp_idle * (idle - 0.05)
          + p.amp_earnings * np.clip(gap, -0.5, 0.5) - p.amp_backstop * p.backstop)
    hazard = -np.log(1 - 1 / (1 + np.exp(-z))) / 2
    drawdown = index / np.maximum.accumulate(index) - 1
    seen = np.maximum(normal((-drawdown - 0.40) / 0.04), popped).max(axis=0)
    return 1 - (1 - seen) * np.exp(-hazard.sum(axis=0) * H)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as file:
        head = json.loads(file.readline())
        n = head["n"]
        values = np.fromfile(file).reshape(len(head["ids"]), n)

    results = np.empty((2, n))
    times = {}
    for size in SIZES:
        spent = []
        for start in range(0, n, size):
            part = {key: row[start:start + size].copy()
                    for key, row in zip(head["ids"], values)}
            begin = time.process_time()
            found = run(part, head["history"])
            spent.append((time.process_time() - begin) * 1e6 / len(found[0]))
            results[0][start:start + size], results[1][start:start + size] = found
        times[size] = float(np.median(spent))
    results.tofile(sys.argv[2])

    best = min(times, key=times.get)
    print(json.dumps({"us": times[best], "array_size": best, "numpy": np.__version__}))


if __name__ == "__main__":
    main()
