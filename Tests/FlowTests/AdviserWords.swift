import Foundation

/// The words in which the table states a case.
enum CaseWords {
    /// What a case begins with: a person in Paris with an account and a phone.
    private static let person = [
        "consumer.country": "FR", "consumer.region": "metropole", "consumer.hasAccount": "true",
        "consumer.canCall": "true",
    ]

    /// Whom the case is against.
    private static let against: [String: [String: String]] = [
        "amazon": ["merchant": "amazon-fr", "seller.type": "first-party"],
        "seller": [
            "merchant": "amazon-fr", "seller.type": "third-party", "seller.fulfilledBy": "seller",
            "seller.primeEligible": "false",
        ],
        "shop": [
            "merchant.name": "Boutique_Exemple", "merchant.country": "FR",
            "merchant.website": "https://boutique.example", "seller.type": "own-website",
        ],
    ]

    /// - Parameter words: whom the case is against, the kind of issue, then `path=value`; `path=?` leaves a fact out.
    static func facts(_ words: [String]) throws -> [String: String] {
        guard words.count >= 2 else {
            throw AdviserTable.Fault(description: "facts say whom it is against and what is wrong: \(words)")
        }
        var facts = against[words[0]] ?? ["merchant": words[0]]
        facts.merge(person) { first, _ in first }
        facts["issue.kind"] = words[1]
        for word in words.dropFirst(2) {
            let (path, value) = try pair(word)
            facts[path] = value == "?" ? nil : value
        }
        return facts
    }

    private static func pair(_ word: String) throws -> (String, String) {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw AdviserTable.Fault(description: "not path=value: \(word)") }
        return (parts[0], parts[1])
    }

    /// Completes a moment: `2026-11-25T10:00+01` has no seconds and no minutes of the offset.
    static func moment(_ text: String) -> String {
        let offset = text.suffix(3)
        return offset.first == "+" || offset.first == "-" ? text + ":00" : text
    }

    static func json(_ facts: [String: String], past: [[String]]) throws -> [UInt8] {
        var root: [String: Any] = [:]
        for (path, value) in facts {
            root = inserting(
                typed(value, at: path), at: path.split(separator: ".").map(String.init)[...], into: root)
        }
        if !past.isEmpty { root["history"] = try past.map(contact) }
        return [UInt8](try JSONSerialization.data(withJSONObject: root, options: .sortedKeys))
    }

    private static func contact(_ words: [String]) throws -> [String: Any] {
        guard words.count >= 3 else {
            throw AdviserTable.Fault(
                description: "a past contact is a channel, a moment and an outcome: \(words)")
        }
        var contact: [String: Any] = ["channel": words[0], "at": moment(words[1]), "outcome": words[2]]
        for word in words.dropFirst(3) {
            let (path, value) = try pair(word)
            contact[path] = typed(value, at: path)
        }
        return contact
    }

    private static func inserting(_ value: Any, at path: ArraySlice<String>, into object: [String: Any])
        -> [String: Any]
    {
        var object = object
        guard let key = path.first else { return object }
        let rest = path.dropFirst()
        if rest.isEmpty {
            object[key] = value
        } else {
            object[key] = inserting(value, at: rest, into: object[key] as? [String: Any] ?? [:])
        }
        return object
    }

    private static let lists: Set<String> = [
        "order.parcelsDeliveredOn", "preferences.avoid", "issue.dataGiven",
    ]

    private static func typed(_ text: String, at path: String) -> Any {
        if text == "true" { return true }
        if text == "false" { return false }
        if lists.contains(path) { return text.split(separator: ",").map(String.init) }
        if path.hasSuffix("address") { return text.split(separator: "/").map { spaced(String($0)) } }
        if path.hasSuffix("amount") {
            let parts = text.split(separator: ",").map(String.init)
            return ["amount": parts[0], "currency": parts.count > 1 ? parts[1] : "EUR"]
        }
        return path.hasSuffix("name") ? spaced(text) : text
    }

    private static func spaced(_ text: String) -> String { text.replacingOccurrences(of: "_", with: " ") }
}
