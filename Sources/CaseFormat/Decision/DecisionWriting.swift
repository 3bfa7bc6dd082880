internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// One writing of one decision.
struct DecisionWriting {
    let decision: Decision
    let facts: ContactCase
    let zone: TimeZoneRules
    let today: CivilDay
    let wording: (any DecisionWording)?

    init(
        _ decision: Decision, _ facts: ContactCase, _ stamp: DecisionStamp, _ wording: (any DecisionWording)?
    ) {
        self.decision = decision
        self.facts = facts
        self.wording = wording
        zone = stamp.zone
        today = stamp.zone.day(at: decision.decidedAt)
    }

    func writeOutcome(to writer: inout JSONWriter) {
        writer.key("outcome")
        var waitUntil: Instant?
        switch decision.outcome {
        case .contact: writer.string("contact")
        case .wait(let until, _):
            writer.string("wait")
            waitUntil = until
        case .none: writer.string("none")
        }
        writer.key("best")
        if let best = decision.best { write(best, to: &writer) } else { writer.null() }
        writer.key("waitUntil")
        writer.moment(waitUntil, in: zone)
    }

    func writeChannels(to writer: inout JSONWriter) {
        writer.key("usable")
        writer.beginArray()
        for channel in decision.usable { write(channel, to: &writer) }
        writer.endArray()
        writer.key("refused")
        writer.beginArray()
        for channel in decision.refused { write(channel, to: &writer) }
        writer.endArray()
    }

    private func write(_ channel: RefusedChannel, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("channel")
        writer.string(channel.channel.text)
        writer.key("usableFrom")
        writer.moment(channel.usableFrom, in: zone)
        writer.key("objections")
        writer.beginArray()
        for objection in channel.objections { write(objection, on: channel.offer, to: &writer) }
        writer.endArray()
        if let whenOpen = channel.whenOpen { write(whenOpen, of: channel.offer, to: &writer) }
        writer.endObject()
    }

    /// What waiting for the hours would bring.
    private func write(_ whenOpen: WhenOpen, of offer: ChannelOffer, to writer: inout JSONWriter) {
        writer.key("whenOpen")
        writer.beginObject()
        write(whenOpen.score, to: &writer)
        write(expectedAnswer: whenOpen.expectedAnswer, to: &writer)
        writer.key("margin")
        if let margin = whenOpen.margin { writer.int(margin) } else { writer.null() }
        if let wording {
            writer.key("text")
            writer.string(wording.text(of: whenOpen, on: offer))
        }
        writer.endObject()
    }

    private func write(_ objection: Objection, on offer: ChannelOffer, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("code")
        writer.string(objection.code.rawValue)
        writer.key("usableFrom")
        writer.moment(objection.usableFrom, in: zone)
        write(objection.detail, to: &writer)
        writer.key("source")
        writer.string(objection.grounds.sourceText)
        if let wording {
            writer.key("text")
            writer.string(wording.text(of: objection, on: offer))
        }
        writer.endObject()
    }

    /// The channel, the fact or the day that an objection is about; nothing when it is about none.
    private func write(_ detail: Objection.Detail, to writer: inout JSONWriter) {
        switch detail {
        case .none: return
        case .channel(let channel):
            writer.key("channel")
            writer.string(channel.text)
        case .fact(let fact):
            writer.key("fact")
            writer.string(fact.rawValue)
        case .since(let day):
            writer.key("since")
            writer.day(day)
        }
    }

    func writeDeadlines(to writer: inout JSONWriter) {
        writer.key("deadlines")
        writer.beginArray()
        for deadline in decision.deadlines { write(deadline, to: &writer) }
        writer.endArray()
    }

    private func write(_ deadline: Deadline, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("right")
        writer.string(deadline.right.rawValue)
        writer.key("opens")
        writer.moment(deadline.opens, in: zone)
        writer.key("closes")
        writer.moment(deadline.closes, in: zone)
        writer.key("lastDay")
        writer.day(deadline.lastDay)
        writer.key("safeLastDay")
        writer.day(deadline.safeLastDay)
        writer.key("source")
        writer.string(deadline.grounds.sourceText)
        if let wording {
            writer.key("text")
            writer.string(wording.text(of: deadline))
        }
        writer.endObject()
    }

    func writeNext(to writer: inout JSONWriter) {
        writer.key("next")
        writer.beginArray()
        for step in decision.next {
            writer.beginObject()
            writer.key("channel")
            writer.string(step.channel.text)
            writer.key("notBefore")
            writer.moment(step.notBefore, in: zone)
            if let wording {
                writer.key("because")
                writer.string(wording.because(of: step))
            }
            writer.endObject()
        }
        writer.endArray()
    }

    func writeAsked(to writer: inout JSONWriter) {
        writer.key("asked")
        guard let asked = decision.asked else {
            writer.null()
            return
        }
        writer.beginObject()
        writer.key("channel")
        writer.string(asked.channel.text)
        writer.key("answer")
        writer.string(asked.answer.rawValue)
        writer.key("usableFrom")
        writer.moment(asked.usableFrom, in: zone)
        writer.key("since")
        writer.day(asked.since)
        if let wording {
            writer.key("text")
            writer.string(wording.text(of: asked))
        }
        writer.endObject()
    }
}

extension Grounds {
    /// What a statement stands on, in one short text.
    var sourceText: String {
        switch self {
        case .law(let citation): citation.rawValue
        case .directory(let source): source.shownName
        case .editorial: "editorial"
        case .caseFacts: "case"
        }
    }
}

extension Source {
    /// Its title, else its address.
    var shownName: String { title ?? url?.text ?? "directory" }
}
