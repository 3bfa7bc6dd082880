#include "CPhoneNumber.h"

#include <cstring>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>
#include <string>

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

// Copies a text that must fit whole.
template <size_t size> bool copy(const std::string &text, char (&out)[size]) {
    if (text.size() >= size) return false;
    std::memcpy(out, text.data(), text.size());
    out[text.size()] = 0;
    return true;
}

int32_t outcome(PhoneNumberUtil::ErrorType error) {
    switch (error) {
    case PhoneNumberUtil::NO_PARSING_ERROR: return CPHONE_OK;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return CPHONE_NO_COUNTRY;
    case PhoneNumberUtil::NOT_A_NUMBER: return CPHONE_NOT_A_NUMBER;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD: return CPHONE_TOO_SHORT_AFTER_PREFIX;
    case PhoneNumberUtil::TOO_SHORT_NSN: return CPHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN: return CPHONE_TOO_LONG;
    }
    return CPHONE_FAILED;
}

int32_t line_type(PhoneNumberUtil::PhoneNumberType type) {
    switch (type) {
    case PhoneNumberUtil::FIXED_LINE: return CPHONE_FIXED;
    case PhoneNumberUtil::MOBILE: return CPHONE_MOBILE;
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE: return CPHONE_FIXED_OR_MOBILE;
    case PhoneNumberUtil::TOLL_FREE: return CPHONE_FREEPHONE;
    case PhoneNumberUtil::PREMIUM_RATE: return CPHONE_PREMIUM;
    case PhoneNumberUtil::SHARED_COST: return CPHONE_SHARED_COST;
    case PhoneNumberUtil::VOIP: return CPHONE_VOIP;
    case PhoneNumberUtil::PERSONAL_NUMBER: return CPHONE_PERSONAL;
    case PhoneNumberUtil::PAGER: return CPHONE_PAGER;
    case PhoneNumberUtil::UAN: return CPHONE_UNIVERSAL;
    case PhoneNumberUtil::VOICEMAIL: return CPHONE_VOICEMAIL;
    case PhoneNumberUtil::UNKNOWN: return CPHONE_UNKNOWN;
    }
    return CPHONE_UNKNOWN;
}

bool format(const PhoneNumberUtil &library, const PhoneNumber &number, PhoneNumberUtil::PhoneNumberFormat format,
            char (&out)[CPHONE_TEXT_SIZE]) {
    std::string text;
    library.Format(number, format, &text);
    return copy(text, out);
}

bool describe(const PhoneNumberUtil &library, const PhoneNumber &number, cphone_number *out) {
    std::string region, significant;
    library.GetRegionCodeForNumber(number, &region);
    library.GetNationalSignificantNumber(number, &significant);
    out->country_code = number.country_code();
    out->line_type = line_type(library.GetNumberType(number));
    out->is_possible = library.IsPossibleNumber(number);
    out->is_valid = library.IsValidNumber(number);
    out->is_from_default_region = number.country_code_source() == PhoneNumber::FROM_DEFAULT_COUNTRY;
    return format(library, number, PhoneNumberUtil::E164, out->e164)
        && format(library, number, PhoneNumberUtil::NATIONAL, out->national)
        && format(library, number, PhoneNumberUtil::INTERNATIONAL, out->international)
        && copy(number.extension(), out->extension) && copy(significant, out->significant)
        && copy(region == "ZZ" ? std::string() : region, out->region);
}

} // namespace

int32_t cphone_parse(const char *text, size_t length, const char *region, cphone_number *out) {
    // No exception may reach Swift.
    try {
        *out = cphone_number{};
        const PhoneNumberUtil *library = PhoneNumberUtil::GetInstance();
        PhoneNumber number;
        const int32_t result
            = outcome(library->ParseAndKeepRawInput(std::string(text, length), region, &number));
        if (result != CPHONE_OK) return result;
        return describe(*library, number, out) ? CPHONE_OK : CPHONE_FAILED;
    } catch (...) {
        return CPHONE_FAILED;
    }
}
