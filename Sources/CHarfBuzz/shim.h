#pragma once
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>

// Four-letter tags are function-like macros in C and so are not imported.
static inline hb_tag_t ch_tag(char a, char b, char c, char d) { return HB_TAG(a, b, c, d); }

// `hb_feature_t` with the "global" range, whose bounds are macros too.
static inline hb_feature_t ch_feature_off(hb_tag_t tag) {
    hb_feature_t feature = { tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
    return feature;
}
