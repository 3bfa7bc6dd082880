internal import CPhoneNumber

/// What kind of line a number reaches, which decides what a call costs and whether it can be called back.
public enum LineType: String, Hashable, Sendable, CaseIterable {
    /// A line at a place; in France 01 to 05.
    case fixed
    /// A mobile phone; in France 06 and 07.
    case mobile
    /// A country that does not tell the two apart, such as the United States.
    case fixedOrMobile = "fixed-or-mobile"
    /// Free for the caller; in France 0800 to 0805.
    case freephone
    /// The service costs extra; in France 0820 to 0826 and others.
    case sharedCost = "shared-cost"
    /// The service costs much extra; in France 089.
    case premium
    /// A number of no place; in France 09.
    case voip
    /// A company's number for a whole country.
    ///
    /// In France 0806 to 0809, for the price of an ordinary call.
    case universal
    /// Pagers, personal numbers and voice mailboxes.
    case other
    /// A range that the library's data do not know.
    case unknown

    init(_ code: Int32) {
        switch Int(code) {
        case CPHONE_FIXED: self = .fixed
        case CPHONE_MOBILE: self = .mobile
        case CPHONE_FIXED_OR_MOBILE: self = .fixedOrMobile
        case CPHONE_FREEPHONE: self = .freephone
        case CPHONE_SHARED_COST: self = .sharedCost
        case CPHONE_PREMIUM: self = .premium
        case CPHONE_VOIP: self = .voip
        case CPHONE_UNIVERSAL: self = .universal
        case CPHONE_PERSONAL, CPHONE_PAGER, CPHONE_VOICEMAIL: self = .other
        default: self = .unknown  // tidy-allow: integers are an open set
        }
    }
}
