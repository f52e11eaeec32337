/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli.h"

int
main (int argc, char *argv[])
{
  return ob_cli_main (argc, argv);
}
