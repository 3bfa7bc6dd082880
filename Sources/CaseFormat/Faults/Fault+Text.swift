internal import ContactRouting
internal import Digests
internal import JSONText
internal import OpeningHours
internal import PhoneNumbers

extension Fault {
    /// One sentence that names the thing, says what is allowed and, where one is near, which name was probably meant.
    public var message: String {
        switch self {
        case .json(let error): error.message
        case .malformed(let error): error.description
        case .malformedHours(let error): "These opening hours cannot be read. \(error.description)"
        case .malformedPhone(let error): error.description
        case .digestFailed(let error): error.description
        case .unknownKey(let key, let nearest, let known):
            "\(quoted(key)) is not a key here: \(advice(nearest, among: known))"
        case .unknownValue(let text, let nearest, let known):
            "\(quoted(text)) is not a value of this key: \(advice(nearest, among: known))"
        case .unknownChannel(let name, let nearest):
            "There is no channel \(quoted(name)): \(advice(nearest, else: "see docs/case-format.md for the channels"))"
        case .unknownMerchant(let name, let nearest):
            "The directory has no merchant \(quoted(name)): "
                + advice(nearest, else: "describe the merchant by an object with its name")
        case .unknownInstitution(let name, let nearest):
            "The directory has no institution \(quoted(name)): \(advice(nearest, else: "add it to institutions"))"
        case .unknownTimeZone(let name, let nearest):
            "There is no time zone \(quoted(name)): "
                + advice(nearest, else: "use a name of the IANA database, such as Europe/Paris")
        case .missingKey(let key): "The key \"\(key)\" is missing here: add it."
        case .needsOneOf(let keys): "Exactly one of \(listed(keys)) belongs here: keep one."
        case .needsCompanion(let key, let other):
            "The key \"\(key)\" means nothing without \"\(other)\": add that, or remove it."
        case .wrongType(let expected, let found):
            "Expected \(expected.rawValue) here, not \(found.words): change it."
        case .duplicateEntry(let name): "\(quoted(name)) stands here a second time: remove one of the two."
        case .overlappingEntry(let name):
            "\(quoted(name)) stands here a second time for the same days: give the two validFrom and validUntil."
        case .tooManyHours(let max):
            "At most \(max) different opening hours are allowed in one directory: divide it in two files."
        case .unsafeLink:
            "This address names no public host: use a name with a dot, and neither an IP address, a port nor a user."
        case .distrustedHost(let host, .paidRelay):
            "\(quoted(host)) sells calls to other companies' numbers: take the fact from the company itself."
        case .distrustedHost(let host, .lookAlike):
            "\(quoted(host)) copies another shop: take the fact from the shop itself."
        case .surchargedNumber:
            "A line for complaints must not cost more than an ordinary call (C. conso. L121-16): leave it out."
        case .notADecision:
            "This is no decision of this program: give one that recours decide --json printed, alone in its file."
        case .malformedName(let text): "\(quoted(text)) is not a name: use 1 to 32 of a-z, 0-9 and -."
        case .malformedDay: "This is not a day: write it as YYYY-MM-DD, such as 2026-11-26."
        case .impossibleDay: "The calendar has no such day: correct the month or the day."
        case .malformedInstant: "This is not a moment: write it as 2026-11-26T09:00:00+01:00."
        case .offsetMissing: "This moment has no offset from UTC: add Z or one such as +01:00."
        case .malformedForm(let form): "This value has not the form it needs: \(form.rawValue)."
        case .impossiblePhone:
            "No phone number of its country has this many digits: write the number in full."
        case .phoneExtension:
            "This phone number ends in an extension, which cannot be used: write the number alone."
        case .unsafePath:
            "This path leads out of the folder of the case: write one that is relative and has no \"..\"."
        case .controlCharacter:
            "A control character or an invisible one, such as NUL or a mark of text direction, stands in this text: remove it."
        case .outOfRange(let range):
            "This number must be from \(range.lowerBound) to \(range.upperBound): correct it."
        case .textTooLong(let characters, let max):
            "This text has \(characters) characters, and at most \(max) are allowed: shorten it."
        case .tooMany(let count, let max):
            "There are \(count) entries here, and at most \(max) are allowed: remove some."
        case .tooFew(let count, let min):
            "There are \(count) entries here, and at least \(min) are needed: add some."
        case .lineTooLong(let bytes, let max):
            "The line has \(bytes) bytes, and at most \(max) are read: make it smaller."
        case .laterThanDecision:
            "This is later than the moment of the decision: correct it, or decide for a later moment."
        case .before(let later, let earlier):
            "\"\(later)\" is before \"\(earlier)\", which cannot be: correct one of the two days."
        case .contradiction(let what): "Two facts contradict each other: \(what.rawValue)."
        }
    }

}

/// "did you mean …?" when a name is near, else the names there are.
private func advice(_ nearest: String?, among known: [String]) -> String {
    guard let nearest else { return known.isEmpty ? "remove it." : "use one of \(listed(known))." }
    return "did you mean \"\(nearest)\"?"
}

private func advice(_ nearest: String?, else otherwise: String) -> String {
    nearest.map { "did you mean \"\($0)\"?" } ?? "\(otherwise)."
}

/// Most names that a sentence lists.
private let namesListedMax = 40

private func listed(_ names: [String]) -> String {
    let shown = names.prefix(namesListedMax).map { "\"\($0)\"" }.joined(separator: ", ")
    return names.count > namesListedMax ? "\(shown) and \(names.count - namesListedMax) more" : shown
}

extension JSONValue.Kind {
    fileprivate var words: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "a text"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}
