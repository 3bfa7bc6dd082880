internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting

/// One field that a form may have: its key, what a person sees, and where its value comes from.
struct FormFact: Sendable {
    let key: StaticString
    let label: LocalText
    let value: @Sendable (FormReading) -> FormValue?

    private init(
        _ key: StaticString, _ french: String, _ english: String,
        _ value: @escaping @Sendable (FormReading) -> FormValue?
    ) {
        self.key = key
        label = LocalText(french: french, english: english)
        self.value = value
    }
}

/// How facts become values; one that is not known has none.
extension FormFact {
    static func text(
        _ key: StaticString, _ french: String, _ english: String,
        _ fact: @escaping @Sendable (FormReading) -> String?
    ) -> FormFact {
        FormFact(key, french, english) { fact($0).map(FormValue.text) }
    }

    /// A text where it is known; else the person's to fill in.
    static func textOrOpen(
        _ key: StaticString, _ french: String, _ english: String,
        _ fact: @escaping @Sendable (FormReading) -> String?
    ) -> FormFact {
        FormFact(key, french, english) { fact($0).map(FormValue.text) ?? .open }
    }

    static func choice(
        _ key: StaticString, _ french: String, _ english: String,
        _ fact: @escaping @Sendable (FormReading) -> String?
    ) -> FormFact {
        FormFact(key, french, english) { fact($0).map(FormValue.choice) }
    }

    static func day(
        _ key: StaticString, _ french: String, _ english: String,
        _ fact: @escaping @Sendable (FormReading) -> CivilDay?
    ) -> FormFact {
        FormFact(key, french, english) { fact($0).map(FormValue.day) }
    }

    static func money(
        _ key: StaticString, _ french: String, _ english: String,
        _ fact: @escaping @Sendable (FormReading) -> Money?
    ) -> FormFact {
        FormFact(key, french, english) { fact($0).map(FormValue.money) }
    }

    static func flag(
        _ key: StaticString, _ french: String, _ english: String,
        _ fact: @escaping @Sendable (FormReading) -> Bool?
    ) -> FormFact {
        FormFact(key, french, english) { fact($0).map(FormValue.flag) }
    }

    /// What only the person can say.
    static func open(_ key: StaticString, _ french: String, _ english: String) -> FormFact {
        FormFact(key, french, english) { _ in .open }
    }
}
