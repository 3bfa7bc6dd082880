internal import CPhoneNumber

/// What the French numbering plan says by itself, without the library.
///
/// - Source: Arcep, *plan national de numérotation* (decision 2018-0881).
public enum FrenchNumbering {
    /// Whether a number in E.164 form is one of mainland France that can exist and costs no more than an ordinary
    /// call: a place, a mobile, 09, or 0800 to 0809.
    ///
    /// Every number of the plan has nine digits after +33. True spares the library, which takes longer to start than
    /// a letter to write; false says nothing.
    public static func isOrdinary(_ e164: String) -> Bool {
        let digits = e164.utf8.dropFirst(3)
        guard e164.hasPrefix("+33"), digits.count == 9,
            digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { return false }
        return digits.first != UInt8(ascii: "0")
            && (digits.first != UInt8(ascii: "8") || digits.dropFirst().first == UInt8(ascii: "0"))
    }
}

/// Finds national numbers that belong to French territories with a calling code of their own.
///
/// One numbering plan covers them all: 0692 12 34 56 is dialled the same in Paris and in Saint-Denis, but its
/// international form is +262 692 12 34 56. Saint-Pierre-et-Miquelon is left out: its international numbers
/// have six digits, which the library does not derive from a national 0508.
extension FrenchNumbering {
    /// The prefixes of a territory, without the leading 0.
    private static let prefixes: [(region: String, prefixes: [String])] = [
        ("RE", ["262", "263", "692", "693"]),
        ("YT", ["269", "639"]),
        ("GP", ["590", "690", "691"]),
        ("GF", ["594", "694"]),
        ("MQ", ["596", "696", "697"]),
    ]

    /// The regions that share the plan.
    private static let members: Set<String> = ["FR", "RE", "YT", "GP", "GF", "MQ", "MF", "BL"]

    /// The territory for which a national number must be read again, nil when it was read right.
    static func territory(of number: cphone_number, writtenIn region: PhoneRegion) -> PhoneRegion? {
        guard number.is_from_default_region, members.contains(region.code) else { return nil }
        let digits = CText.string(number.significant)
        // Nine digits after the 0: anything else is not a number of this plan.
        guard digits.utf8.count == 9 else { return nil }
        let owner = prefixes.first { $0.prefixes.contains(where: digits.hasPrefix) }?.region
        let reads = owner ?? "FR"
        let isSamePlan = reads == region.code || owner == "GP" && ["MF", "BL"].contains(region.code)
        return isSamePlan ? nil : PhoneRegion(checked: reads)
    }
}
