/* test-picture-hostile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pictures that are broken, without a scenario or made to do harm: each is refused
 * with a message, and nothing else happens. */

#include "config.h"

#include "ob-deflate.h"
#include "ob-scenario-file.h"
#include "ob-test-picture.h"

#include <string.h>

#define SVG_OPEN "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:o=\"urn:overbuild:provenance:1\">"
#define NO_HASH  "0000000000000000000000000000000000000000000000000000000000000000"

static void
assert_refused (GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) scenario = ob_picture_extract (bytes, "a picture", &error);

  g_assert_null (scenario);
  g_assert_error (error, OB_SCENARIO_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "a picture:"));
}

static void
assert_text_refused (const char *text, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  assert_refused (bytes, code);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    ObPictureKind kind;
  } cases[] = {
    { "", OB_PICTURE_NONE },
    { "\x89PNG", OB_PICTURE_NONE },
    { "\x89PNG\r\n\x1a\n", OB_PICTURE_PNG },
    { "%PDF-1.4", OB_PICTURE_PDF },
    { "%PD", OB_PICTURE_NONE },
    { "<svg/>", OB_PICTURE_SVG },
    { "<s:svg>", OB_PICTURE_SVG },
    { "<?xml version='1.0'?>\n<!-- <scenario> -->\n <svg ", OB_PICTURE_SVG },
    { "\xef\xbb\xbf<svg ", OB_PICTURE_SVG },
    { "<svgs/>", OB_PICTURE_NONE },
    { "<scenario><svg/>", OB_PICTURE_NONE },
    { "<!-- <svg> ", OB_PICTURE_NONE },
    { "<?xml ", OB_PICTURE_NONE },
    { "<", OB_PICTURE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* Just as long as it is, so that a step too far is noticed. */
      g_autofree char *copy = g_memdup2 (cases[i].text, strlen (cases[i].text));

      g_assert_cmpint (ob_picture_get_kind (copy, strlen (cases[i].text)), ==, cases[i].kind);
    }
}

static void
append_chunk (GByteArray *png, const char *type, const void *content, gsize size)
{
  guint32 length = GUINT32_TO_BE ((guint32) size);
  guint start;
  guint32 crc;

  g_byte_array_append (png, (const guint8 *) &length, sizeof length);
  start = png->len;
  g_byte_array_append (png, (const guint8 *) type, 4);
  g_byte_array_append (png, content, (guint) size);
  crc = GUINT32_TO_BE (ob_test_picture_get_crc (png->data + start, png->len - start));
  g_byte_array_append (png, (const guint8 *) &crc, sizeof crc);
}

/* A PNG, as far as its text is concerned, with one text. */
static GBytes *
make_png (const void *content, gsize size, guint n_times)
{
  GByteArray *png = g_byte_array_new ();

  g_byte_array_append (png, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  for (guint i = 0; i < n_times; i++)
    append_chunk (png, "iTXt", content, size);
  append_chunk (png, "IEND", "", 0);

  return g_byte_array_free_to_bytes (png);
}

static GBytes *
make_text (const char *head, gsize head_size, GBytes *body)
{
  GByteArray *text = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (body, &size);

  g_byte_array_append (text, (const guint8 *) head, (guint) head_size);
  g_byte_array_append (text, data, (guint) size);

  return g_byte_array_free_to_bytes (text);
}

#define KEYWORD "Overbuild Scenario\0"

static void
test_png (void)
{
  static const struct
  {
    const char *content;
    gsize size;
    ObScenarioError code;
  } cases[] = {
#define CONTENT(text) (text), sizeof (text) - 1
    { CONTENT (""), OB_SCENARIO_ERROR_NO_SCENARIO },
    { CONTENT ("Overbuild Scenario"), OB_SCENARIO_ERROR_NO_SCENARIO },
    { CONTENT ("Overbuild Scenarios\0\0\0\0\0"), OB_SCENARIO_ERROR_NO_SCENARIO },
    { CONTENT (KEYWORD), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\0"), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\0\0"), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\0\0en\0"), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\0\0\0\0"), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\2\0\0\0sha256 "), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\0\1\0\0sha256 "), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\0\0\0\0sha256 " NO_HASH), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\0\0\0\0sha256 " NO_HASH "\n"), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\1\0\0\0not packed"), OB_SCENARIO_ERROR_DAMAGED },
    { CONTENT (KEYWORD "\1\0\0\0"), OB_SCENARIO_ERROR_DAMAGED },
#undef CONTENT
  };
  g_autoptr (GBytes) none = make_png ("", 0, 0);

  assert_refused (none, OB_SCENARIO_ERROR_NO_SCENARIO);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) png = make_png (cases[i].content, cases[i].size, 1);

      assert_refused (png, cases[i].code);
    }
}

