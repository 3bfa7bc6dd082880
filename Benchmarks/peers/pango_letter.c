// Measures Pango and Cairo: milliseconds for one letter, warm, with the PDF written to a folder.
//
//     pango_letter TEXTS DIR COUNT
//
// TEXTS holds letters as `recours-bench letter --texts` writes them: one part a line, kind, tab and text, with an empty
// line after each letter. One font map and one context are kept for all letters, so fonts are loaded and shaped words are
// cached; each letter is one page with its fonts embedded. Prints {"value": N} as the last line: the median.

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MM (72.0 / 25.4)
#define LEFT (20 * MM)
#define MEASURE (165 * MM)
#define WINDOW (110 * MM)
#define LETTERS_MAX 100000
#define WARM_UPS 20

static PangoFontDescription *regular, *bold;

static void fail(const char *what) {
    fprintf(stderr, "pango_letter: %s\n", what);
    exit(1);
}

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail("the texts cannot be read");
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = size > 0 ? malloc((size_t)size + 1) : NULL;
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) fail("the texts cannot be read");
    text[size] = 0;
    fclose(file);
    return text;
}

// Draws one text with its upper edge at y and returns the lower edge.
static double draw(
    cairo_t *cairo, PangoLayout *layout, const PangoFontDescription *font, const char *text, int length, double x,
    double y, double width, gboolean justified) {
    int height;
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_justify(layout, justified);
    pango_layout_set_text(layout, text, length);
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout(cairo, layout);
    pango_layout_get_size(layout, NULL, &height);
    return y + (double)height / PANGO_SCALE;
}

static gboolean is(const char *line, const char *kind) {
    size_t length = strlen(kind);
    return strncmp(line, kind, length) == 0 && line[length] == '\t';
}

static void fold_mark(cairo_t *cairo, double y) {
    cairo_move_to(cairo, 5 * MM, y);
    cairo_line_to(cairo, 9 * MM, y);
    cairo_stroke(cairo);
}

// Sets the letter that begins at `text` on one page of the file at `path`; returns where the letter ends.
static const char *set_letter(const char *text, PangoContext *context, const char *path) {
    cairo_surface_t *surface = cairo_pdf_surface_create(path, 210 * MM, 297 * MM);
    cairo_t *cairo = cairo_create(surface);
    PangoLayout *layout = pango_layout_new(context);
    double sender = 20 * MM, recipient = 55 * MM, y = 88 * MM;
    const char *line = text;
    cairo_set_line_width(cairo, 0.25);
    while (*line && *line != '\n') {
        const char *end = strchr(line, '\n');
        const char *body = strchr(line, '\t');
        if (!end || !body || body > end) fail("a line has no kind");
        body++;
        int length = (int)(end - body);
        if (is(line, "sender")) {
            sender = draw(cairo, layout, regular, body, length, LEFT, sender, 85 * MM, FALSE);
        } else if (is(line, "recipient")) {
            recipient = draw(cairo, layout, regular, body, length, WINDOW, recipient, 85 * MM, FALSE);
        } else if (is(line, "date")) {
            y = draw(cairo, layout, regular, body, length, WINDOW, y, 75 * MM, FALSE);
        } else if (is(line, "mention") || is(line, "subject")) {
            if (is(line, "subject")) {
                char *title = strndup(body, (size_t)length);
                cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
                free(title);
            }
            y = draw(cairo, layout, bold, body, length, LEFT, y + 14, MEASURE, FALSE);
        } else if (is(line, "reference")) {
            const char *value = memchr(body, '\t', (size_t)length);
            if (!value) fail("a reference has no value");
            draw(cairo, layout, regular, body, (int)(value - body), LEFT, y, 40 * MM, FALSE);
            value++;
            y = draw(cairo, layout, regular, value, (int)(end - value), LEFT + 40 * MM, y, 125 * MM, FALSE);
        } else if (is(line, "paragraph")) {
            y = draw(cairo, layout, regular, body, length, LEFT, y + 7, MEASURE, TRUE);
        } else if (is(line, "item")) {
            draw(cairo, layout, regular, "–", -1, LEFT + 2 * MM, y + 3, 5 * MM, FALSE);
            y = draw(cairo, layout, regular, body, length, LEFT + 6.5 * MM, y + 3, 158 * MM, TRUE);
        } else if (is(line, "signature")) {
            y = draw(cairo, layout, regular, body, length, WINDOW, y + 7 + 20 * MM, 75 * MM, FALSE);
        } else {
            fail("a line is of an unknown kind");
        }
        line = end + 1;
    }
    if (y > 285 * MM) fail("a letter does not fit one page");
    fold_mark(cairo, 99 * MM);
    fold_mark(cairo, 198 * MM);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) fail("a letter cannot be written");
    cairo_surface_destroy(surface);
    return *line ? line + 1 : line;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

static int ascending(const void *left, const void *right) {
    double difference = *(const double *)left - *(const double *)right;
    return difference < 0 ? -1 : difference > 0;
}

int main(int argc, char **argv) {
    if (argc != 4) fail("usage: pango_letter TEXTS DIR COUNT");
    int count = atoi(argv[3]);
    if (count < 1 || count > LETTERS_MAX) fail("COUNT is 1 to 100000");
    char *texts = read_file(argv[1]), path[4096];
    double *times = calloc((size_t)count, sizeof *times);
    if (!times || !*texts) fail("there is no letter");
    regular = pango_font_description_from_string("Liberation Sans 10.5");
    bold = pango_font_description_from_string("Liberation Sans Bold 10.5");
    PangoFontMap *fonts = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts), 72);
    PangoContext *context = pango_font_map_create_context(fonts);
    pango_context_set_language(context, pango_language_from_string("fr"));

    const char *next = texts;
    for (int index = -WARM_UPS; index < count; index++) {
        if (!*next) next = texts;
        snprintf(path, sizeof path, "%s/pango-%05d.pdf", argv[2], index + WARM_UPS);
        double start = now();
        next = set_letter(next, context, path);
        if (index >= 0) times[index] = now() - start;
    }
    char head[5] = {0};
    FILE *last = fopen(path, "rb");
    if (!last || fread(head, 1, 5, last) != 5 || memcmp(head, "%PDF-", 5) != 0) fail("the last letter is no PDF");
    fclose(last);
    qsort(times, (size_t)count, sizeof *times, ascending);
    printf("%d letters, p90 %.4f ms\n{\"value\": %.4f}\n", count, times[count * 9 / 10], times[count / 2]);
    return 0;
}
