internal import CivilCalendar
internal import ContactRouting
internal import Digests
internal import JSONText

/// One reading of one decision file, in the order of its keys.
struct RecordReading {
    let intake: Intake
    /// No score of ours comes near, and no sum of scores can overflow.
    static let points: ClosedRange<Int64> = -1_000_000_000...1_000_000_000

    init(_ intake: Intake) { self.intake = intake }

    /// - Returns: nil when a fault was noted.
    func read(_ root: JSONValue) -> DecisionRecord? {
        guard var fields = Fields(root, intake) else { return nil }
        let decidedAt = fields.require("decidedAt", intake.instant)
        let outcome: OutcomeName? = fields.require("outcome", intake.choice)
        let best = fields.value("best")
        let bestChannel = best.flatMap(usable)?.channel
        let waitUntil = fields.read("waitUntil", intake.instant)
        let usable = fields.require("usable", list(usable))
        let refused = fields.require("refused", list(refused))
        let deadlines = fields.require("deadlines", list(deadline))
        let next = fields.require("next", list(next))
        let asked = fields.read("asked", asked)
        readTexts(&fields)
        let basis = basis(&fields)
        fields.finish()
        guard let decidedAt, let outcome, let usable, let refused, let deadlines, let next, let basis else {
            return nil
        }

        noteRepeated(usable + refused, in: root)
        let result = self.outcome(
            outcome, best: bestChannel, first: usable.first?.channel, waitUntil: waitUntil, of: root)
        guard intake.isClean, let result else { return nil }
        return DecisionRecord(
            decidedAt: decidedAt, outcome: result, channels: usable + refused, deadlines: deadlines,
            next: next, asked: asked, basis: basis)
    }

    private enum OutcomeName: String, CaseIterable { case contact, wait, none }

    private func outcome(
        _ name: OutcomeName, best: ChannelName?, first: ChannelName?, waitUntil: Instant?, of root: JSONValue
    ) -> DecisionRecord.Outcome? {
        let outcome: DecisionRecord.Outcome? =
            switch name {
            case .contact: best == first && waitUntil == nil ? best.map { .contact($0) } : nil
            case .wait: best == nil ? waitUntil.map { .wait(until: $0) } : nil
            case .none: best == nil && waitUntil == nil ? DecisionRecord.Outcome.none : nil
            }
        if outcome == nil, intake.isClean, let place = root["outcome"] {
            intake.note(.contradiction(.outcomeAlone), at: place)
        }
        return outcome
    }

    /// A channel has one verdict.
    private func noteRepeated(_ channels: [ChannelRecord], in root: JSONValue) {
        var seen: Set<ChannelName> = []
        for record in channels where !seen.insert(record.channel).inserted {
            intake.note(.duplicateEntry(record.channel.text), at: root["refused"] ?? root)
        }
    }

    private func basis(_ fields: inout Fields) -> DecisionBasis? {
        let digests = fields.require("digests", digests)
        let program = fields.require("program", intake.line)
        guard let digests, let program else { return nil }
        return DecisionBasis(
            caseDigest: digests.facts, directoryDigest: digests.directory, rulesDigest: digests.rules,
            program: program.text)
    }

    private func digests(
        _ value: JSONValue
    ) -> (facts: SHA256Digest, directory: SHA256Digest, rules: SHA256Digest)? {
        guard var fields = Fields(value, intake) else { return nil }
        let facts = fields.require("case", digest)
        let directory = fields.require("directory", digest)
        let rules = fields.require("rules", digest)
        fields.finish()
        guard let facts, let directory, let rules else { return nil }
        return (facts, directory, rules)
    }

    private func digest(_ value: JSONValue) -> SHA256Digest? {
        guard let text = intake.text(value) else { return nil }
        guard let digest = try? SHA256Digest(parsing: text) else {
            intake.note(.malformedForm(.digest), at: value)
            return nil
        }
        return digest
    }

    /// What is written for people is checked to be text, and not kept: it follows from the rest.
    private func readTexts(_ fields: inout Fields) {
        _ = fields.read("questions", list(factAndText))
        _ = fields.read("flips", list(flip))
        _ = fields.read("explanation", intake.text)
    }

    private func flip(_ value: JSONValue) -> Bool? {
        guard var fields = Fields(value, intake) else { return nil }
        _ = fields.read("at", intake.instant)
        _ = fields.read("fact", intake.text)
        _ = fields.value("value")
        _ = fields.read("best", channel)
        _ = fields.read("text", intake.text)
        fields.finish()
        return true
    }

    /// The fact of a question, or of something that is missing.
    func factAndText(_ value: JSONValue) -> String? {
        guard var fields = Fields(value, intake) else { return nil }
        let fact = fields.require("fact", intake.text)
        _ = fields.read("text", intake.text)
        fields.finish()
        return fact
    }

    // MARK: Scalars

    func channel(_ value: JSONValue) -> ChannelName? { intake.checked(value, ChannelName.init(parsing:)) }

    func name(_ value: JSONValue) -> RecordedName? { intake.checked(value, RecordedName.init(parsing:)) }

    func list<Element>(_ body: @escaping (JSONValue) -> Element?) -> (JSONValue) -> [Element]? {
        intake.list(max: DecisionReader.entriesMax, body)
    }
}