/* No end, and lengths that lead anywhere. */
static void
test_png_structure (void)
{
  static const guint8 lengths[][4] = {
    { 0, 0, 0, 1 }, { 0x7f, 0xff, 0xff, 0xff }, { 0x80, 0, 0, 0 }, { 0xff, 0xff, 0xff, 0xff }
  };
  g_autoptr (GBytes) png = make_png ("a\0\0\0\0\0b", 7, 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = g_bytes_new_static (copy, size);

      memcpy (copy + 8, lengths[i], 4);
      assert_refused (changed, OB_SCENARIO_ERROR_DAMAGED);
    }
}

/* A few kilobytes that unpack to more than is read; and two scenarios, of which
 * neither counts. */
static void
test_png_bombs (void)
{
  static const char head[] = KEYWORD "\1\0\0";
  gsize size = 40 * 1024 * 1024;
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GBytes) packed = ob_deflate (large);
  g_autoptr (GBytes) text = make_text (head, sizeof head, packed);
  g_autoptr (GBytes) bomb = make_png (g_bytes_get_data (text, NULL), g_bytes_get_size (text), 1);
  const char twice[] = KEYWORD "\0\0\0\0sha256 " NO_HASH "\nx";
  g_autoptr (GBytes) two = make_png (twice, sizeof twice, 2);

  g_assert_cmpuint (g_bytes_get_size (packed), <, 100 * 1024);
  assert_refused (bomb, OB_SCENARIO_ERROR_TOO_LARGE);
  assert_refused (two, OB_SCENARIO_ERROR_DAMAGED);
}

static void
test_svg (void)
{
  static const struct
  {
    const char *text;
    ObScenarioError code;
  } cases[] = {
    { SVG_OPEN "</svg>", OB_SCENARIO_ERROR_NO_SCENARIO },
    { SVG_OPEN, OB_SCENARIO_ERROR_SYNTAX },
    { SVG_OPEN "<scenario sha256='" NO_HASH "' encoding='base64'>YQ==</scenario></svg>",
      OB_SCENARIO_ERROR_NO_SCENARIO },
    { SVG_OPEN "<o:scenario/></svg>", OB_SCENARIO_ERROR_DAMAGED },
    { SVG_OPEN "<o:scenario sha256='" NO_HASH "'>YQ==</o:scenario></svg>",
      OB_SCENARIO_ERROR_DAMAGED },
    { SVG_OPEN "<o:scenario encoding='base64'>YQ==</o:scenario></svg>", OB_SCENARIO_ERROR_DAMAGED },
    { SVG_OPEN "<o:scenario encoding='base64' sha256='" NO_HASH "'>YQ==</o:scenario></svg>",
      OB_SCENARIO_ERROR_DAMAGED },
    { "<!DOCTYPE svg>" SVG_OPEN "</svg>", OB_SCENARIO_ERROR_NO_SCENARIO },
    { "<?xml version='1.0' encoding='ISO-8859-1'?>" SVG_OPEN "</svg>", OB_SCENARIO_ERROR_SYNTAX },
    { SVG_OPEN "<!DOCTYPE svg [<!ENTITY a 'b'>]></svg>", OB_SCENARIO_ERROR_SYNTAX },
    { SVG_OPEN "<o:scenario>&a;</o:scenario></svg>", OB_SCENARIO_ERROR_SYNTAX },
  };
  GString *deep = g_string_new (SVG_OPEN);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* A picture with a document type is no picture to us, and no scenario to the
       * reader of scenarios, which says so. */
      if (g_str_has_prefix (cases[i].text, "<!DOCTYPE"))
        {
          g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
          g_autoptr (GError) error = NULL;

          g_assert_null (ob_scenario_load_bytes (bytes, "x", &error));
          g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_SYNTAX);
          g_assert_nonnull (strstr (error->message, "document type"));
        }
      assert_text_refused (cases[i].text, cases[i].code);
    }

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<g>");
  text = g_string_free (deep, FALSE);
  assert_text_refused (text, OB_SCENARIO_ERROR_SYNTAX);
}

/* A document with one object, "7 0 obj", and a trailer. */
static char *
make_pdf (const char *object, const char *trailer)
{
  const char *head = "%PDF-1.4\n";
  g_autofree char *body = g_strdup_printf ("%s7 0 obj\n%s\nendobj\n", head, object);

  return g_strdup_printf ("%sxref\n7 1\n%010u 00000 n \ntrailer\n<< /Size 8 %s >>\n"
                          "startxref\n%u\n%%%%EOF\n",
                          body, (guint) strlen (head), trailer, (guint) strlen (body));
}

