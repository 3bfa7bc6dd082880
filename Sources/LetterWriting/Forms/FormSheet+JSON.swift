internal import CivilCalendar
internal import ContactRouting
internal import JSONText

extension FormSheet {
    /// The bytes of `form.json`, with a line end.
    ///
    /// `fields` gives each field its value, `labels` what a person sees in its place. `choices` lists the fields whose
    /// value the person picks from a list of the form, `toFill` those that only the person can fill: they have no value.
    ///
    /// - Source: docs/case-format.md, section 5.
    public func json() -> [UInt8] {
        var json = JSONWriter(.pretty, capacity: 2048)
        json.beginObject()
        json.key("form")
        json.string(form)
        json.key("keys")
        json.string(naming.rawValue)
        json.key("fields")
        json.beginObject()
        for field in fields { Self.write(field, to: &json) }
        json.endObject()
        json.key("labels")
        json.beginObject()
        for field in fields {
            json.key(named: field.key)
            json.string(field.label)
        }
        json.endObject()
        write("choices", fields.filter(\.value.isChoice), to: &json)
        write("toFill", fields.filter { $0.value == .open }, to: &json)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ field: FormField, to json: inout JSONWriter) {
        if field.value == .open { return }
        json.key(named: field.key)
        switch field.value {
        case .text(let text), .choice(let text): json.string(text)
        case .day(let day): json.string(day.description)
        case .flag(let truth): json.bool(truth)
        case .money(let money):
            json.beginObject()
            json.key("amount")
            json.string(money.amount)
            json.key("currency")
            json.string(money.currency.code)
            json.endObject()
        case .open: break
        }
    }

    private func write(_ key: StaticString, _ fields: [FormField], to json: inout JSONWriter) {
        json.key(key)
        json.beginArray()
        for field in fields { json.string(field.key) }
        json.endArray()
    }
}

extension FormValue {
    var isChoice: Bool {
        switch self {
        case .choice: true
        case .text, .day, .money, .flag, .open: false
        }
    }
}
