internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// Members of an object; one whose value is nil is left out.
extension JSONWriter {
    mutating func member(_ key: StaticString, _ text: String?) {
        guard let text else { return }
        self.key(key)
        string(text)
    }

    mutating func member(_ key: StaticString, _ truth: Bool?) {
        guard let truth else { return }
        self.key(key)
        bool(truth)
    }

    mutating func member(_ key: StaticString, _ day: CivilDay?) { member(key, day?.description) }

    mutating func money(_ key: StaticString, _ money: Money?) {
        object(key, money != nil) { json in
            json.member("amount", money?.amount)
            json.member("currency", money?.currency.code)
        }
    }

    mutating func texts(_ key: StaticString, _ texts: [String]?) {
        guard let texts else { return }
        self.key(key)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    mutating func lines(_ key: StaticString, _ address: PostalAddress?) {
        texts(key, address?.lines.map(\.text))
    }

    mutating func object(
        _ key: StaticString, _ isKnown: Bool = true, _ write: (inout JSONWriter) -> Void
    ) {
        guard isKnown else { return }
        self.key(key)
        beginObject()
        write(&self)
        endObject()
    }

    /// A list of objects; an empty one is left out.
    mutating func list<Element>(
        _ key: StaticString, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
    ) {
        guard !elements.isEmpty else { return }
        self.key(key)
        beginArray()
        for element in elements {
            beginObject()
            write(element, &self)
            endObject()
        }
        endArray()
    }
}
