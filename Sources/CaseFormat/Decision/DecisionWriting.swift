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
    let known: OfferFragments

    init(
        _ decision: Decision, _ facts: ContactCase, _ stamp: DecisionStamp,
        _ wording: (any DecisionWording)?, _ known: OfferFragments
    ) {
        self.known = known
        self.decision = decision
        self.facts = facts
        self.wording = wording
        zone = stamp.zone
        today = stamp.zone.day(at: decision.decidedAt)
    }

    /// - Returns: where the best channel stands in a compact writer, to be written again among the usable ones.
    func writeOutcome(to writer: inout JSONWriter) -> Range<Int>? {
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
        let start = writer.byteCount
        let best = decision.best
        if let best { write(best, to: &writer) } else { writer.null() }
        let written = start..<writer.byteCount
        writer.key("waitUntil")
        writer.moment(waitUntil, in: zone)
        return best != nil && writer.layout == .compact ? written : nil
    }

    /// - Parameter best: where the first of the usable channels stands already.
    func writeChannels(best: Range<Int>?, to writer: inout JSONWriter) {
        writer.key("usable")
        writer.beginArray()
        if let best { writer.value(again: best) }
        for channel in decision.usable.dropFirst(best == nil ? 0 : 1) { write(channel, to: &writer) }
        writer.endArray()
        writer.key("refused")
        writer.beginArray()
        for channel in decision.refusedByCase { write(channel, to: &writer) }
        if wording == nil, writer.layout == .compact, decision.unoffered.isShared {
            writer.elements(compact: known.elements(of: decision.unoffered))
        } else {
            for channel in decision.unoffered.channels { write(channel, to: &writer) }
        }
        writer.endArray()
    }

    private func write(_ channel: RefusedChannel, to writer: inout JSONWriter) {
        if channel.isNotOffered, wording == nil, writer.layout == .compact {
            writer.value(compact: known.fragments(of: channel.offer, on: today).notOffered)
            return
        }
        writer.beginObject()
        writer.key("channel")
        writer.string(channel.channel.text)
        writer.key("usableFrom")
        writer.moment(channel.usableFrom, in: zone)
        writer.key("objections")
        writer.beginArray()
        for objection in channel.objections {
            let text = wording?.text(of: objection, on: channel.offer)
            Self.write(objection, text: text, in: zone, to: &writer)
        }
        writer.endArray()
        if let whenOpen = channel.whenOpen { write(whenOpen, of: channel.offer, to: &writer) }
        writer.endObject()
    }

    /// The members of a refusal that is the same for every case with such an issue.
    static func writeNotOffered(_ offer: ChannelOffer, to writer: inout JSONWriter) {
        writer.key("channel")
        writer.string(offer.channel.text)
        writer.key("usableFrom")
        writer.null()
        writer.key("objections")
        writer.beginArray()
        // No zone is asked for, because none of these ends at a moment.
        for objection in offer.notOffered { write(objection, text: nil, in: .utc, to: &writer) }
        writer.endArray()
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

    private static func write(
        _ objection: Objection, text: String?, in zone: TimeZoneRules, to writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.key("code")
        writer.string(objection.code.rawValue)
        writer.key("usableFrom")
        writer.moment(objection.usableFrom, in: zone)
        write(objection.detail, to: &writer)
        writer.key("source")
        writer.string(objection.grounds.sourceText)
        if let text {
            writer.key("text")
            writer.string(text)
        }
        writer.endObject()
    }

    /// The channel, the fact or the day that an objection is about; nothing when it is about none.
    private static func write(_ detail: Objection.Detail, to writer: inout JSONWriter) {
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
