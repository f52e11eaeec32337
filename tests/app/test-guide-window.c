/* test-guide-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-guide-text.h"
#include "ob-guide-window.h"
#include "ob-test-utils.h"

#include <string.h>

static GPtrArray *
parse_guide (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "docs", name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return ob_guide_text_parse (text);
}

static void
test_markup (void)
{
  static const struct
  {
    const char *text;
    const char *markup;
  } cases[] = {
    { "", "" },
    { "a < b & c", "a &lt; b &amp; c" },
    { "an *emphasis*, a **strong** one", "an <i>emphasis</i>, a <b>strong</b> one" },
    { "`1 * 2 * 3 <`", "<tt>1 * 2 * 3 &lt;</tt>" },
    { "2 * 3", "2 * 3" },
    { "[Keys](#keys) [Web](https://a.b/?c&d) [File](x.md)",
      "<a href=\"#keys\">Keys</a> <a href=\"https://a.b/?c&amp;d\">Web</a> File" },
    { "[not a link] (x)", "[not a link] (x)" },
    { "[*x* `y`](#z)", "<a href=\"#z\"><i>x</i> <tt>y</tt></a>" },
    { "unclosed *mark", "unclosed *mark" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = ob_guide_text_to_markup (cases[i].text);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

static void
test_parse (void)
{
  static const ObGuideKind kinds[] = { OB_GUIDE_HEADING,  OB_GUIDE_PARAGRAPH, OB_GUIDE_ITEM,
                                       OB_GUIDE_ITEM,     OB_GUIDE_TABLE,     OB_GUIDE_CODE,
                                       OB_GUIDE_PARAGRAPH };
  g_autoptr (GPtrArray) blocks = ob_guide_text_parse (
    "<!-- left out -->\n## Two words\nA line\nand more\n\n- one\n  goes on\n- two\n"
    "\n| a | b |\n|---|---|\n| c | `d` |\n![left out](x.png)\n```sh\n# no "
    "heading\n- no item\n```\nThe end");
  const ObGuideBlock *block;
  g_autofree char *anchor = NULL;

  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      block = g_ptr_array_index (blocks, i);
      g_assert_cmpint (block->kind, ==, kinds[i]);
    }

  block = g_ptr_array_index (blocks, 0);
  g_assert_cmpuint (block->level, ==, 2);
  anchor = ob_guide_text_get_anchor (block->text);
  g_assert_cmpstr (anchor, ==, "two-words");
  block = g_ptr_array_index (blocks, 1);
  g_assert_cmpstr (block->text, ==, "A line and more");
  block = g_ptr_array_index (blocks, 2);
  g_assert_cmpstr (block->text, ==, "one goes on");
  block = g_ptr_array_index (blocks, 4);
  g_assert_cmpuint (block->rows->len, ==, 2);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (block->rows, 1))[1], ==, "`d`");
  block = g_ptr_array_index (blocks, 5);
  g_assert_cmpstr (block->text, ==, "# no heading\n- no item");
}

static void
check_line (const char *text, GHashTable *anchors)
{
  g_autofree char *markup = ob_guide_text_to_markup (text);
  g_autoptr (GError) error = NULL;
  g_autofree char *stripped = g_strdup (markup);

  for (const char *link = markup; (link = strstr (link, "href=\"#")) != NULL; link++)
    {
      const char *start = link + strlen ("href=\"#");
      g_autofree char *anchor = g_strndup (start, strcspn (start, "\""));

      g_test_message ("%s", anchor);
      g_assert_true (g_hash_table_contains (anchors, anchor));
    }

  /* Pango knows no links. */
  for (char *p; (p = strstr (stripped, "<a href=")) != NULL;)
    memmove (p, strchr (p, '>') + 1, strlen (strchr (p, '>') + 1) + 1);
  for (char *p; (p = strstr (stripped, "</a>")) != NULL;)
    memmove (p, p + strlen ("</a>"), strlen (p + strlen ("</a>")) + 1);
  pango_parse_markup (stripped, -1, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The guide itself: its marks are in pairs, its links lead somewhere. */
static void
check_guide (const char *name)
{
  g_autoptr (GPtrArray) blocks = parse_guide (name);
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const ObGuideBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == OB_GUIDE_HEADING)
        g_hash_table_add (anchors, ob_guide_text_get_anchor (block->text));
    }
  g_assert_cmpuint (g_hash_table_size (anchors), >, 1);

  for (guint i = 0; i < blocks->len; i++)
    {
      const ObGuideBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == OB_GUIDE_PARAGRAPH || block->kind == OB_GUIDE_ITEM)
        check_line (block->text, anchors);
      for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
        {
          const GStrv cells = g_ptr_array_index (block->rows, row);

          g_assert_cmpuint (g_strv_length (cells), ==,
                            g_strv_length (g_ptr_array_index (block->rows, 0)));
          for (guint k = 0; cells[k] != NULL; k++)
            check_line (cells[k], anchors);
        }
    }
}

