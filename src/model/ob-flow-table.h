/* ob-flow-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who pays whom: the nodes and the links of the money flow.
 *
 * OB_FLOW_NODE (NAME, id, label)
 * OB_FLOW_LINK (NAME, id, FROM, TO, label, label when it runs the other way)
 *
 * A link whose amount would be negative runs the other way. The last ones, to
 * and from the rest of the economy, close the circle. */

/* clang-format off */

#ifndef OB_FLOW_NODE
#define OB_FLOW_NODE(...)
#endif
#ifndef OB_FLOW_LINK
#define OB_FLOW_LINK(...)
#endif

OB_FLOW_NODE (CUSTOMERS, "customers", NC_ ("flow node", "Customers"))
OB_FLOW_NODE (INVESTORS, "investors", NC_ ("flow node", "Equity investors"))
OB_FLOW_NODE (CORE, "core", NC_ ("flow node", "Core businesses"))
OB_FLOW_NODE (LENDERS, "lenders", NC_ ("flow node", "Lenders"))
OB_FLOW_NODE (LABS, "labs", NC_ ("flow node", "Labs and applications"))
OB_FLOW_NODE (CLOUDS, "clouds", NC_ ("flow node", "Clouds"))
OB_FLOW_NODE (STAFF, "staff", NC_ ("flow node", "Staff and selling"))
OB_FLOW_NODE (CHIPS, "chips", NC_ ("flow node", "Chip and server makers"))
OB_FLOW_NODE (BUILDERS, "builders", NC_ ("flow node", "Builders"))
OB_FLOW_NODE (UTILITIES, "utilities", NC_ ("flow node", "Utilities"))
OB_FLOW_NODE (UPKEEP, "upkeep", NC_ ("flow node", "Upkeep"))
OB_FLOW_NODE (TAX, "tax", NC_ ("flow node", "Tax"))
OB_FLOW_NODE (ECONOMY, "economy", NC_ ("flow node", "Rest of the economy"))

OB_FLOW_LINK (SALES, "sales", CUSTOMERS, LABS, NC_ ("flow", "Sales to customers"), NULL)
OB_FLOW_LINK (LAB_SHARES, "lab_shares", INVESTORS, LABS, NC_ ("flow", "New shares of labs"), NULL)
OB_FLOW_LINK (LAB_SUPPORT, "lab_support", CORE, LABS, NC_ ("flow", "Cash for the labs"), NC_ ("flow", "Surplus of the labs"))
OB_FLOW_LINK (OWN_USE, "own_use", CORE, CLOUDS, NC_ ("flow", "Use in own products"), NULL)
OB_FLOW_LINK (CORE_CASH, "core_cash", CORE, CLOUDS, NC_ ("flow", "Cash for the build-out"), NC_ ("flow", "Surplus of the clouds"))
OB_FLOW_LINK (CLOUD_SHARES, "cloud_shares", INVESTORS, CLOUDS, NC_ ("flow", "New shares of clouds"), NULL)
OB_FLOW_LINK (LOANS, "loans", LENDERS, CLOUDS, NC_ ("flow", "New loans"), NULL)
OB_FLOW_LINK (COMPUTE, "compute", LABS, CLOUDS, NC_ ("flow", "Compute"), NULL)
OB_FLOW_LINK (STAFF, "staff", LABS, STAFF, NC_ ("flow", "Staff and selling"), NULL)
OB_FLOW_LINK (HARDWARE, "hardware", CLOUDS, CHIPS, NC_ ("flow", "Chips and servers"), NULL)
OB_FLOW_LINK (BUILDINGS, "buildings", CLOUDS, BUILDERS, NC_ ("flow", "Buildings and power gear"), NULL)
OB_FLOW_LINK (ENERGY, "energy", CLOUDS, UTILITIES, NC_ ("flow", "Energy"), NULL)
OB_FLOW_LINK (UPKEEP, "upkeep", CLOUDS, UPKEEP, NC_ ("flow", "Upkeep"), NULL)
OB_FLOW_LINK (TAX, "tax", CLOUDS, TAX, NC_ ("flow", "Tax"), NULL)
OB_FLOW_LINK (INTEREST, "interest", CLOUDS, LENDERS, NC_ ("flow", "Interest"), NULL)
OB_FLOW_LINK (REPAYMENT, "repayment", CLOUDS, LENDERS, NC_ ("flow", "Repayment"), NULL)
OB_FLOW_LINK (CLOUD_STAKES, "cloud_stakes", CLOUDS, LABS, NC_ ("flow", "Stakes and credits of clouds"), NULL)
OB_FLOW_LINK (CHIP_STAKES, "chip_stakes", CHIPS, LABS, NC_ ("flow", "Stakes and credits of chip makers"), NULL)

OB_FLOW_LINK (ECONOMY_CUSTOMERS, "economy_customers", ECONOMY, CUSTOMERS, NC_ ("flow", "From the rest of the economy"), NULL)
OB_FLOW_LINK (ECONOMY_INVESTORS, "economy_investors", ECONOMY, INVESTORS, NC_ ("flow", "From the rest of the economy"), NULL)
OB_FLOW_LINK (ECONOMY_CORE, "economy_core", ECONOMY, CORE, NC_ ("flow", "From the rest of the economy"), NC_ ("flow", "To the rest of the economy"))
OB_FLOW_LINK (ECONOMY_LENDERS, "economy_lenders", ECONOMY, LENDERS, NC_ ("flow", "From the rest of the economy"), NC_ ("flow", "To the rest of the economy"))
OB_FLOW_LINK (ECONOMY_STAFF, "economy_staff", STAFF, ECONOMY, NC_ ("flow", "To the rest of the economy"), NULL)
OB_FLOW_LINK (ECONOMY_CHIPS, "economy_chips", CHIPS, ECONOMY, NC_ ("flow", "To the rest of the economy"), NULL)
OB_FLOW_LINK (ECONOMY_BUILDERS, "economy_builders", BUILDERS, ECONOMY, NC_ ("flow", "To the rest of the economy"), NULL)
OB_FLOW_LINK (ECONOMY_UTILITIES, "economy_utilities", UTILITIES, ECONOMY, NC_ ("flow", "To the rest of the economy"), NULL)
OB_FLOW_LINK (ECONOMY_UPKEEP, "economy_upkeep", UPKEEP, ECONOMY, NC_ ("flow", "To the rest of the economy"), NULL)
OB_FLOW_LINK (ECONOMY_TAX, "economy_tax", TAX, ECONOMY, NC_ ("flow", "To the rest of the economy"), NULL)

#undef OB_FLOW_NODE
#undef OB_FLOW_LINK
