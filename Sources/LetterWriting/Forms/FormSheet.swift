public import CivilCalendar
public import ContactRouting

/// What a person, or a program of theirs, puts into the fields of an online form: `form.json`.
///
/// Fields stand in the order in which they are added. A fact that is not known has no field; what only the person can
/// say, such as the name of a defendant, has one that is open.
public struct FormSheet: Hashable, Sendable {
    /// Most fields of one form.
    public static let fieldsMax = 80

    /// Who gave the fields their keys.
    public enum Naming: String, Hashable, Sendable, CaseIterable {
        /// The form itself calls them so, by a source that is known.
        case theirs
        /// The form's own names are not known; these are ours.
        case ours
    }

    /// The name of the form: that of its channel, or of a page of it.
    public let form: String
    public let naming: Naming
    public private(set) var fields: [FormField] = []

    /// Makes a form without fields.
    ///
    /// - Parameter form: a name of ours, such as `signalconso`.
    public init(_ form: StaticString, naming: Naming = .ours) {
        self.form = "\(form)"
        self.naming = naming
    }

    /// Makes the form of a channel, without fields.
    public init(for channel: ChannelName, naming: Naming = .ours) {
        form = channel.text
        self.naming = naming
    }

    /// Adds a field; a value that is nil or an empty text adds nothing.
    ///
    /// - Parameters:
    ///   - key: in `camelCase`, once in a form; written by us and covered by tests.
    ///   - label: what the person sees in the form, or reads in its place, in their language.
    public mutating func add(_ key: StaticString, _ label: String, _ value: FormValue?) {
        guard let value, !value.isEmpty else { return }
        let key = "\(key)"
        precondition(!fields.contains { $0.key == key }, "a form names each field once")
        precondition(fields.count < Self.fieldsMax, "a form of ours has at most 80 fields")
        fields.append(FormField(key: key, label: label, value: value))
    }

    /// Adds a field with a text.
    public mutating func add(_ key: StaticString, _ label: String, text: String?) {
        add(key, label, text.map(FormValue.text))
    }

    /// The value of a field; nil when the form has no such field.
    public subscript(key: String) -> FormValue? { fields.first { $0.key == key }?.value }
}

/// One field of a form.
public struct FormField: Hashable, Sendable {
    public let key: String
    /// What a person sees, in their language.
    public let label: String
    public let value: FormValue
}

/// What goes into a field.
public enum FormValue: Hashable, Sendable {
    case text(String)
    /// The form offers a list whose entries are not known: the person picks what comes closest to this.
    case choice(String)
    case day(CivilDay)
    case money(Money)
    /// A box to tick, or not.
    case flag(Bool)
    /// Only the person can say it.
    case open

    var isEmpty: Bool {
        switch self {
        case .text(let text), .choice(let text): text.allSatisfy(\.isWhitespace)
        case .day, .money, .flag, .open: false
        }
    }
}
