/* ob-recovery-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

G_BEGIN_DECLS

/* The files behind #ObRecovery: for each document ID.recovery, the copy, and
 * ID.lock, which is locked by the process that has the document open. A copy is a
 * few lines that say where the document belongs, a blank line, and the scenario
 * file that saving would have written. */

/* Where they are by default. */
char *ob_recovery_file_get_folder (void) G_GNUC_WARN_UNUSED_RESULT;
char *ob_recovery_file_get_path (const char *folder, const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* The ids of all copies: (transfer full) (element-type utf8). */
GPtrArray *ob_recovery_file_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* A file descriptor that holds the lock of @id, or -1 if another process, or
 * another document of this one, has it. Makes the folder. */
int ob_recovery_file_lock (const char *folder, const char *id, GError **error);
/* Gives the lock up. */
void ob_recovery_file_unlock (const char *folder, const char *id, int lock);

GBytes *ob_recovery_file_pack (ObScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;
/* Writes a copy in one piece, down to the disk. */
gboolean ob_recovery_file_write (const char *path, GBytes *bytes, GError **error);
ObScenario *ob_recovery_file_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Gives a copy that cannot be read a name under which it is not found again. */
void ob_recovery_file_set_aside (const char *path);

G_END_DECLS