/* A translation has the headings, lists, tables and code of the English one, block by
 * block, and is in the program. */
static void
check_translation (const char *name)
{
  g_autoptr (GPtrArray) english = parse_guide ("guide.md");
  g_autoptr (GPtrArray) blocks = parse_guide (name);
  g_autofree char *path = g_strconcat ("/org/overbuild/Overbuild/", name, NULL);
  g_autoptr (GError) error = NULL;

  g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MIN (english->len, blocks->len); i++)
    {
      const ObGuideBlock *a = g_ptr_array_index (english, i);
      const ObGuideBlock *b = g_ptr_array_index (blocks, i);

      g_test_message ("%s", b->text);
      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpuint (a->level, ==, b->level);
      if (a->kind == OB_GUIDE_CODE)
        g_assert_cmpstr (a->text, ==, b->text);
      if (a->kind == OB_GUIDE_TABLE)
        g_assert_cmpuint (a->rows->len, ==, b->rows->len);
    }
  g_assert_cmpuint (english->len, ==, blocks->len);
}

static void
test_guide (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "docs", NULL);
  g_autoptr (GDir) docs = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (docs);
  while ((name = g_dir_read_name (docs)) != NULL)
    {
      if (!g_str_has_prefix (name, "guide.") || !g_str_has_suffix (name, ".md"))
        continue;

      check_guide (name);
      check_translation (name);
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static gboolean
has_height (gpointer data)
{
  return gtk_adjustment_get_upper (data) > gtk_adjustment_get_page_size (data)
         && gtk_adjustment_get_page_size (data) > 0;
}

static void
test_window (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  GtkWindow *window;
  GtkAdjustment *adjustment;

  gtk_window_present (parent);
  ob_guide_show (parent);
  window = g_object_get_data (G_OBJECT (parent), "ob-guide");
  g_assert_true (gtk_window_get_transient_for (window) == parent);
  adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (find (GTK_WIDGET (window), GTK_TYPE_SCROLLED_WINDOW)));
  ob_test_wait (has_height, adjustment);

  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_true (ob_guide_window_go_to (OB_GUIDE_WINDOW (window), "#keys"));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  g_assert_false (ob_guide_window_go_to (OB_GUIDE_WINDOW (window), "#nowhere"));
  g_assert_false (ob_guide_window_go_to (OB_GUIDE_WINDOW (window), "https://example.org"));

  /* The one that there is, where it was left. */
  gtk_window_close (window);
  ob_guide_show (parent);
  g_assert_true (g_object_get_data (G_OBJECT (parent), "ob-guide") == window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (parent);
  ob_test_settle ();
  g_assert_null (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/guide-window/markup", test_markup);
  g_test_add_func ("/guide-window/parse", test_parse);
  g_test_add_func ("/guide-window/guide", test_guide);
  g_test_add_func ("/guide-window/window", test_window);

  return g_test_run ();
}
