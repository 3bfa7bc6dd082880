public import ContactRouting

/// The spaces of French typography.
///
/// Texts are written with ordinary spaces, which an author can see; these become no-break spaces where a line must
/// not end.
public enum Typography {
    /// Puts a no-break space (U+00A0) before `:`, `;`, `!`, `?` and `»`, and after `«`, `art.` and `n°`.
    ///
    /// Only spaces that stand there already are changed; an address such as `https://…` stays as it is.
    ///
    /// - Complexity: O(n) in the length of the text.
    public static func french(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for index in scalars.indices where scalars[index] == " " {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if needsNoBreak(before: next) || needsNoBreak(after: scalars[..<index]) {
                scalars[index] = "\u{A0}"
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static func needsNoBreak(before next: Unicode.Scalar?) -> Bool {
        switch next {
        case ":", ";", "!", "?", "»": true
        default: false  // tidy-allow: characters
        }
    }

    private static func needsNoBreak(after text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.last == "«" || text.ends(with: ["a", "r", "t", "."]) || text.ends(with: ["n", "°"])
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate func ends(with ending: [Unicode.Scalar]) -> Bool {
        suffix(ending.count).elementsEqual(ending)
    }
}

/// Something whose French texts get their no-break spaces when they are said.
public protocol Typographic: Bilingual {}

extension Typographic {
    public func typed(french text: String) -> String { Typography.french(text) }
}
