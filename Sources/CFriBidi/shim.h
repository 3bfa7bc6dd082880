#pragma once
#include <fribidi.h>

// A cast macro in C and so not imported: a paragraph whose base direction is left to right.
static inline FriBidiParType cfb_left_to_right(void) { return FRIBIDI_PAR_LTR; }
