/// A key or a name of a file in quotation marks, made safe to show.
func quoted(_ text: String) -> String { "\"\(shown(text, scalarsMax: 40))\"" }

/// At most so many characters of a text, with an ellipsis that shows the cut.
///
/// What would vanish, act on a terminal or join its neighbour is shown by its number.
func shown(_ text: String, scalarsMax: Int) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(scalarsMax) {
        if scalar == " " || scalar.isVisible {
            shown.unicodeScalars.append(scalar)
        } else {
            let digits = String(scalar.value, radix: 16, uppercase: true)
            shown += "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›"
        }
    }
    return text.unicodeScalars.dropFirst(scalarsMax).isEmpty ? shown : shown + "…"
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
            false
        default: true  // tidy-allow: the categories are Unicode's, not ours
        }
    }
}
