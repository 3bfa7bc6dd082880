public import ContactRouting
internal import Texts

extension FormSheet {
    /// The form as a person reads and copies it: one field a line, a text of several lines below its label.
    ///
    /// - Returns: lines with a line end each; empty for a form without fields.
    public func text(in language: Language) -> String {
        let sheet = FormSheetText(language: language)
        return fields.map { sheet.lines(of: $0) + "\n" }.joined()
    }
}

/// Writes fields for people of one language.
private struct FormSheetText {
    let language: Language

    private var isFrench: Bool { language == .french }
    private var formats: Formats { Formats(language) }

    func lines(of field: FormField) -> String {
        let value = value(of: field.value)
        let label = field.label + (isFrench ? "\u{A0}:" : ":")
        return value.contains("\n") ? "\(label)\n\(value)" : "\(label) \(value)"
    }

    private func value(of value: FormValue) -> String {
        switch value {
        case .text(let text): text
        case .choice(let text):
            isFrench
                ? "\(text) (choisissez l’entrée la plus proche)"
                : "\(text) (pick the entry that comes closest)"
        case .day(let day): formats.date(day)
        case .money(let money): formats.money(money)
        case .flag(let truth):
            isFrench ? (truth ? "oui" : "non") : (truth ? "yes" : "no")
        case .open: isFrench ? "à remplir par vous" : "for you to fill in"
        }
    }
}