static void
test_pdf (void)
{
  static const char hash[] = "/OverbuildScenarioSHA256 <" NO_HASH ">";
  const struct
  {
    const char *format; /* %s stands for the hash */
    ObScenarioError code;
  } cases[] = {
    { "<< /Type /Catalog >>", OB_SCENARIO_ERROR_NO_SCENARIO },
    { "(no dictionary)", OB_SCENARIO_ERROR_NO_SCENARIO },
    { "<< /A << %s /Length 1 >> >> stream\nx\nendstream", OB_SCENARIO_ERROR_NO_SCENARIO },
    { "<< /A (%s) >> stream\nx\nendstream", OB_SCENARIO_ERROR_NO_SCENARIO },
    { "<< %s /Length 1 >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length 8 0 R >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length 1 /Filter /LZWDecode >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length 1 /Filter /FlateDecode >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length 100 >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length 99999999999999999999 >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length 9223372036854775807 >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length -1 >> stream\nx\nendstream", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length 1 >>", OB_SCENARIO_ERROR_DAMAGED },
    { "<< %s /Length", OB_SCENARIO_ERROR_NO_SCENARIO },
    { "<< %s (never closed", OB_SCENARIO_ERROR_NO_SCENARIO },
    { "<< [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", OB_SCENARIO_ERROR_NO_SCENARIO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].format, "%s", -1);
      g_autofree char *object = g_strjoinv (hash, parts);
      g_autofree char *pdf = make_pdf (object, "");

      assert_text_refused (pdf, cases[i].code);
    }
}

static void
test_pdf_structure (void)
{
  /* The table of a document with this object stands at 33. */
  static const char *const trailers[] = {
    "/Prev 33", "/Prev 0", "/Prev 99999999", "/Prev -1", "/Prev (x)", "/Prev 33 /Prev 12",
  };
  static const char *const documents[] = {
    "%PDF-1.4",
    "%PDF-1.4\nstartxref",
    "%PDF-1.4\nstartxref\n0\n",
    "%PDF-1.4\nstartxref\n18446744073709551615\n%%EOF",
    "%PDF-1.4\nxref\nstartxref\n9\n%%EOF",
    "%PDF-1.4\nxref\n0 4294967295\nstartxref\n9\n%%EOF",
    "%PDF-1.4\nxref\n4294967295 1\nstartxref\n9\n%%EOF",
    "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\nstartxref\n9\n%%EOF",
    "%PDF-1.4\nxref\n0 1\nx000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF",
    "%PDF-1.5\n1 0 obj\n<< /Type /XRef >>\nstartxref\n9\n%%EOF",
  };

  for (guint i = 0; i < G_N_ELEMENTS (trailers); i++)
    {
      g_autofree char *pdf = make_pdf ("<< >>", trailers[i]);

      assert_text_refused (pdf, OB_SCENARIO_ERROR_NO_SCENARIO);
    }
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    assert_text_refused (documents[i], OB_SCENARIO_ERROR_NO_SCENARIO);
}

/* Noise behind a beginning that looks right. */
static void
test_noise (void)
{
  static const char *const starts[] = { "\x89PNG\r\n\x1a\n", "%PDF-1.4\n", "<svg ", SVG_OPEN };

  for (guint i = 0; i < 2000; i++)
    {
      const char *start = starts[i % G_N_ELEMENTS (starts)];
      GByteArray *noise = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (noise, (const guint8 *) start, (guint) strlen (start));
      for (int n = g_test_rand_int_range (0, 400); n > 0; n--)
        {
          static const char likely[] = "<>()[]/ 0123456789\nRxnf%";
          guint8 byte = i % 2 == 0 ? (guint8) g_test_rand_int_range (0, 256)
                                   : (guint8) likely[g_test_rand_int_range (0, sizeof likely - 1)];

          g_byte_array_append (noise, &byte, 1);
        }
      bytes = g_byte_array_free_to_bytes (noise);

      g_assert_null (ob_picture_extract (bytes, "x", &error));
      g_assert_true (error->domain == OB_SCENARIO_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture-hostile/kinds", test_kinds);
  g_test_add_func ("/picture-hostile/png", test_png);
  g_test_add_func ("/picture-hostile/png-structure", test_png_structure);
  g_test_add_func ("/picture-hostile/png-bombs", test_png_bombs);
  g_test_add_func ("/picture-hostile/svg", test_svg);
  g_test_add_func ("/picture-hostile/pdf", test_pdf);
  g_test_add_func ("/picture-hostile/pdf-structure", test_pdf_structure);
  g_test_add_func ("/picture-hostile/noise", test_noise);

  return g_test_run ();
}
