/// Finds IBANs, however they are spaced: two letters, two check digits, and the account (ISO 13616).
enum IBANSearch {
    /// - Complexity: O(n) in the length of the text.
    static func finds(in text: String) -> Bool {
        let signs = compact(text)
        return signs.indices.contains { start in
            guard signs[start].startsWord, start + 4 <= signs.count else { return false }
            let country = String(signs[start...start + 1].map(\.character))
            guard let length = lengths[country], start + length <= signs.count else { return false }
            return keepsCheck(signs[start..<start + length].map(\.character))
        }
    }

    private struct Sign {
        let character: Character
        let startsWord: Bool
    }

    /// Letters in capitals and digits; what stands between is dropped, and tells where words begin.
    private static func compact(_ text: String) -> [Sign] {
        var signs: [Sign] = []
        var isInside = false
        for character in text {
            if let digit = character.digit {
                signs.append(Sign(character: digit, startsWord: !isInside))
                isInside = true
            } else if character.isLetter, let capital = character.uppercased().first {
                signs.append(Sign(character: capital, startsWord: !isInside))
                isInside = true
            } else {
                isInside = false
            }
        }
        return signs
    }

    /// ISO 7064, MOD 97-10: the first four signs go last, letters count from 10, and the rest is 1.
    private static func keepsCheck(_ signs: [Character]) -> Bool {
        guard signs[2].isASCII, signs[2].isNumber, signs[3].isNumber else { return false }
        var rest = 0
        for sign in signs[4...] + signs[..<4] {
            guard let value = sign.ibanValue else { return false }
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97
        }
        return rest == 1
    }

    /// How long an IBAN is in the countries of SEPA (ISO 13616 registry).
    private static let lengths: [String: Int] = [
        "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
        "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26,
        "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28,
        "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "VA": 22,
    ]
}

extension Character {
    /// `0` to `9` as they are, `A` to `Z` as 10 to 35.
    fileprivate var ibanValue: Int? {
        guard let ascii = asciiValue else { return nil }
        switch ascii {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return Int(ascii - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Int(ascii - UInt8(ascii: "A")) + 10
        default: return nil  // tidy-allow: bytes, not an enum of ours
        }
    }
}
