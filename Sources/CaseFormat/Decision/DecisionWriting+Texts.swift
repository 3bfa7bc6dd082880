internal import ContactRouting
internal import JSONText

extension DecisionWriting {
    /// What only people read: questions, flips, the explanation.
    func write(_ texts: DecisionTexts, to writer: inout JSONWriter) {
        writer.key("questions")
        writer.beginArray()
        for question in texts.questions { write(question.fact, to: &writer) }
        writer.endArray()
        writer.key("flips")
        writer.beginArray()
        for flip in texts.flips { write(flip, texts.wording, to: &writer) }
        writer.endArray()
        writer.key("explanation")
        writer.string(texts.wording.explanation(of: decision))
    }

    private func write(_ flip: Flip, _ wording: any DecisionWording, to writer: inout JSONWriter) {
        writer.beginObject()
        switch flip.change {
        case .at(let moment):
            writer.key("at")
            writer.moment(moment, in: zone)
        case .fact(let fact, let value):
            writer.key("fact")
            writer.string(fact.rawValue)
            writer.key("value")
            Self.write(value, to: &writer)
        }
        writer.key("best")
        if let best = flip.best { writer.string(best.text) } else { writer.null() }
        writer.key("text")
        writer.string(wording.text(of: flip))
        writer.endObject()
    }

    /// A fact's value as a case writes it.
    private static func write(_ value: String, to writer: inout JSONWriter) {
        switch value {
        case "true": writer.bool(true)
        case "false": writer.bool(false)
        default: writer.string(value)  // tidy-allow: texts are an open set
        }
    }
}
