/* ob-cli-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"

#include "ob-chart-export.h"
#include "ob-inputs.h"
#include "ob-scenario-file.h"

#include <gio/gio.h>

G_DEFINE_QUARK (ob - cli - error - quark, ob_cli_error)

int
ob_cli_error_get_exit_code (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  if (error->domain == OB_CLI_ERROR)
    return error->code;

  if (error->domain == OB_SCENARIO_ERROR)
    return error->code == OB_SCENARIO_ERROR_READ || error->code == OB_SCENARIO_ERROR_WRITE
             ? OB_CLI_ERROR_IO
             : OB_CLI_ERROR_INVALID;

  if (error->domain == OB_MODEL_ERROR)
    return error->code == OB_MODEL_ERROR_NO_SOLUTION ? OB_CLI_ERROR_NO_SOLUTION
                                                     : OB_CLI_ERROR_INVALID;

  if (g_error_matches (error, OB_CHART_ERROR, OB_CHART_ERROR_SIZE))
    return OB_CLI_ERROR_USAGE;

  if (error->domain == G_OPTION_ERROR)
    return OB_CLI_ERROR_USAGE;

  /* What is left comes from files: GIO and GFileError. */
  return OB_CLI_ERROR_IO;
}
