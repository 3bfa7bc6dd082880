#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How reading a number ended. */
enum {
    CPHONE_OK = 0,
    CPHONE_NOT_A_NUMBER = 1,
    CPHONE_NO_COUNTRY = 2,
    CPHONE_TOO_SHORT_AFTER_PREFIX = 3,
    CPHONE_TOO_SHORT = 4,
    CPHONE_TOO_LONG = 5,
    CPHONE_FAILED = 6, /* out of memory, or a fault inside the library */
};

/* Types of lines, in the library's order. */
enum {
    CPHONE_FIXED = 0,
    CPHONE_MOBILE = 1,
    CPHONE_FIXED_OR_MOBILE = 2,
    CPHONE_FREEPHONE = 3,
    CPHONE_PREMIUM = 4,
    CPHONE_SHARED_COST = 5,
    CPHONE_VOIP = 6,
    CPHONE_PERSONAL = 7,
    CPHONE_PAGER = 8,
    CPHONE_UNIVERSAL = 9,
    CPHONE_VOICEMAIL = 10,
    CPHONE_UNKNOWN = 11,
};

enum { CPHONE_TEXT_SIZE = 96 };

/* A number that was read. Texts end with a zero byte; `region` is empty when the number's range is unknown. */
typedef struct {
    char e164[CPHONE_TEXT_SIZE];
    char national[CPHONE_TEXT_SIZE];
    char international[CPHONE_TEXT_SIZE];
    char extension[CPHONE_TEXT_SIZE];
    char significant[CPHONE_TEXT_SIZE];
    char region[8];
    int32_t country_code;
    int32_t line_type;
    bool is_possible;
    bool is_valid;
    bool is_from_default_region;
} cphone_number;

/* Reads `length` bytes of UTF-8; `region` is an ISO 3166-1 code. Safe from any thread; throws nothing. */
int32_t cphone_parse(const char *text, size_t length, const char *region, cphone_number *out);

#ifdef __cplusplus
}
#endif
