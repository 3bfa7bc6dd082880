internal import CivilCalendar
internal import ContactRouting
internal import JSONText

extension RecordReading {
    func usable(_ value: JSONValue) -> ChannelRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let channel = fields.require("channel", channel)
        let score = score(&fields)
        let availability = fields.require("availability", availability)
        let details = details(&fields)
        let sources = fields.require("facts", list(source))
        fields.finish()
        guard let channel, let score, let availability, var details, let sources else { return nil }
        details[.facts] = value["facts"].map(Self.canonical)
        return ChannelRecord(
            channel: channel,
            verdict: .usable(
                UsableRecord(score: score, availability: availability, details: details, sources: sources)))
    }

    private func details(_ fields: inout Fields) -> [ChannelDetail: String]? {
        let answer = fields.required("expectedAnswer").map { ($0, expectedAnswer($0)) }
        let cost = fields.value("cost").map { ($0, intake.money($0)) }
        let evidence = fields.require("evidence", name)
        let effort = fields.require("effort", name)
        let endpoints = fields.required("endpoints").map { ($0, list(endpoint)($0)) }
        let missing = fields.require("missing", list(factAndText))
        let reasons = fields.require("reasons", list(reason))
        guard let answer, let evidence, let effort, let endpoints, let missing, let reasons else {
            return nil
        }
        return [
            .expectedAnswer: answer.1 ?? "", .cost: cost.map { Self.canonical($0.0) } ?? "null",
            .evidence: evidence.text, .effort: effort.text, .endpoints: Self.canonical(endpoints.0),
            .missing: missing.joined(separator: " "),
            .reasons: reasons.map(\.text).joined(separator: " "),
        ]
    }

    private static func canonical(_ value: JSONValue) -> String {
        String(decoding: value.canonicalBytes(), as: UTF8.self)
    }

    // MARK: Points

    /// The keys `score` and `terms` of an object that may have others.
    private func score(_ fields: inout Fields) -> ScoreRecord? {
        let total = fields.required("score")
        let points = total.flatMap(intake.wholeNumber(Self.points))
        let terms = fields.require("terms", intake.list(max: DecisionReader.termsMax, term))
        guard let total, let points, let terms else { return nil }
        guard terms.reduce(0, { $0 + $1.points }) == points else {
            intake.note(.contradiction(.scoreIsNoSum), at: total)
            return nil
        }
        return ScoreRecord(total: points, terms: terms)
    }

    private func term(_ value: JSONValue) -> ScoreTermRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let name = fields.require("name", name)
        let points = fields.require("points", intake.wholeNumber(Self.points))
        fields.finish()
        guard let name, let points else { return nil }
        return ScoreTermRecord(name: name, points: points)
    }

    // MARK: What a usable channel holds

    private func availability(_ value: JSONValue) -> AvailabilityRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let state = fields.require("state", name)
        let until = fields.read("until", intake.instant)
        fields.finish()
        return state.map { AvailabilityRecord(state: $0, until: until) }
    }

    /// The two moments, told as seconds so that the offset they are written with does not matter.
    private func expectedAnswer(_ value: JSONValue) -> String? {
        guard var fields = Fields(value, intake) else { return nil }
        let from = fields.require("from", intake.instant)
        let to = fields.require("to", intake.instant)
        let basis = fields.require("basis", name)
        fields.finish()
        guard let from, let to, let basis else { return nil }
        return "\(from.secondsSinceEpoch) \(to.secondsSinceEpoch) \(basis)"
    }

    private func endpoint(_ value: JSONValue) -> Bool? {
        guard var fields = Fields(value, intake) else { return nil }
        _ = fields.require("kind", name)
        _ = fields.require("value") { value in
            value.kind == .array
                ? list(intake.text)(value).map { $0.count } : intake.text(value).map { _ in 1 }
        }
        _ = fields.read("for", audience)
        fields.finish()
        return true
    }

    private func audience(_ value: JSONValue) -> Bool? {
        guard var fields = Fields(value, intake) else { return nil }
        _ = fields.read("callerCountry", list(intake.country))
        _ = fields.read("callerCountryNot", list(intake.country))
        fields.finish()
        return true
    }

    private func reason(_ value: JSONValue) -> RecordedName? {
        guard var fields = Fields(value, intake) else { return nil }
        let code = fields.require("code", name)
        _ = fields.read("text", intake.text)
        fields.finish()
        return code
    }

    private func source(_ value: JSONValue) -> SourceRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let source = fields.require("source", intake.text)
        let checkedOn = fields.require("checkedOn", intake.day)
        let confidence = fields.require("confidence", name)
        let stale = fields.require("stale", intake.bool)
        fields.finish()
        guard let source, let checkedOn, let confidence, let stale else { return nil }
        return SourceRecord(source: source, checkedOn: checkedOn, confidence: confidence, isStale: stale)
    }

    // MARK: Refused channels

    func refused(_ value: JSONValue) -> ChannelRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let channel = fields.require("channel", channel)
        let usableFrom = fields.read("usableFrom", intake.instant)
        let objections = fields.require(
            "objections", intake.list(min: 1, max: DecisionReader.entriesMax, objection))
        let whenOpen = fields.read("whenOpen", whenOpen)
        fields.finish()
        guard let channel, let objections else { return nil }
        return ChannelRecord(
            channel: channel,
            verdict: .refused(
                RefusedRecord(usableFrom: usableFrom, objections: objections, whenOpen: whenOpen)))
    }

    private func whenOpen(_ value: JSONValue) -> ScoreRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let score = score(&fields)
        _ = fields.require("expectedAnswer", expectedAnswer)
        _ = fields.read("margin", intake.wholeNumber(Self.points))
        _ = fields.read("text", intake.text)
        fields.finish()
        return score
    }

    private func objection(_ value: JSONValue) -> ObjectionRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let code = fields.require("code", name)
        let usableFrom = fields.read("usableFrom", intake.instant)
        let channel = fields.read("channel", channel)
        let fact = fields.read("fact", intake.text)
        let since = fields.read("since", intake.day)
        let source = fields.require("source", intake.text)
        _ = fields.read("text", intake.text)
        fields.finish()
        let abouts: [ObjectionRecord.About?] = [
            channel.map { .channel($0) }, fact.map { .fact($0) }, since.map { .since($0) },
        ]
        let about = abouts.compactMap(\.self)
        guard about.count <= 1 else {
            intake.note(.needsOneOf(["channel", "fact", "since"]), at: value)
            return nil
        }
        guard let code, let source else { return nil }
        return ObjectionRecord(
            code: code, about: about.first ?? .nothing, usableFrom: usableFrom, source: source)
    }
}
