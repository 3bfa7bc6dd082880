internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// Writes the changes of one comparison.
struct ChangeWriting {
    let zone: TimeZoneRules
    /// The person's day at the moment of the decision: sources are stale or not on it.
    let today: CivilDay
    let causes: [DecisionInput]

    func write(_ change: DecisionChange, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("change")
        writer.string(change.subject.name)
        write(change.subject, to: &writer)
        writer.key("causes")
        writer.names(causes.map(\.rawValue))
        writer.key("sources")
        writer.beginArray()
        for source in change.sources { writer.source(source, on: today) }
        writer.endArray()
        writer.endObject()
    }

    private func write(_ subject: DecisionChange.Subject, to writer: inout JSONWriter) {
        switch subject {
        case .outcome(let old, let new): pair(old, new, to: &writer, outcome)
        case .channel(let channel, let old, let new):
            name(channel, to: &writer)
            pair(old?.name, new?.name, to: &writer) { $1.string($0) }
        case .verdict(let channel, let isUsable):
            name(channel, to: &writer)
            pair(isUsable ? "refused" : "usable", isUsable ? "usable" : "refused", to: &writer) {
                $1.string($0)
            }
        case .score(let channel, let score), .whenOpen(let channel, let score):
            name(channel, to: &writer)
            write(score, to: &writer)
        case .objection(let channel, let old, let new):
            name(channel, to: &writer)
            pair(old, new, to: &writer, objection)
        case .usableFrom(let channel, let old, let new):
            name(channel, to: &writer)
            pair(old, new, to: &writer) { $1.moment($0, in: zone) }
        case .availability(let channel, let old, let new):
            name(channel, to: &writer)
            pair(old, new, to: &writer, availability)
        case .details(let channel, let details):
            name(channel, to: &writer)
            writer.key("details")
            writer.names(details.map(\.rawValue))
        case .deadline(let old, let new):
            writer.key("right")
            writer.string((new ?? old)?.right.text ?? "")
            pair(old, new, to: &writer, deadline)
        case .next(let old, let new): pair(old, new, to: &writer, next)
        case .asked(let old, let new): pair(old, new, to: &writer, asked)
        }
    }

    private func name(_ channel: ChannelName, to writer: inout JSONWriter) {
        writer.key("channel")
        writer.string(channel.text)
    }

    private func pair<Value>(
        _ old: Value?, _ new: Value?, to writer: inout JSONWriter, _ write: (Value, inout JSONWriter) -> Void
    ) {
        writer.key("from")
        if let old { write(old, &writer) } else { writer.null() }
        writer.key("to")
        if let new { write(new, &writer) } else { writer.null() }
    }

    private func write(_ score: ScoreChange, to writer: inout JSONWriter) {
        pair(score.from, score.to, to: &writer) { $1.int($0) }
        writer.key("terms")
        writer.beginArray()
        for term in score.terms {
            writer.beginObject()
            writer.key("name")
            writer.string(term.name.text)
            pair(term.from, term.to, to: &writer) { $1.int($0) }
            writer.endObject()
        }
        writer.endArray()
    }

    // MARK: The two sides

    private func outcome(_ outcome: DecisionRecord.Outcome, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("outcome")
        var best: String?
        var waitUntil: Instant?
        switch outcome {
        case .contact(let channel):
            writer.string("contact")
            best = channel.text
        case .wait(let until):
            writer.string("wait")
            waitUntil = until
        case .none: writer.string("none")
        }
        writer.key("best")
        if let best { writer.string(best) } else { writer.null() }
        writer.key("waitUntil")
        writer.moment(waitUntil, in: zone)
        writer.endObject()
    }

    private func objection(_ objection: ObjectionRecord, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("code")
        writer.string(objection.code.text)
        writer.key("usableFrom")
        writer.moment(objection.usableFrom, in: zone)
        switch objection.about {
        case .nothing: break
        case .channel(let channel): name(channel, to: &writer)
        case .fact(let fact):
            writer.key("fact")
            writer.string(fact)
        case .since(let day):
            writer.key("since")
            writer.day(day)
        }
        writer.key("source")
        writer.string(objection.source)
        writer.endObject()
    }

    private func availability(_ availability: AvailabilityRecord, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("state")
        writer.string(availability.state.text)
        writer.key("until")
        writer.moment(availability.until, in: zone)
        writer.endObject()
    }

    private func deadline(_ deadline: DeadlineRecord, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("opens")
        writer.moment(deadline.opens, in: zone)
        writer.key("closes")
        writer.moment(deadline.closes, in: zone)
        writer.key("lastDay")
        writer.day(deadline.lastDay)
        writer.key("safeLastDay")
        writer.day(deadline.safeLastDay)
        writer.key("source")
        writer.string(deadline.source)
        writer.endObject()
    }

    private func next(_ steps: [NextRecord], to writer: inout JSONWriter) {
        writer.beginArray()
        for step in steps {
            writer.beginObject()
            name(step.channel, to: &writer)
            writer.key("notBefore")
            writer.moment(step.notBefore, in: zone)
            writer.endObject()
        }
        writer.endArray()
    }

    private func asked(_ asked: AskedRecord, to writer: inout JSONWriter) {
        writer.beginObject()
        name(asked.channel, to: &writer)
        writer.key("answer")
        writer.string(asked.answer.text)
        writer.key("usableFrom")
        writer.moment(asked.usableFrom, in: zone)
        writer.key("since")
        writer.day(asked.since)
        writer.endObject()
    }
}

extension DecisionChange.Subject {
    /// Its name in the file: docs/case-format.md.
    fileprivate var name: String {
        switch self {
        case .outcome: "outcome"
        case .channel: "channel"
        case .verdict: "verdict"
        case .score: "score"
        case .whenOpen: "when-open"
        case .objection: "objection"
        case .usableFrom: "usable-from"
        case .availability: "availability"
        case .details: "details"
        case .deadline: "deadline"
        case .next: "next"
        case .asked: "asked"
        }
    }
}

extension ChannelRecord.Verdict {
    fileprivate var name: String {
        switch self {
        case .usable: "usable"
        case .refused: "refused"
        }
    }
}
