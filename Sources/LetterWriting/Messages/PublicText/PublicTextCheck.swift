public import ChannelPluginKit
public import ContactRouting

/// What tells strangers who somebody is, or gives them something to misuse.
public enum PrivateFact: String, Hashable, Sendable, CaseIterable {
    case name = "a name"
    case orderNumber = "an order number"
    case trackingNumber = "a tracking number"
    case address = "an address"
    case email = "an e-mail address"
    case phone = "a phone number"
    case iban = "an IBAN"
    case cardNumber = "a card number"
}

/// Looks for private facts in a text that strangers may read.
///
/// Knows the case's own values in any spacing and case, and what such facts look like in general. An error names the
/// field and the kind of fact, never the value.
public struct PublicTextCheck: Sendable {
    /// What is looked for.
    public enum Scope: Hashable, Sendable, CaseIterable {
        /// The person's own values only: the text may well tell the numbers and addresses of others.
        case own
        /// The person's own values, and whatever looks like one.
        case anybody
    }

    private let own: [(fact: PrivateFact, value: CompactText)]
    /// Values that are too short to be looked for inside of words.
    private let short: [(fact: PrivateFact, word: String)]
    private let scope: Scope

    public init(_ facts: ContactCase, scope: Scope = .anybody) {
        let consumer = facts.consumer
        var own: [(PrivateFact, String?)] = [
            (.orderNumber, facts.order.number?.reveal().text),
            (.trackingNumber, facts.order.carrierTracking?.text),
            (.email, consumer.email?.reveal().text),
            // The part of a number that all its ways of writing have in common.
            (.phone, consumer.phone.map { String($0.reveal().text.suffix(9)) }),
        ]
        // A form asks for the name; strangers need not know it.
        if scope == .anybody { own.append((.name, consumer.name?.reveal().text)) }
        let name = consumer.name.map { CompactText($0.reveal().text) }
        for line in consumer.address?.reveal().lines ?? [] where CompactText(line.text) != name {
            own.append((.address, line.text))
            own.append((.address, Self.street(of: line.text)))
        }
        let known = own.compactMap { fact, value in value.map { (fact: fact, text: VisibleText.of($0)) } }
        self.own = known.map { ($0.fact, CompactText($0.text)) }.filter { $0.1.isTelling }
        short = known.filter { !CompactText($0.text).isTelling }.flatMap { fact, text in
            VisibleText.words(of: text).filter(VisibleText.mixesDigits).map { (fact, $0) }
        }
        self.scope = scope
    }

    /// `rue de l’Exemple` of `12 bis, rue de l’Exemple`: a street tells where somebody lives without its number, too.
    ///
    /// Nil for a line without a house number, and for a postcode with its town.
    private static func street(of line: String) -> String? {
        let number = line.prefix { $0.isNumber }
        guard (1...4).contains(number.count) else { return nil }
        let words = line.dropFirst(number.count).split { $0 == " " || $0 == "," || $0 == "\u{A0}" }
        let additions: Set<String> = ["bis", "ter", "quater", "a", "b", "c", "d"]
        let street = words.drop { additions.contains($0.lowercased()) }
        return street.count > 1 ? street.joined(separator: " ") : nil
    }

    /// The private facts in a text, each kind once, in the order of their declaration.
    public func findings(in text: String) -> [PrivateFact] {
        let text = VisibleText.of(text)
        let compact = CompactText(text)
        let words = Set(VisibleText.words(of: text))
        var found = Set(own.filter { compact.contains($0.value) }.map(\.fact))
        found.formUnion(short.filter { words.contains($0.word) }.map(\.fact))
        if scope == .anybody { found.formUnion(PrivatePatterns(text).found) }
        // A mail address is often made of the name: once it is out, what is left of the name is found.
        if found.contains(.email) { found.remove(.name) }
        return PrivateFact.allCases.filter(found.contains)
    }

    /// Refuses a text that holds a private fact.
    ///
    /// - Parameter field: where the text comes from.
    /// - Throws: `ChannelError.unusable` with the field and the kinds of facts.
    public func check(_ text: String, field: RequestField) throws(ChannelError) {
        let found = findings(in: text)
        guard !found.isEmpty else { return }
        let list = found.map(\.rawValue).joined(separator: " and ")
        throw .unusable(
            field: field, reason: "it holds \(list), and strangers may read it there: take it out")
    }
}

/// A text without its spaces, signs and capitals, so that every way of writing a value is found.
struct CompactText: Hashable, Sendable {
    let letters: [Character]

    init(_ text: String) {
        letters = text.lowercased().compactMap { character in
            if let digit = character.digit { return digit }
            return character.isLetter ? character : nil
        }
    }

    /// Whether it is long enough not to stand in any text by chance.
    var isTelling: Bool { letters.count >= 5 }

    /// - Complexity: O(n · m).
    func contains(_ other: CompactText) -> Bool {
        guard let first = other.letters.first, letters.count >= other.letters.count else { return false }
        let count = other.letters.count
        return letters.indices.dropLast(count - 1).contains {
            letters[$0] == first && letters[$0..<$0 + count].elementsEqual(other.letters)
        }
    }
}

extension Character {
    /// The digit `0` to `9` that the character stands for, in whatever script; nil for anything else.
    ///
    /// Marks on a digit, such as the frame of a keycap, do not count.
    var digit: Character? {
        if let number = wholeNumberValue, (0...9).contains(number) { return Character(String(number)) }
        guard let first = unicodeScalars.first, first.properties.numericType == .decimal,
            let value = first.properties.numericValue
        else { return nil }
        return Character(String(Int(value)))
    }
}
